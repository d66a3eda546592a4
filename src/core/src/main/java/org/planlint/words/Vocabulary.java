package org.planlint.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one family by which plans are read, in lists that finders ask for by name.
 *
 * <p>{@code rules/words/<family>.txt} holds them, one phrase a line: {@code [name]} opens a list, and lines with # below
 * it say what it is for and where its words come from.
 */
public final class Vocabulary {
    private static final Map<String, Vocabulary> FAMILIES = new ConcurrentHashMap<>();

    private final String family;
    private final Map<String, List<String>> lists;

    private Vocabulary(String family, Map<String, List<String>> lists) {
        this.family = family;
        this.lists = lists;
    }

    /** @throws IllegalArgumentException if there is no such family */
    public static Vocabulary of(String family) {
        return FAMILIES.computeIfAbsent(family, Vocabulary::read);
    }

    /**
     * The phrases of these lists, one list behind the other.
     *
     * @throws IllegalArgumentException if the family has no list of that name
     */
    public Phrases get(String... names) {
        List<String> phrases = new ArrayList<>();
        for (String name : names) {
            List<String> list = lists.get(name);
            if (list == null) {
                throw new IllegalArgumentException("rules/words/" + family + ".txt has no list [" + name + "]");
            }
            phrases.addAll(list);
        }
        return new Phrases(phrases);
    }

    /** The phrases of these lists as a group of a pattern. */
    public String any(String... names) {
        return get(names).any();
    }

    private static Vocabulary read(String family) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/rules/words/" + family + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no rules/words/" + family + ".txt");
            }
            Map<String, List<String>> lists = new LinkedHashMap<>();
            List<String> open = null;
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.strip();
                if (text.startsWith("[")) {
                    open = lists.computeIfAbsent(text.substring(1, text.length() - 1), name -> new ArrayList<>());
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    open.add(text);
                }
            }
            return new Vocabulary(family, lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
