package org.planlint.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlint.samples.LaidOut;

/** The pages' examples, and the documents that they make of the sound plans in {@code rules/plans}. */
public final class SoundPlans {
    static final Path FOLDER = Path.of("rules/plans");

    private SoundPlans() {}

    /** A shipped rule's page as it was written, below its front matter. */
    static String body(RulePage page) {
        return read(Path.of("rules", page.family(), page.id() + ".md")).split("\n---\n", 2)[1];
    }

    public static List<Example> examples(RulePage page) {
        return Example.of(body(page));
    }

    static PlanParts plan(String name) {
        return PlanParts.of(read(FOLDER.resolve(name + ".txt")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents that an example stands for, by name; the name is empty where it is one alone. */
    public static Map<String, String> documents(Example example) {
        Map<String, String> documents = new LinkedHashMap<>();
        example.files()
                .forEach((name, text) -> documents.put(
                        name,
                        example.whole()
                                ? text
                                : plan(example.plan()).with(PlanParts.of(text)).text()));
        return documents;
    }

    /** The one document as a docx, where the example says how it looks; null for others, which are text. */
    static byte[] laidOut(Example example) {
        if (example.whole() || !PlanParts.begin(example.text())) {
            return null;
        }
        PlanParts anew = PlanParts.of(example.text());
        return anew.layout().isEmpty() ? null : docx(plan(example.plan()).with(anew), example.plan());
    }

    /** A plan of these parts as a docx; the name of a province runs over two lines. */
    static byte[] docx(PlanParts plan, String name) {
        Map<String, List<String>> lines = plan.lines();
        List<String> agencies = lines.get("agency");
        List<String> recipients = lines.get("recipients");
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String part : List.of("number", "nationalTitle", "motto", "date", "type", "subject")) {
            parts.put(part, lines.get(part).isEmpty() ? " " : String.join("\n", lines.get(part)));
        }
        boolean one = name.equals("province");
        parts.put("agency", one ? String.join(" / ", agencies) : agencies.get(agencies.size() - 1));
        parts.put("parent", one ? "" : String.join("\n", agencies.subList(0, agencies.size() - 1)));
        List<String> body = new ArrayList<>(lines.get("basis"));
        lines.forEach((part, text) -> body.addAll(part.matches("[IVX].*") ? text : List.of()));
        parts.put("body", body);
        parts.put("recipients", recipients.isEmpty() ? recipients : recipients.subList(1, recipients.size()));
        for (String part : List.of("signature", "annex", "layout")) {
            parts.put(part, lines.get(part));
        }
        return LaidOut.docx(parts);
    }

    /** The digital signatures of the one document that an example stands for. */
    static List<String> signatures(Example example) {
        return example.whole() ? List.of() : PlanParts.of(example.text()).signatures();
    }

    /** The fields of the record that comes with the one document that an example stands for. */
    static List<String> record(Example example) {
        return example.whole() ? List.of() : PlanParts.of(example.text()).record();
    }

    /** How the paper of the one document was scanned that an example stands for. */
    static List<String> scan(Example example) {
        return example.whole() ? List.of() : PlanParts.of(example.text()).scan();
    }

    /** The one document that an example stands for. */
    static String document(Example example) {
        return documents(example).get("");
    }
}
