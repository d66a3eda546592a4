package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A plan that is set in a way that is right, or wrong in one thing: the data are {@code src/test/cases/layout.yaml}.
 *
 * @param rule what must fire, or null
 * @param also what may fire with it, or null
 * @param mended whether {@code fix} sets it right where it mends what the rule finds
 */
public record LayoutCase(String name, String rule, String also, List<String> formats, boolean mended, SamplePlan plan) {
    private static final List<String> FORMATS = List.of("docx", "doc", "odt", "pdf");

    @SuppressWarnings("unchecked")
    public static List<LayoutCase> all() throws IOException {
        List<Map<String, Object>> entries =
                (List<Map<String, Object>>) new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(Path.of("src/core/src/test/cases/layout.yaml")));
        Map<String, Object> base = (Map<String, Object>) entries.get(0).get("plan");
        List<LayoutCase> cases = new ArrayList<>();
        for (Map<String, Object> entry : entries.subList(1, entries.size())) {
            Map<String, Object> plan = new LinkedHashMap<>(base);
            plan.putAll(entry);
            plan.put("layout", layout((List<String>) base.get("layout"), (List<String>) entry.get("layout")));
            String rule = (String) entry.get("rule");
            cases.add(new LayoutCase(
                    (rule == null ? "sound" : rule) + ", " + entry.get("name"),
                    rule,
                    (String) entry.get("also"),
                    (List<String>) entry.getOrDefault("formats", FORMATS),
                    (Boolean) entry.getOrDefault("mended", true),
                    SamplePlan.of("layout", plan)));
        }
        return cases;
    }

    /** What an entry says of a part stands for what the plan says of it. */
    private static List<String> layout(List<String> plan, List<String> entry) {
        List<String> lines = new ArrayList<>(entry == null ? List.of() : entry);
        List<String> parts = lines.stream().map(LayoutCase::part).toList();
        plan.stream().filter(line -> !parts.contains(part(line))).forEach(lines::add);
        return lines;
    }

    private static String part(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    /** Writes its docx. */
    public Path write(Path folder) throws IOException {
        Path file = folder.resolve(name.replaceAll("[^\\p{Alnum}.]+", "-") + ".docx");
        DocxSample.write(plan, file);
        return file;
    }
}
