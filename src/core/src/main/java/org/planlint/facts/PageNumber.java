package org.planlint.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Span;

/**
 * The number that the pages of the plan bear.
 *
 * @param shown     whether the pages behind the first show one
 * @param onFirst   whether the first page shows one
 * @param inHeader  above the text, not below it; null where none shows
 * @param alignment null where unknown
 * @param form      as printed, with 1 for the number; null where none shows
 * @param size      in points, or null
 * @param upright   neither bold nor italic; null where unknown
 * @param pages     how many pages the file has; null where that is not sure
 * @param several   whether they are surely more than one
 * @param span      the number, or where it is not known the last words of the plan's text
 */
public record PageNumber(
        boolean shown,
        boolean onFirst,
        Boolean inHeader,
        Alignment alignment,
        String form,
        Double size,
        Boolean upright,
        Integer pages,
        boolean several,
        Span span)
        implements Located {
    private static final Pattern BARE = Pattern.compile("\\d+");
    private static final double LEAST_SIZE = 13;
    private static final double MOST_SIZE = 14;
    private static final double SIZE_TOLERANCE = 0.2;

    /** Ways in which it departs from the norm. */
    public enum Fault {
        /** So many pages. */
        UNNUMBERED,
        /** Several pages; how many is unknown. */
        SEVERAL_UNNUMBERED,
        IN_FOOTER,
        IN_HEADER,
        NUMBER_LEFT,
        NUMBER_MIDDLE,
        NUMBER_RIGHT,
        ON_FIRST,
        FORM,
        SIZE,
        NOT_UPRIGHT
    }

    /** Several pages, and no number on them. */
    public boolean isUnnumbered() {
        return !shown && several;
    }

    /**
     * What is wrong with it where it is to stand centred in the upper margin (Decree 30/2020, PL I.I Mục I.7), or, of old, at the right
     * of the foot (Circular 01/2011, Điều 6).
     */
    public List<Fault> faults(boolean ofOld) {
        if (!shown || pages != null && pages < 2) {
            return !isUnnumbered() ? List.of() : List.of(pages == null ? Fault.SEVERAL_UNNUMBERED : Fault.UNNUMBERED);
        }
        List<Fault> faults = new ArrayList<>();
        if (inHeader != null && inHeader == ofOld) {
            faults.add(inHeader ? Fault.IN_HEADER : Fault.IN_FOOTER);
        }
        if (alignment != null && alignment != (ofOld ? Alignment.RIGHT : Alignment.CENTER)) {
            faults.add(
                    switch (alignment) {
                        case RIGHT -> Fault.NUMBER_RIGHT;
                        case CENTER -> Fault.NUMBER_MIDDLE;
                        default -> Fault.NUMBER_LEFT;
                    });
        }
        if (onFirst) {
            faults.add(Fault.ON_FIRST);
        }
        if (form != null && !BARE.matcher(form).matches()) {
            faults.add(Fault.FORM);
        }
        if (Boolean.FALSE.equals(upright)) {
            faults.add(Fault.NOT_UPRIGHT);
        }
        if (size != null && (size < LEAST_SIZE - SIZE_TOLERANCE || size > MOST_SIZE + SIZE_TOLERANCE)) {
            faults.add(Fault.SIZE);
        }
        return faults;
    }

    public String printedSize() {
        return Figure.tenth(size);
    }
}
