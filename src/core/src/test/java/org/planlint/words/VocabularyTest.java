package org.planlint.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;

class VocabularyTest {
    /** The lines of each list, by "family/name". */
    private static Map<String, List<String>> lists() throws IOException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Path file : files(Path.of("rules/words"), ".txt")) {
            String family = file.getFileName().toString().replace(".txt", "");
            List<String> open = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("[")) {
                    assertTrue(line.endsWith("]"), file + " " + line);
                    open = new ArrayList<>();
                    List<String> before = lists.put(family + "/" + line.substring(1, line.length() - 1), open);
                    assertEquals(null, before, () -> "stands twice in " + file + ": " + line);
                } else if (!line.isBlank()) {
                    open.add(line);
                }
            }
        }
        assertFalse(lists.isEmpty());
        return lists;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachListSaysWhatItIsFor() throws IOException {
        lists().forEach((name, lines) -> {
            assertTrue(
                    lines.size() > 1 && lines.get(0).startsWith("# "),
                    name + " has no line # below its name, or no words");
            assertTrue(lines.stream().skip(1).anyMatch(line -> !line.startsWith("#")), name);
        });
    }

    @Test
    void eachPhraseStandsOnceInItsList() throws IOException {
        lists().forEach((name, lines) -> {
            Set<String> seen = new HashSet<>();
            lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> assertTrue(seen.add(line), name + ": " + line));
        });
    }

    /** Finders see a text in its normal form only: "uỷ" and doubled spaces would never be found. */
    @Test
    void phrasesAreInTheFormThatTextIsReadIn() throws IOException {
        lists().forEach((name, lines) -> lines.stream()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    Paragraph paragraph = new Paragraph(
                            0, line, 0, 0, Place.BODY, null, Paragraph.Layout.UNKNOWN, List.of(), List.of());
                    assertEquals(NormalText.of(paragraph, 0, line.length()).text(), line, name);
                }));
    }

    @Test
    void eachListIsAskedFor() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Path file : files(Path.of("src/core/src/main/java"), ".java")) {
            sources.put(file.toString(), Files.readString(file));
        }
        for (String name : lists().keySet()) {
            String family = name.substring(0, name.indexOf('/'));
            String list = name.substring(name.indexOf('/') + 1);
            assertTrue(
                    sources.values().stream()
                            .anyMatch(text -> text.contains("Vocabulary.of(\"" + family + "\")")
                                    && text.contains("\"" + list + "\"")),
                    () -> "nobody asks for " + name);
        }
    }

    @Test
    void aListThatIsNotThereIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> Vocabulary.of("nonsense"));
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> Vocabulary.of("dates").get("weekday"))
                .getMessage();
        assertTrue(said.contains("rules/words/dates.txt") && said.contains("[weekday]"), said);
    }

    @Test
    void theLongerPhraseIsFoundFirst() {
        Phrases phrases = new Phrases(List.of("dự kiến", "dự kiến từ", "T.P"));
        assertEquals("dự kiến từ", firstIn("dự kiến từ tháng 3", phrases));
        assertEquals("dự kiến", firstIn("dự kiến tổ chức", phrases));
        assertTrue(Pattern.matches(phrases.any(), "T.P"));
        assertFalse(Pattern.matches(phrases.any(), "TxP"));
        assertEquals(List.of("DU KIEN", "DU KIEN TU", "T.P"), phrases.folded().all());
        assertEquals(List.of("DỰ KIẾN", "DỰ KIẾN TỪ", "T.P"), phrases.capitals().all());
        assertTrue(phrases.in("từ T.P"));
        assertFalse(phrases.in("dự án"));
    }

    /** Which of two that are alike but for a capital comes first matters where a pattern passes over case. */
    @Test
    void theLongerPhraseIsFoundFirstWhateverItsCapitals() {
        Phrases phrases = Phrases.of("Đảng bộ", "đảng");
        assertEquals("đảng bộ", firstIn("đảng bộ xã", phrases));
        assertEquals("ĐẢNG BỘ", firstIn("ĐẢNG BỘ", phrases));
        assertEquals("", firstIn("đảng bộ", Phrases.of()));
    }

    private static String firstIn(String text, Phrases phrases) {
        Matcher first = Pattern.compile("(?iu)" + phrases.any()).matcher(text);
        assertTrue(first.find());
        return first.group();
    }
}
