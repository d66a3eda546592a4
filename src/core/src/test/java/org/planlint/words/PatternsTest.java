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

    /** A split at more than one plain character, for which a pattern is compiled at each call. */
    private static final Pattern COMPILING_SPLIT =
            Pattern.compile("\\.split\\(\"(?!(?:[^.$|()\\[{^?*+\\\\\"]|\\\\[nt]|\\\\\\\\[^A-Za-z0-9])\")");

    /** Eight words or more, one of them Vietnamese, as the alternatives of a pattern. */
    private static final Pattern LIST_OF_WORDS =
            Pattern.compile("(?=[^\"]*[^\\x00-\\x7F])(?:[\\p{L} ]{2,}\\|){7,}[\\p{L} ]{2,}");

    private static List<Path> mainSources(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(Path.of("src"), Path.of("rules"))) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(file -> !file.startsWith("src")
                                || file.toString().replace('\\', '/').contains("/src/main/"))
                        .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                        .sorted()
                        .forEach(found::add);
            }
        }
        assertTrue(found.size() > 100, "the sources lie below src and rules: " + found.size());
        return found;
    }

    /** Which letters {@code \b} knows is another matter in Java 17 than from 19 on, and {@code \w} never knew "đ". */
    @Test
    void wordsAreNotLeftToTheJdk() throws IOException {
        assertEquals(
                List.of(),
                linesWith(ASCII_WORD, mainSources(".java", ".drl", ".yaml")),
                "say which letters: Pieces.WORD_START, Pieces.WORD_END, \\p{L}, [A-Za-z0-9_]");
    }

    /** {@code ArchitectureTest} refuses other patterns that are compiled at each call; it does not see what split is given. */
    @Test
    void aSplitCompilesNoPattern() throws IOException {
        assertEquals(
                List.of(), linesWith(COMPILING_SPLIT, readers()), "a split at a pattern is that of a named Pattern");
    }

    /** A few small words that join others are grammar, and stand in the pattern. */
    @Test
    void listsOfWordsAreData() throws IOException {
        assertEquals(List.of(), linesWith(LIST_OF_WORDS, readers()), "such a list belongs into rules/words");
    }

    private static List<Path> readers() throws IOException {
        return mainSources(".java").stream()
                .filter(file -> Stream.of("parse", "extract", "rules", "text", "facts")
                        .anyMatch(room -> file.toString().replace('\\', '/').contains("org/planlint/" + room + "/")))
                .toList();
    }

    private static List<String> linesWith(Pattern refused, List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                boolean comment = line.strip().startsWith("*")
                        || line.strip().startsWith("/*")
                        || line.strip().startsWith("//");
                if (!comment && refused.matcher(line).find()) {
                    found.add(file + ":" + number + " " + line.strip());
                }
            }
        }
        return found;
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
