package org.planlint.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;

/**
 * What of a sample looks otherwise than the decree has it, one part a line: {@code type: size 16, not bold}. {@code rules/README.md}
 * has the words.
 *
 * @param parts each part's words, by its name
 */
record Look(Map<String, List<String>> parts) {
    static final Look SOUND = new Look(Map.of());

    /**
     * How a line is set.
     *
     * @param size   in points
     * @param indent of the first line, in centimetres
     * @param space  below it, in points
     * @param lines  their height, as "1.5" or "exactly 18 pt"
     * @param line   what is under it: none, border, underline, drawn, drawingml, below (in a paragraph of its own), above and
     *               table (the upper border of such a paragraph, or of a table of one cell), typed; null where
     *               the decree has nothing
     */
    record Type(
            double size,
            boolean bold,
            boolean italic,
            String font,
            String colour,
            ParagraphAlignment alignment,
            double indent,
            double space,
            String lines,
            String line) {
        static Type of(double size, boolean bold, boolean italic, ParagraphAlignment alignment) {
            return new Type(size, bold, italic, "Times New Roman", null, alignment, 0, 0, "1", null);
        }

        Type indented(double centimetres, double space) {
            return new Type(size, bold, italic, font, colour, alignment, centimetres, space, lines, line);
        }

        Type over(String line) {
            return new Type(size, bold, italic, font, colour, alignment, indent, space, lines, line);
        }

        /** @throws IllegalArgumentException for words that no part knows */
        private Type with(String word) {
            int space = word.indexOf(' ');
            String key = space < 0 ? word : word.substring(0, space);
            String value = space < 0 ? "" : word.substring(space + 1);
            double figure = figure(value);
            boolean not = key.equals("not");
            return switch (not ? value : key) {
                case "size" -> new Type(figure, bold, italic, font, colour, alignment, indent, this.space, lines, line);
                case "bold" -> new Type(size, !not, italic, font, colour, alignment, indent, this.space, lines, line);
                case "italic" -> new Type(size, bold, !not, font, colour, alignment, indent, this.space, lines, line);
                case "font" -> new Type(size, bold, italic, value, colour, alignment, indent, this.space, lines, line);
                case "colour" -> new Type(size, bold, italic, font, value, alignment, indent, this.space, lines, line);
                case "indent" -> new Type(size, bold, italic, font, colour, alignment, figure, this.space, lines, line);
                case "space" -> new Type(size, bold, italic, font, colour, alignment, indent, figure, lines, line);
                case "lines" -> new Type(size, bold, italic, font, colour, alignment, indent, this.space, value, line);
                case "line" -> over(value);
                case "left", "right", "centre", "justified" ->
                    new Type(size, bold, italic, font, colour, aligned(key), indent, this.space, lines, line);
                default -> throw new IllegalArgumentException("nobody knows how to set “" + word + "”");
            };
        }

        private static ParagraphAlignment aligned(String word) {
            return switch (word) {
                case "left" -> ParagraphAlignment.LEFT;
                case "right" -> ParagraphAlignment.RIGHT;
                case "centre" -> ParagraphAlignment.CENTER;
                default -> ParagraphAlignment.BOTH;
            };
        }
    }

    static Look of(List<String> lines) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("which part? " + line);
            }
            parts.put(
                    line.substring(0, colon).strip(),
                    List.of(line.substring(colon + 1).strip().split(",\\s*")));
        }
        return new Look(parts);
    }

    /**
     * The type of a part: the decree's, with what is said of all parts, then of this, then of this one of them.
     *
     * @param nth of the lines of this part, from 1
     */
    Type type(String part, int nth, Type sound) {
        Type type = sound;
        for (String name : new String[] {"all", part, part + " " + nth}) {
            for (String word : parts.getOrDefault(name, List.of())) {
                type = type.with(word);
            }
        }
        return type;
    }

    boolean isSaidOf(String part) {
        return parts.containsKey(part);
    }

    boolean says(String part, String word) {
        return parts.getOrDefault(part, List.of()).contains(word);
    }

    /** What stands behind a word: "right 25 mm" says 25 of right; {@code otherwise} where it is not said. */
    double measure(String part, String word, double otherwise) {
        return parts.getOrDefault(part, List.of()).stream()
                .filter(said -> said.startsWith(word + " "))
                .findFirst()
                .map(said -> figure(said.substring(word.length() + 1)))
                .orElse(otherwise);
    }

    /** Width and height of the paper in millimetres. */
    double[] paper() {
        String said = String.join(" ", parts.getOrDefault("paper", List.of("210 x 297 mm")));
        if (said.equals("letter")) {
            return new double[] {215.9, 279.4};
        }
        String[] sides = said.split(" x ");
        return new double[] {figure(sides[0]), figure(sides[1])};
    }

    /** The figure that the words begin with, or hold behind one word; 0 for none. */
    private static double figure(String words) {
        for (String word : words.split(" ")) {
            if (word.matches("\\d+(?:\\.\\d+)?")) {
                return Double.parseDouble(word);
            }
        }
        return 0;
    }
}
