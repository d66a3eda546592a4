package org.planlint.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.planlint.OwnJvm;

/**
 * Lets Jazzer try each {@link Input} for a while, in a process of its own: {@code -Dfuzz.seconds=600}, {@code -Dfuzz.inputs=PDF,DOC}.
 * What it finds lies in {@code src/tests/target/fuzz}, to be made a case by code; the run fails then.
 */
public final class FuzzRun {
    private static final Path WORK = Path.of("src/tests/target/fuzz");
    /** Code that is told apart by what it does; the compiled rules would be most of it. */
    private static final String READERS = "org.planlint.extract.**:org.planlint.parse.**:org.planlint.record.**"
            + ":org.planlint.rules.PageParser:org.planlint.rules.Example:org.planlint.icap.**";
    /** Of a single input, in seconds: nothing takes as long, however much the machine has to do. */
    private static final int LONGEST = 300;
    /** Bytes of the largest input, which is tried from small ones on. */
    private static final int LARGEST = 200_000;

    private FuzzRun() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = Integer.getInteger("fuzz.seconds", 600);
        String only = System.getProperty("fuzz.inputs", "");
        List<Input> failed = new ArrayList<>();
        for (Input input : Input.values()) {
            if (only.isEmpty() || List.of(only.split(",")).contains(input.name())) {
                int code = fuzz(input, seconds);
                System.out.printf(
                        Locale.ROOT, "%-6s %d s: %s%n", input, seconds, code == 0 ? "held" : "FAULT, " + code);
                if (code != 0) {
                    failed.add(input);
                }
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("faults of " + failed + ", see " + WORK);
        }
    }

    private static int fuzz(Input input, int seconds) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(WORK.resolve(input.name().toLowerCase(Locale.ROOT)));
        Path tried = Files.createDirectories(folder.resolve("tried"));
        int count = 0;
        for (byte[] seed : input.seeds()) {
            Files.write(tried.resolve("seed-" + count++), seed);
        }
        List<String> command = new ArrayList<>(OwnJvm.command(
                List.of("-Xmx1g", "-Xss1m"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Jazzer.class.getName(),
                "--target_args=" + input,
                "--instrumentation_includes=" + READERS,
                "--custom_hook_includes=" + READERS,
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder.toAbsolutePath() + "/",
                "-max_total_time=" + seconds,
                "-timeout=" + LONGEST,
                "-rss_limit_mb=3000",
                "-max_len=" + LARGEST,
                "-print_final_stats=1",
                tried.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        int code = process.waitFor();
        try (Stream<String> log = Files.lines(folder.resolve("log"))) {
            log.filter(line -> line.startsWith("stat::number_of_executed_units")
                            || line.startsWith("== Java Exception")
                            || line.startsWith("Caused by"))
                    .forEach(System.out::println);
        }
        return code;
    }
}
