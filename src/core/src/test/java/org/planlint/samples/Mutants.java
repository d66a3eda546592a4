package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.facts.Plan;
import org.planlint.report.DocumentReport;
import org.planlint.rules.Profile;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.rules.Settings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Sound plans with one defect planted in each: the data lie in {@code src/test/mutants}. */
public final class Mutants {
    private static final Path FOLDER = Path.of("src/core/src/test/mutants");
    private static final List<String> FORMATS = List.of("docx", "pdf", "txt");

    /**
     * A plan with one defect.
     *
     * @param rule   what must fire
     * @param also   what may fire with it, or null
     * @param quotes what one of its findings must quote
     * @param inTurn whether its format's turn has come: a defect's first place has all formats, each further place one
     */
    public record Mutant(
            String name, String rule, String also, String quotes, String format, boolean inTurn, SamplePlan plan) {
        /** Writes the file that it is in its format. */
        public Path write(Path folder) throws IOException {
            return Mutants.write(plan, format, folder.resolve(name.replaceAll("[^\\p{Alnum}.-]+", "_") + "." + format));
        }
    }

    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final PlanLint CONTENT =
            PlanLint.builder().settings(Settings.NONE.only(Profile.CONTENT), "").build();

    private Mutants() {}

    /** What is said of a plan or mutant. The pdf are drawn in a plain face, so that of their layout nothing is asked. */
    static DocumentReport check(Path file) {
        return (file.toString().endsWith(".pdf") ? CONTENT : PLANLINT).check(file);
    }

    private static Path write(SamplePlan plan, String format, Path file) throws IOException {
        switch (format) {
            case "docx" -> DocxSample.write(plan, file);
            case "pdf" -> PdfSample.write(plan, file);
            default -> Files.writeString(file, SampleMaker.text(plan));
        }
        return file;
    }

    /** The sound plans in all formats, by the name of the file. */
    public static Map<String, Path> sound(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Map.Entry<String, Map<String, Object>> plan : soundPlans().entrySet()) {
            for (String format : FORMATS) {
                Path file = folder.resolve(plan.getKey() + "." + format);
                files.put(
                        file.getFileName().toString(),
                        write(SamplePlan.of(plan.getKey(), plan.getValue()), format, file));
            }
        }
        return files;
    }

    private static Map<String, Map<String, Object>> soundPlans() throws IOException {
        Map<String, Map<String, Object>> plans = new LinkedHashMap<>();
        for (Path folder : List.of(Path.of("src/core/src/test/samples"), FOLDER.resolve("plans"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    Map<String, Object> map = yaml(file);
                    if (map.get("expect") == null) {
                        map.put("automaticNumbers", false);
                        plans.put(file.getFileName().toString().replace(".yaml", ""), map);
                    }
                }
            }
        }
        return plans;
    }

    @SuppressWarnings("unchecked")
    private static <T> T yaml(Path file) throws IOException {
        return (T) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    /** All mutants in all formats. */
    public static List<Mutant> all() throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        List<Map<String, Object>> defects = yaml(FOLDER.resolve("mutants.yaml"));
        Map<String, Map<String, Object>> plans = soundPlans();
        for (Map<String, Object> defect : defects) {
            int before = mutants.size();
            int place = 0;
            Pattern find = Pattern.compile(defect.get("find").toString(), Pattern.MULTILINE);
            int times = defect.get("times") == null ? 1 : (Integer) defect.get("times");
            for (Map.Entry<String, Map<String, Object>> plan : plans.entrySet()) {
                boolean attached = plan.getValue().get("cover") != null;
                if (defect.get("only") != null && !defect.get("only").equals(plan.getKey())
                        || plan.getKey().equals(defect.get("not"))
                        || attached && !page(defect).kinds().contains(Plan.Kind.ATTACHED_PLAN)) {
                    continue;
                }
                String part = defect.get("in").toString();
                String text = text(plan.getValue(), part);
                Matcher m = find.matcher(text);
                for (int i = 0; i < times && m.find(); i++) {
                    Map<String, Object> changed = new LinkedHashMap<>(plan.getValue());
                    set(changed, part, replace(text, find, i, defect.get("put").toString()));
                    List<String> formats = formats(defect);
                    for (String format : formats) {
                        String name =
                                defect.get("rule") + " " + defects.indexOf(defect) + "." + i + " " + plan.getKey();
                        mutants.add(new Mutant(
                                name,
                                defect.get("rule").toString(),
                                (String) defect.get("also"),
                                defect.getOrDefault("quotes", "").toString(),
                                format,
                                place == 0 || format.equals(formats.get(place % formats.size())),
                                SamplePlan.of(plan.getKey(), changed)));
                    }
                    place++;
                }
            }
            if (mutants.size() == before) {
                throw new IllegalStateException("no sound plan holds what this defect looks for: " + defect);
            }
        }
        return mutants;
    }

    private static RulePage page(Map<String, Object> defect) {
        return RuleBase.shipped().page(defect.get("rule").toString());
    }

    @SuppressWarnings("unchecked")
    private static List<String> formats(Map<String, Object> defect) {
        return (List<String>) defect.getOrDefault("formats", FORMATS);
    }

    /** A part as lines; what the letterhead always has is there without being written. */
    private static String text(Map<String, Object> plan, String part) {
        Object value = plan.get(part);
        if (value instanceof List<?> list) {
            return String.join("\n", list.stream().map(String::valueOf).toList());
        }
        if (value == null) {
            return plan.get("agency") == null
                    ? ""
                    : part.equals("motto")
                            ? SamplePlan.MOTTO
                            : part.equals("nationalTitle") ? SamplePlan.NATIONAL_TITLE : "";
        }
        return value.toString().strip();
    }

    private static void set(Map<String, Object> plan, String part, String text) {
        boolean list = plan.get(part) instanceof List;
        plan.put(
                part,
                list ? text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1)) : text.isEmpty() ? " " : text);
    }

    /** Replaces the place number {@code nth} alone. */
    private static String replace(String text, Pattern find, int nth, String put) {
        Matcher m = find.matcher(text);
        StringBuilder out = new StringBuilder();
        for (int i = 0; m.find(); i++) {
            m.appendReplacement(out, i == nth ? put : Matcher.quoteReplacement(m.group()));
            if (i == nth) {
                break;
            }
        }
        return m.appendTail(out).toString();
    }
}
