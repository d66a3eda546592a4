package org.planlint.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The digital signatures of the one document that an example stands for. */
    static List<String> signatures(Example example) {
        return example.whole() ? List.of() : PlanParts.of(example.text()).signatures();
    }

    /** The fields of the record that comes with the one document that an example stands for. */
    static List<String> record(Example example) {
        return example.whole() ? List.of() : PlanParts.of(example.text()).record();
    }

    /** The one document that an example stands for. */
    static String document(Example example) {
        return documents(example).get("");
    }
}
