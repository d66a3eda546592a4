package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An invented plan, written once in {@code src/test/samples} and made into files of several formats.
 *
 * @param nationalTitle null where it is left out
 * @param motto   null where it is left out
 * @param cover   a decision that the plan is attached to, or null
 * @param body    lines as a clerk types them; lines of {@code |} make a table, {@code # } a centred heading
 * @param annex   what stands behind the signature, in the same form
 * @param formats the files that are made of it
 * @param look    what of the docx looks otherwise than the decree has it
 * @param expect  what planlint must say of each file, and nothing else at error or warning
 */
record SamplePlan(
        String name,
        String nationalTitle,
        String motto,
        String parent,
        String agency,
        String number,
        String date,
        String type,
        String subject,
        String attached,
        SamplePlan cover,
        List<String> body,
        List<String> recipients,
        List<String> signature,
        List<String> annex,
        List<String> formats,
        boolean automaticNumbers,
        Look look,
        List<Expected> expect) {
    static final String NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    record Expected(String rule, String quotes) {}

    static List<SamplePlan> all() throws IOException {
        return in(Path.of("src/core/src/test/samples"));
    }

    static List<SamplePlan> in(Path folder) throws IOException {
        List<SamplePlan> plans = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".yaml", "");
                Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                plans.add(of(name, (Map<?, ?>) loaded));
            }
        }
        return plans;
    }

    /** A plan whose parts are given by the names that the YAML has for them. */
    static SamplePlan of(String name, Map<?, ?> map) {
        List<Expected> expect = new ArrayList<>();
        if (map.get("expect") instanceof List<?> list) {
            for (Object item : list) {
                Map<?, ?> e = (Map<?, ?>) item;
                Object quotes = e.get("quotes");
                expect.add(new Expected(e.get("rule").toString(), quotes == null ? "" : quotes.toString()));
            }
        }
        return new SamplePlan(
                name,
                map.get("nationalTitle") == null ? NATIONAL_TITLE : text(map, "nationalTitle"),
                map.get("motto") == null ? MOTTO : text(map, "motto"),
                text(map, "parent"),
                text(map, "agency"),
                text(map, "number"),
                text(map, "date"),
                text(map, "type"),
                text(map, "subject"),
                text(map, "attached"),
                map.get("cover") instanceof Map<?, ?> cover ? of(name, cover) : null,
                lines(map, "body"),
                lines(map, "recipients"),
                lines(map, "signature"),
                lines(map, "annex"),
                lines(map, "formats"),
                Boolean.TRUE.equals(map.get("automaticNumbers")),
                Look.of(lines(map, "layout")),
                expect);
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) == null || map.get(key).toString().isBlank()
                ? null
                : map.get(key).toString().strip();
    }

    private static List<String> lines(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item == null ? "" : item.toString())
                    .toList();
        }
        return value == null || value.toString().isBlank()
                ? List.of()
                : value.toString().strip().lines().map(String::strip).toList();
    }
}
