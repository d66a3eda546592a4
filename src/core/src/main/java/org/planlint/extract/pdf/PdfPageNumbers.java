package org.planlint.extract.pdf;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.planlint.text.PageNumbering;
import org.planlint.text.PageNumbering.Shown;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Place;

/** The page numbers that were found on the pages of a pdf, gathered into what shows on the first and on later ones. */
final class PdfPageNumbers {
    private static final Pattern FIGURES = Pattern.compile("\\d+");
    /** How far the middle of a number may lie off the middle of the body, in points. */
    private static final double OFF = 20;

    private final SortedMap<Integer, Shown> shown = new TreeMap<>();

    /** A number in a paragraph of its own, on a page whose body lies between these edges. */
    void found(int page, Paragraph paragraph, Place place, PdfRow row, double left, double right) {
        String text = paragraph.text().strip();
        double off = row.center() - (left + right) / 2;
        Paragraph.Run run = paragraph.runs().isEmpty() ? null : paragraph.runs().get(0);
        shown.putIfAbsent(
                page,
                new Shown(
                        paragraph.index(),
                        place,
                        Math.abs(off) < OFF ? Alignment.CENTER : off > 0 ? Alignment.RIGHT : Alignment.LEFT,
                        FIGURES.matcher(text).replaceFirst("1"),
                        true,
                        run == null ? null : run.size(),
                        run == null ? null : Boolean.valueOf(run.bold()),
                        run == null ? null : Boolean.valueOf(run.italic())));
    }

    /**
     * What shows later is what most of the later pages with text show.
     *
     * @param written pages with text of the body
     */
    PageNumbering numbering(Set<Integer> written) {
        long later = written.stream().filter(page -> page > 1).count();
        Shown first = shown.get(1);
        SortedMap<Integer, Shown> behind = shown.tailMap(2);
        boolean most = !behind.isEmpty() && behind.size() * 2L >= later;
        return new PageNumbering(0, first, most ? behind.get(behind.firstKey()) : null, null, "decimal");
    }
}
