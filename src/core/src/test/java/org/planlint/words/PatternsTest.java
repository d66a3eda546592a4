package org.planlint.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How patterns are written in the sources. */
class PatternsTest {
    /** {@code \b}, {@code \w} and their opposites as they stand in a string: behind two backslashes, not behind four. */
    private static final Pattern ASCII_WORD = Pattern.compile("(?<!\\\\)(?:\\\\\\\\\\\\\\\\)*\\\\\\\\[bBwW]");

    private static List<Path> mainSources(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(Path.of("src"), Path.of("rules"))) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(file -> !file.startsWith("src") || file.toString().replace('\\', '/').contains("/src/main/"))
                        .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).sorted().forEach(found::add);
            }
        }
        assertTrue(found.size() > 100, "the sources lie below src and rules: " + found.size());
        return found;
    }

    /** Which letters {@code \b} knows is another matter in Java 17 than from 19 on, and {@code \w} never knew "đ". */
    @Test
    void wordsAreNotLeftToTheJdk() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path file : mainSources(".java", ".drl", ".yaml")) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                boolean comment = line.strip().startsWith("*") || line.strip().startsWith("/*") || line.strip().startsWith("//");
                if (!comment && ASCII_WORD.matcher(line).find()) {
                    refused.add(file + ":" + number + " " + line.strip());
                }
            }
        }
        assertEquals(List.of(), refused, "say which letters: Pieces.WORD_START, Pieces.WORD_END, \\p{L}, [A-Za-z0-9_]");
    }

    @Test
    void aWordEndsWhereItsLettersDo() {
        Pattern word = Pattern.compile(Pieces.WORD_START + "gửi" + Pieces.WORD_END);
        for (String text : List.of("gửi", "- gửi.", "(gửi)", "ơ gửi về")) {
            assertTrue(word.matcher(text).find(), text);
        }
        for (String text : List.of("đgửi", "gửiđ", "9gửi", "gửi_", "ơ\u0302gửi", "gửi\u0302")) {
            assertEquals(false, word.matcher(text).find(), text);
        }
    }
}
