package org.planlint.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlint.NoTests;
import org.planlint.parse.PlanParser;
import org.planlint.rules.Law;

/**
 * Each pattern of the product by itself, over lines that nobody would write: its looks at letters are counted, which says the same
 * on every machine. {@link FloodsTest} counts the steps of all of them together, behind the words that finders ask for first.
 */
class HostileLinesTest {
    private static final int LENGTH = 800;
    /** Looks for each letter that need no second thought: a sentence is looked through for each of its words. */
    private static final int FEW = 300;

    private static final int TIMES = 4;
    /** Looks may grow so much more than the line; the square of its length would be {@link #TIMES}. */
    private static final double GROWTH = 1.6;

    /** Where patterns meet the text of files. */
    private static final String[] READERS = Stream.of(
                    "annotate", "extract", "facts", "fix", "parse", "record", "report", "rules", "text", "words")
            .map(room -> "org.planlint." + room)
            .toArray(String[]::new);

    /** What a line is made of, over and over. */
    private static final List<String> PIECES = List.of(
            " ",
            ".",
            "…",
            ". ",
            "- ",
            "/",
            "1",
            "1 ",
            "1.",
            "1/",
            "(",
            "[(",
            "“",
            ")",
            "a",
            "ế",
            "e\u0302\u0301",
            "A",
            "Ơ ",
            ",",
            "_",
            "|",
            "\t",
            "8h30 ",
            "8:30",
            "08 giờ 30 - ",
            "05/3/2024 ",
            "ngày 05 ",
            "từ ngày 05 ",
            "ngày 05 tháng 3 năm 2024, ",
            "tháng 3, ",
            "năm 2024 ",
            "Số 12/KH-UBND ",
            "Nghị định số ",
            "khoản 1 Điều 2 ",
            "1.000.000 ",
            "1.000.000 đồng x ",
            "I. ",
            "a) ",
            "Phụ lục I ",
            "Ủy ban nhân dân ",
            "Sở Nội vụ, ",
            "10% ",
            "- Lưu: VT. ",
            "đ/c ",
            "(sau đây gọi tắt là ");

    /** A line whose letters are looked at, and the looks counted. */
    private record Counted(String text, int start, int end, long[] left) implements CharSequence {
        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManyLooks();
            }
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to, left);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }

    /** The patterns that classes hold as constants, and those that the parser's finders make of the law's tables. */
    private static final class Patterns {
        private final Map<String, Object> found = new TreeMap<>();
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        static Map<String, Object> all() throws ReflectiveOperationException {
            Patterns patterns = new Patterns();
            for (JavaClass imported :
                    new ClassFileImporter().withImportOption(new NoTests()).importPackages(READERS)) {
                patterns.fields(Class.forName(imported.getName()), null);
            }
            patterns.held("", new PlanParser(Law.tables()));
            return patterns.found;
        }

        /** @param of whose fields; null for those of the class itself */
        private void fields(Class<?> type, Object of) throws ReflectiveOperationException {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) == (of == null)
                        && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    held(type.getSimpleName() + "." + field.getName(), field.get(of));
                }
            }
        }

        private void held(String name, Object value) throws ReflectiveOperationException {
            if (value instanceof Sought sought) {
                found.put(unused(name), sought);
            } else if (value instanceof Pattern pattern) {
                found.put(unused(name), pattern);
            } else if (value != null && seen.add(value)) {
                inside(name, value);
            }
        }

        private void inside(String name, Object value) throws ReflectiveOperationException {
            if (value instanceof Collection<?> several) {
                for (Object one : several) {
                    held(name, one);
                }
            } else if (value instanceof Map<?, ?> map) {
                held(name, map.keySet());
                held(name, map.values());
            } else if (value.getClass().getName().startsWith("org.planlint")) {
                fields(value.getClass(), value);
            }
        }

        private String unused(String name) {
            String free = name;
            for (int i = 2; found.containsKey(free); i++) {
                free = name + " " + i;
            }
            return free;
        }
    }

    /**
     * How often it looks at a letter, for all matches of what is sought in lines and for one at their beginning of the others, which
     * are put to pieces; {@code limit} and more if it is not done by then.
     */
    private static long looks(Object pattern, String line, long limit) {
        long[] left = {limit};
        Counted counted = new Counted(line, 0, line.length(), left);
        try {
            if (pattern instanceof Sought sought) {
                sought.pattern().matcher(counted).results().forEach(match -> {});
            } else {
                Matcher matcher = ((Pattern) pattern).matcher(counted);
                matcher.lookingAt();
                matcher.matches();
            }
            return limit - left[0];
        } catch (TooManyLooks | StackOverflowError tooMany) {
            return limit;
        }
    }

    /** It ends with what no pattern takes, so that one that has come so far tries all its other ways. */
    private static String line(String piece, int length) {
        return "x" + piece.repeat(length / piece.length()) + "\u0001";
    }

    private static boolean isBearable(Object pattern, String piece) {
        long few = (long) LENGTH * FEW;
        if (looks(pattern, line(piece, LENGTH), few) < few) {
            return true;
        }
        long limit = (long) (looks(pattern, line(piece, LENGTH / TIMES), few) * TIMES * GROWTH);
        return looks(pattern, line(piece, LENGTH), limit) < limit;
    }

    @Test
    void noPatternLooksAtALineOverAndOver() throws Exception {
        Map<String, Object> patterns = Patterns.all();
        assertTrue(patterns.size() > 400, "the patterns are found: " + patterns.size());
        Map<String, Set<String>> unbearable = new TreeMap<>();
        patterns.forEach((name, pattern) -> {
            for (String piece : PIECES) {
                if (!isBearable(pattern, piece)) {
                    unbearable.computeIfAbsent(name, key -> new TreeSet<>()).add(piece);
                }
            }
        });
        assertEquals(Map.of(), unbearable);
    }
}
