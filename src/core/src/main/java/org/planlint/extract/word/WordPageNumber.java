package org.planlint.extract.word;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.planlint.extract.word.WordStyles.ParaProps;
import org.planlint.extract.word.WordStyles.RunProps;
import org.planlint.text.PageNumbering.Shown;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Place;

/** Watches the fields of a paragraph for the number of the page. */
final class WordPageNumber {
    private static final Pattern PAGE = Pattern.compile("\\s*PAGE(?:\\s.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPED =
            Pattern.compile("(?:[-–]\\s?)?(?:Trang\\s?)?\\d{1,3}(?:\\s?/\\s?\\d{1,3})?(?:\\s?[-–])?");
    private static final Pattern FIGURES = Pattern.compile("\\d+");

    private final StringBuilder instruction = new StringBuilder();
    private RunProps type;
    private int start = -1;
    private int end = -1;
    private boolean inCode;
    private boolean open;
    private String tab;

    /** A w:fldChar, at this place of the paragraph's text. */
    void mark(String kind, int at) {
        switch (String.valueOf(kind)) {
            case "begin" -> {
                instruction.setLength(0);
                inCode = true;
            }
            case "separate" -> code(at);
            case "end" -> {
                code(at);
                ends(at);
            }
            default -> {}
        }
    }

    private void code(int at) {
        if (inCode) {
            inCode = false;
            begins(instruction.toString(), at);
        }
    }

    /** A piece of a field's code, and how it is set. */
    void instruction(String piece, Supplier<RunProps> set) {
        instruction.append(piece);
        if (start < 0) {
            type = set.get();
        }
    }

    /** A field of this code begins to show here. */
    void begins(String code, int at) {
        if (start < 0 && code != null && PAGE.matcher(code).matches()) {
            start = at;
            open = true;
        }
    }

    /** A w:pgNum, which is the number without a field. */
    void alone(int at) {
        begins("PAGE", at);
        ends(at);
    }

    /** A field shows no more. */
    void ends(int at) {
        if (open) {
            open = false;
            end = at;
        }
    }

    /** A tab that stands where it says, whatever the stops. */
    void aligned(String to) {
        tab = start < 0 ? to : tab;
    }

    /**
     * What shows; null where the paragraph has no number of the page.
     *
     * @param text      of the paragraph, in which {@code runs} lie
     * @param place     of the header or footer
     * @param alignment of what stands behind the words that it is given
     */
    Shown shown(String text, List<Run> runs, int paragraph, Place place, Function<String, Alignment> alignment) {
        boolean typed = start < 0 && TYPED.matcher(text.strip()).matches();
        if (start < 0 && !typed) {
            return null;
        }
        int from = Math.min(Math.max(start, 0), text.length());
        int to = Math.min(Math.max(end, from), text.length());
        String form =
                typed ? FIGURES.matcher(text).replaceFirst("1") : text.substring(0, from) + "1" + text.substring(to);
        Run run = runs.stream()
                .filter(one -> one.end() > from && one.start() < Math.max(to, from + 1))
                .filter(one -> typed || to > from)
                .findFirst()
                .orElse(null);
        Double size =
                run != null ? run.size() : type == null || type.size == null ? null : Double.valueOf(type.size / 2);
        Boolean bold = run != null ? Boolean.valueOf(run.bold()) : type == null ? null : Boolean.TRUE.equals(type.bold);
        Boolean italic =
                run != null ? Boolean.valueOf(run.italic()) : type == null ? null : Boolean.TRUE.equals(type.italic);
        return new Shown(
                paragraph, place, alignment.apply(text.substring(0, from)), form.strip(), !typed, size, bold, italic);
    }

    /** Where what stands behind these words of a paragraph begins; null where unknown. */
    Alignment alignment(ParaProps props, String before) {
        if (tab != null) {
            return ParaProps.align(tab);
        }
        if (props.frame != null) {
            return props.frame.equals("center") || props.frame.equals("right") || props.frame.equals("left")
                    ? ParaProps.align(props.frame)
                    : null;
        }
        long tabs = before.chars().filter(c -> c == '\t').count();
        if (tabs == 0) {
            return ParaProps.align(props.alignment);
        }
        return props.tabs == null
                ? null
                : props.tabs.values().stream()
                        .filter(stop -> !stop.equals("clear"))
                        .skip(tabs - 1)
                        .findFirst()
                        .map(ParaProps::align)
                        .orElse(null);
    }
}
