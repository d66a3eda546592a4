package org.planlint.extract;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.detect.AutoDetectReader;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.Table;
import org.planlint.words.Pieces;

/** Reads plain text and Markdown: a line is a paragraph, unless the file is wrapped at a fixed width. */
final class TextReader implements Reader {
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");
    private static final Pattern MARKS = Pattern.compile("\\*\\*|__|</?(?:i|b|u|em|strong|br)/?>");
    private static final Pattern PAIRED_STAR = Pattern.compile("(?<![*A-Za-z0-9_])\\*(\\S[^*]*?)\\*(?!\\*)");
    private static final Pattern PAIRED_UNDERSCORE =
            Pattern.compile("(?<![\\p{L}\\d_])_(\\S(?:[^_]*[^\\s_])?)_(?![\\p{L}\\d_])");
    private static final Pattern NESTED_BULLET = Pattern.compile("^\\s*[-*]\\s+(?=[-+*]\\s)");
    private static final Pattern TABLE_LINE =
            Pattern.compile("^\\s*\\|?\\s*:?-{2,}:?\\s*(\\|\\s*:?-{2,}:?\\s*)*\\|?\\s*$");
    private static final Pattern LIST_START = Pattern.compile("^\\s*(?:[IVXLC]+[./)]|" + Pieces.SECTION_NUMBER
            + "[.)/]|\\(\\d+\\)[.:]?|" + Pieces.POINT_LETTER + "[.)]|" + Pieces.BULLET + ")\\s.*");

    /** Of so many bytes one is the upper one of a letter of ASCII: in Vietnamese half of all letters are. */
    private static final int MOST_LETTERS = 5;

    private static final int HARDLY_ANY = 20;

    @Override
    public Document read(Source source) throws Exception {
        List<String> lines =
                decode(source.bytes()).lines().map(TextReader::unescape).toList();
        DocumentBuilder builder = new DocumentBuilder(source);
        int width = wrapWidth(lines);
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (line.isBlank()) {
                i++;
            } else if (line.strip().startsWith("|")) {
                i = pipes(lines, i, builder);
            } else if (tabs(line) > 0 && i + 1 < lines.size() && tabs(lines.get(i + 1)) == tabs(line)) {
                i = tabbed(lines, i, builder);
            } else {
                i = paragraph(lines, i, width, builder);
            }
        }
        return builder.build();
    }

    /** UTF-8 if the bytes are; else by its mark, else as Tika detects it. */
    private static String decode(byte[] bytes) throws Exception {
        if (bytes.length > 1
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Charset wide = unmarkedWide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            try (AutoDetectReader reader = new AutoDetectReader(new ByteArrayInputStream(bytes))) {
                Charset charset = reader.getCharset();
                return new String(bytes, charset);
            }
        }
    }

    /** UTF-16 without its mark, or null: the upper byte of most letters is nought, and hardly any lower one is. */
    private static Charset unmarkedWide(byte[] bytes) {
        int[] noughts = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            noughts[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        int more = Math.max(noughts[0], noughts[1]);
        int fewer = Math.min(noughts[0], noughts[1]);
        return bytes.length % 2 != 0 || more * MOST_LETTERS < bytes.length || fewer * HARDLY_ANY > more
                ? null
                : noughts[0] > noughts[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /** Takes Markdown's marks off; a lone star at the start of a line is a clerk's bullet and stays. */
    private static String unescape(String line) {
        String text = HEADING.matcher(line).replaceFirst("");
        text = MARKS.matcher(text).replaceAll("");
        text = PAIRED_STAR.matcher(text).replaceAll("$1");
        text = PAIRED_UNDERSCORE.matcher(text).replaceAll("$1");
        return NESTED_BULLET.matcher(text).replaceFirst("");
    }

    /**
     * The width at which a file is wrapped, or 0: most full lines end close below it, none goes beyond, and many are cut
     * in the middle of a sentence.
     */
    private static int wrapWidth(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        if (longest > 130 || longest < 40) {
            return 0;
        }
        int near = 0;
        int cut = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > longest * 0.85) {
                near++;
                cut += i + 1 < lines.size()
                                && goesOn(lines.get(i).strip(), lines.get(i + 1).strip())
                        ? 1
                        : 0;
            }
        }
        boolean full =
                near >= 5 && near * 6 > lines.stream().filter(l -> !l.isBlank()).count();
        return full && cut * 3 >= near ? longest : 0;
    }

    /** Whether a line stops without a mark, and the next goes on in small letters. */
    private static boolean goesOn(String above, String next) {
        return !above.isEmpty()
                && !next.isEmpty()
                && (Character.isLetterOrDigit(above.charAt(above.length() - 1)) || above.endsWith(","))
                && Character.isLowerCase(next.charAt(0))
                && !LIST_START.matcher(next).matches();
    }

    private static int paragraph(List<String> lines, int from, int width, DocumentBuilder builder) throws ReadFailure {
        StringBuilder text = new StringBuilder(lines.get(from).stripTrailing());
        int i = from + 1;
        while (i < lines.size()) {
            String next = lines.get(i);
            int at = i;
            if (next.isBlank() && i + 1 < lines.size() && isCut(text, lines.get(i + 1))) {
                at = i + 1;
                next = lines.get(at);
            } else if (next.isBlank()
                    || !TornCitation.joins(text, next)
                            && (width == 0
                                    || lines.get(i - 1).length() < width * 0.8
                                    || LIST_START.matcher(next).matches()
                                    || partsFrom(lines.get(i - 1).strip(), next.strip())
                                    || tabs(next) > 0
                                    || next.contains("     ")
                                    || lines.get(i - 1).contains("     "))) {
                break;
            }
            text.append(TornCitation.isTornAtDash(text, next) ? "" : " ").append(next.strip());
            i = at + 1;
        }
        builder.paragraph(text.toString(), 0);
        return i;
    }

    /** Below a clause that ended, or a heading in capitals, other words begin a paragraph though the line was full. */
    private static boolean partsFrom(String above, String next) {
        boolean ended = above.endsWith(";") || above.endsWith(":") || above.endsWith("./.");
        boolean heading = isCapitals(above) && !isCapitals(next);
        return heading || ended && !next.isEmpty() && Character.isUpperCase(next.charAt(0));
    }

    private static boolean isCapitals(String text) {
        return text.chars().anyMatch(Character::isLetter) && text.chars().noneMatch(Character::isLowerCase);
    }

    /** A sentence that a page break cut in two: it stops without a mark, and goes on in small letters. */
    private static boolean isCut(CharSequence text, String next) {
        if (next.isBlank() || text.length() < 60) {
            return false;
        }
        return goesOn(text.toString(), next.strip());
    }

    private static int tabs(String line) {
        return (int) line.strip().chars().filter(c -> c == '\t').count();
    }

    /** Editors cut off the tabs of empty cells at the end of a row. */
    private static boolean isRowOf(int columns, int tabs) {
        return tabs == columns || columns >= 2 && tabs >= 1 && tabs < columns;
    }

    private static int tabbed(List<String> lines, int from, DocumentBuilder builder) throws ReadFailure {
        List<Table.Row> rows = new ArrayList<>();
        int i = from;
        int columns = tabs(lines.get(from));
        while (i < lines.size() && isRowOf(columns, tabs(lines.get(i)))) {
            rows.add(row(lines.get(i).split("\t", -1), builder));
            i++;
        }
        builder.table(rows, null);
        return i;
    }

    private static int pipes(List<String> lines, int from, DocumentBuilder builder) throws ReadFailure {
        List<Table.Row> rows = new ArrayList<>();
        int i = from;
        while (i < lines.size() && lines.get(i).strip().startsWith("|")) {
            String line = lines.get(i).strip();
            if (!TABLE_LINE.matcher(line).matches()) {
                String inner =
                        line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
                rows.add(row(inner.split("\\|", -1), builder));
            }
            i++;
        }
        builder.table(rows, true);
        return i;
    }

    private static Table.Row row(String[] parts, DocumentBuilder builder) throws ReadFailure {
        List<Table.Cell> cells = new ArrayList<>();
        for (int c = 0; c < parts.length; c++) {
            builder.open();
            if (!parts[c].isBlank()) {
                builder.paragraph(parts[c].strip(), 0, 0, null, Paragraph.Layout.UNKNOWN, List.of());
            }
            cells.add(new Table.Cell(c, 1, false, builder.close()));
        }
        return new Table.Row(cells);
    }
}
