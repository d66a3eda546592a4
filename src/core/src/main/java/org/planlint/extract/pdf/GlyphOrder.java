package org.planlint.extract.pdf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fixed order in which the faces of a family number their glyphs: what a glyph means where the file does not say.
 *
 * <p>Times New Roman alone is known, from {@code times-new-roman.txt}, and by it most Vietnamese plans are set. By all
 * that is known of Arial, its Vietnamese letters have other numbers.
 *
 * @param characters by the number of the glyph
 */
record GlyphOrder(TreeMap<Integer, String> characters) {
    /** The name of a face, without the mark of a subset and without spaces. */
    private static final Pattern TIMES = Pattern.compile("TimesNewRoman(?:PS)?(?:MT)?(?:[-,]?(?:Bold|Italic|MT))*");

    private static final Map<String, TreeMap<Integer, String>> RUNS = runs();
    private static final GlyphOrder UPRIGHT = of("all", "upright");
    private static final GlyphOrder ITALIC = of("all", "italic");

    /**
     * The order of the face, if its family is known.
     *
     * @param font the name as pdf has it: "ABCDEE+TimesNewRomanPS-BoldMT", "Times New Roman,Italic"
     */
    static Optional<GlyphOrder> of(String font) {
        String bare = font.substring(font.indexOf('+') + 1).replace(" ", "");
        if (!TIMES.matcher(bare).matches()) {
            return Optional.empty();
        }
        return Optional.of(bare.contains("Italic") ? ITALIC : UPRIGHT);
    }

    /** The least number of glyphs of a face whose glyphs have kept their numbers; a subset that counts anew has few. */
    int size() {
        return characters.lastKey() + 1;
    }

    private static GlyphOrder of(String... lists) {
        TreeMap<Integer, String> characters = new TreeMap<>();
        for (String list : lists) {
            characters.putAll(RUNS.get(list));
        }
        return new GlyphOrder(characters);
    }

    private static Map<String, TreeMap<Integer, String>> runs() {
        try (InputStream in = GlyphOrder.class.getResourceAsStream("times-new-roman.txt")) {
            Map<String, TreeMap<Integer, String>> lists = new HashMap<>();
            TreeMap<Integer, String> open = null;
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    open = lists.computeIfAbsent(line.substring(1, line.length() - 1), name -> new TreeMap<>());
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    int glyph = Integer.parseInt(line, 0, space, 10);
                    for (int i = space + 1; i < line.length(); i++) {
                        open.put(glyph++, line.substring(i, i + 1));
                    }
                }
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
