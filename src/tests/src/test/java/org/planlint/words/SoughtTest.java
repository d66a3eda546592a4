package org.planlint.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.NoTests;
import org.planlint.samples.TakesLong;
import org.planlint.text.NormalText;

/** What is sought only where a match may begin is found as if it were looked for everywhere. */
@TakesLong
class SoughtTest {
    private static final Path CASES = Path.of("src/core/src/test/cases");
    private static final Path FLOODS = Path.of("src/tests/src/test/floods.txt");

    /** The constants of the product by their names. */
    private static Map<String, Sought> all() throws ReflectiveOperationException {
        Map<String, Sought> found = new LinkedHashMap<>();
        for (JavaClass imported : new ClassFileImporter()
                .withImportOption(new NoTests())
                .importPackages("org.planlint.parse", "org.planlint.words")) {
            Class<?> type = Class.forName(imported.getName());
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    add(type.getSimpleName() + "." + field.getName(), field.get(null), found);
                }
            }
        }
        return found;
    }

    private static void add(String name, Object value, Map<String, Sought> found) {
        if (value instanceof Sought sought) {
            found.put(name, sought);
        } else if (value instanceof Signal signal) {
            found.put(name, signal.pattern());
        }
    }

    /** The lines of the cases, as they stand, in small letters, in capitals, and without spaces; and what floods are made of. */
    private static Set<String> lines() throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        List<Path> files = new ArrayList<>(List.of(FLOODS));
        try (Stream<Path> cases = Files.list(CASES)) {
            cases.forEach(files::add);
        }
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                lines.add(line);
                lines.add(line.strip().toLowerCase(Locale.ROOT));
                lines.add(NormalText.fold(line));
                lines.add(line.replace(" ", ""));
            }
        }
        return lines;
    }

    private static List<String> found(Sought sought, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher m = sought.first(text); m != null; m = sought.next(m, text)) {
            found.add(m.start() + "-" + m.end());
        }
        return found;
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            found.add(m.start() + "-" + m.end());
        }
        return found;
    }

    @Test
    void theProductFindsTheSame() throws Exception {
        Collection<String> lines = lines();
        Map<String, Sought> all = all();
        assertTrue(all.size() > 80, "the patterns are found: " + all.size());
        all.forEach((name, sought) -> {
            assertFalse(sought.pattern().matcher("").find(), name + " matches nothing at all");
            for (String line : lines) {
                assertEquals(found(sought.pattern(), line), found(sought, line), name + " in " + line);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b+",
                "(?iu)ĐỀ(?=\\s|$)",
                "(?<!\\p{L})b",
                "(?<=a)b",
                "(?:(?<=a )|(?<=[)\\]] ))b",
                "(?:^|[,;] ?)b",
                "a(?!b)",
                "(?<x>a|b)\\k<x>",
                "[^ab]{2}",
                "\uD83D\uDE00",
                "ế$"
            })
    void whatStandsBeforeAndBehindIsLookedAt(String regex) {
        Sought sought = new Sought(regex);
        for (String text : List.of(
                "",
                "a",
                "b",
                "ab",
                "ba",
                "aab",
                "a b",
                ") b",
                "] b,b; b",
                "aa bb",
                "x\uD83D\uDE00ế",
                "đề",
                "ĐỀ đề.",
                "ế")) {
            assertEquals(found(sought.pattern(), text), found(sought, text), text);
        }
    }
}
