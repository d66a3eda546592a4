package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No test asks the clock, so that none fails where a machine has much to do. Tests wait for events, by {@code Until}, and hand in the
 * time where it matters; what is to be measured is a benchmark.
 */
class NoClockTest {
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:nanoTime|currentTimeMillis|assertTimeout\\w*|sleep|parkNanos|awaitTermination|orTimeout"
                    + "|completeOnTimeout|setSoTimeout|WebDriverWait)\\b|\\bDuration\\.between\\(|\\bTimeUnit\\.|\\.now\\(|\\btoday\\(\\)|\\.timeout\\(");
    /** How long a test may take at most is JUnit's business. */
    private static final Pattern PASSED_OVER = Pattern.compile("\\s*(?:import |@Timeout\\().*");

    private static final Map<String, String> ALLOWED = Map.of(
            "Until.java", "the one wait: it pauses between two looks, and has no deadline",
            "PluginHost.java", "a host as others write it holds no upload longer than the descriptor says",
            "ScansTest.java", "no limit that a busy machine could reach while it recognises pages",
            "SharedScansTest.java", "the same",
            "Precision.java", "no test: the page that it writes says on which day it was measured",
            "NoClockTest.java", "names what it looks for");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().replace('\\', '/').matches(".*/src/test/java/.*\\.java"))
                    .filter(file -> !file.getParent().endsWith("bench"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void onlyWhoHasAReasonAsksTheClock() throws IOException {
        Map<String, List<String>> asking = new TreeMap<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (CLOCK.matcher(lines.get(i)).find()
                        && !PASSED_OVER.matcher(lines.get(i)).matches()) {
                    asking.computeIfAbsent(source.getFileName().toString(), name -> new ArrayList<>())
                            .add(source + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        assertEquals(new TreeMap<>(ALLOWED).keySet(), asking.keySet(), () -> "these ask the clock: " + asking);
    }
}
