package org.planlint.facts;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/facts.md}, the records that rules see and the names that DRL uses: {@code mvn -q -B test-compile exec:java@fact-docs}. */
public final class FactsDoc {
    static final Path FILE = Path.of("docs/facts.md");
    private static final Path SOURCES = Path.of("src/core/src/main/java/org/planlint/facts");
    private static final Pattern COMMENT =
            Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*(?:@\\w+\\s+)*public record (\\w+)");
    private static final Pattern PARAMETER = Pattern.compile("(?s)@param (\\w+) +(.*?)(?=@param|$)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import org\\.planlint\\.facts\\.(\\w+)");
    /** How Drools reads a record's components {@code is…} and {@code get…}: without those letters. */
    private static final Set<String> TAKEN_FOR_GETTERS = Set.of("issueDate", "issuer");

    private FactsDoc() {}

    public static void main(String[] args) throws Exception {
        Files.writeString(FILE, text());
    }

    static String text() throws Exception {
        StringBuilder out = new StringBuilder("""
                # Dữ kiện · Facts

                Quy tắc chỉ thấy những bản ghi này. · Rules see these records and nothing else.

                Bảng này do `mvn -q -B test-compile exec:java@fact-docs` viết từ `org.planlint.facts`; một kiểm thử giữ cho khớp.
                Names are those of DRL: a component by its own name, `isX()` as `x`; a method with arguments is called. What is marked
                `()` must be called with its brackets, since Drools would read it as a getter.
                """);
        Map<String, Set<String>> rules = rules();
        for (Map.Entry<Class<?>, String[]> record : records().entrySet()) {
            Class<?> type = record.getKey();
            Map<String, String> said = parameters(record.getValue()[0]);
            out.append("\n## ")
                    .append(type.getSimpleName())
                    .append("\n\n")
                    .append(summary(record.getValue()[0]))
                    .append("\n\n");
            out.append("| tên · name | kiểu · type | |\n|---|---|---|\n");
            for (RecordComponent component : type.getRecordComponents()) {
                String name = component.getName();
                row(
                        out,
                        TAKEN_FOR_GETTERS.contains(name) ? name + "()" : name,
                        component.getGenericType(),
                        said.getOrDefault(name, ""));
            }
            for (Method method : methods(type)) {
                row(out, name(method), method.getGenericReturnType(), comment(type, method));
            }
            Set<String> users = rules.getOrDefault(type.getSimpleName(), Set.of());
            if (!users.isEmpty()) {
                out.append("\nDùng trong · used by: ")
                        .append(users.stream()
                                .map(rule ->
                                        "[" + rule.substring(rule.indexOf('/') + 1) + "](../rules/" + rule + ".drl)")
                                .collect(Collectors.joining(", ")))
                        .append("\n");
            }
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String name, Type type, String words) {
        out.append("| `")
                .append(name)
                .append("` | ")
                .append(type(type))
                .append(" | ")
                .append(cell(words))
                .append(" |\n");
    }

    /** Each record of the package with the comment above it, by name. */
    private static Map<Class<?>, String[]> records() throws Exception {
        Map<Class<?>, String[]> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                Matcher m = COMMENT.matcher(Files.readString(file));
                if (m.find() && !m.group(2).equals("Facts")) {
                    found.put(Class.forName("org.planlint.facts." + m.group(2)), new String[] {m.group(1)});
                }
            }
        }
        return found;
    }

    private static Map<String, Set<String>> rules() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        Path folder = Path.of("rules");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
                String rule =
                        folder.relativize(file).toString().replace('\\', '/').replace(".drl", "");
                Matcher m = IMPORT.matcher(Files.readString(file));
                while (m.find()) {
                    found.computeIfAbsent(m.group(1), k -> new TreeSet<>()).add(rule);
                }
            }
        }
        return found;
    }

    private static List<Method> methods(Class<?> type) {
        List<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !(m.getParameterCount() == 0 && components.contains(m.getName())))
                .filter(m -> !Set.of("equals", "hashCode", "toString").contains(m.getName()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
                .toList();
    }

    private static String name(Method method) {
        if (method.getParameterCount() > 0) {
            return method.getName()
                    + Arrays.stream(method.getGenericParameterTypes())
                            .map(FactsDoc::type)
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        String name = method.getName();
        return name.matches("is\\p{Lu}.*") ? Character.toLowerCase(name.charAt(2)) + name.substring(3) : name;
    }

    /** What stands above the method in the source. */
    private static String comment(Class<?> type, Method method) throws IOException {
        Matcher m = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*public [\\w<>.\\[\\]]+ " + method.getName() + "\\(")
                .matcher(Files.readString(SOURCES.resolve(type.getSimpleName() + ".java")));
        return m.find() ? plain(m.group(1).split("@param|@return")[0]) : "";
    }

    private static Map<String, String> parameters(String comment) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher m = PARAMETER.matcher(plain(comment));
        while (m.find()) {
            found.put(m.group(1), m.group(2).strip());
        }
        return found;
    }

    private static String summary(String comment) {
        return plain(comment.split("@param")[0]);
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("</?p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            List<String> of = new ArrayList<>();
            for (Type argument : generic.getActualTypeArguments()) {
                of.add(type(argument));
            }
            return ((Class<?>) generic.getRawType()).getSimpleName() + " of " + String.join(", ", of);
        }
        return type instanceof Class<?> simple ? simple.getSimpleName() : type.getTypeName();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
