package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.planlint.facts.AnnexNumbering;
import org.planlint.facts.Attachment;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.TextLine;

/** Finds whether the pages of an annex that has a section of its own are numbered anew: by its section, or by its pages. */
final class AnnexNumberings {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private AnnexNumberings() {}

    static List<AnnexNumbering> find(Found soFar) {
        List<AnnexNumbering> found = new ArrayList<>();
        boolean byPage = PageSetups.isByPage(soFar);
        List<Line> lines = soFar.lines();
        for (int i = 1; i < lines.size(); i++) {
            Line above = lines.get(i - 1);
            Line first = lines.get(i);
            if (first.part > above.part) {
                Boolean anew = !byPage
                        ? inSection(soFar.document(), first, above)
                        : isTurned(soFar, first, above)
                                ? onPages(soFar.document(), lines.subList(i, lines.size()))
                                : null;
                if (anew != null) {
                    found.add(new AnnexNumbering(first.part, anew, first.span()));
                }
            }
        }
        return found;
    }

    /**
     * Whether it calls itself an annex and lies across where the plan stands upright, or the other way: pages show no other section,
     * and of a list behind the plan they do not show that it is more than its last page.
     */
    private static boolean isTurned(Found soFar, Line first, Line above) {
        PageFormat before = soFar.document().format(above.paragraph.page());
        PageFormat own = soFar.document().format(first.paragraph.page());
        return before != null
                && own != null
                && before.landscape() != own.landscape()
                && soFar.all(Attachment.class).stream()
                        .anyMatch(attachment ->
                                attachment.isAnnex() && attachment.span().paragraph() == first.paragraph.index());
    }

    /** Null where it has no section of its own, or one that bears no numbers. */
    private static Boolean inSection(Document document, Line first, Line above) {
        List<PageFormat> sections = document.pageFormats();
        for (int i = 0; i < sections.size(); i++) {
            int section = i;
            int from = sections.get(i).fromParagraph();
            if (from > above.paragraph.index() && from <= first.paragraph.index()) {
                return document.pageNumberings().stream()
                        .filter(numbering -> numbering.section() == section
                                && (numbering.first() != null || numbering.later() != null))
                        .findFirst()
                        .map(numbering -> numbering.start() != null)
                        .orElse(null);
            }
        }
        return null;
    }

    /** Null where its pages bear no numbers, or numbers of neither count. */
    private static Boolean onPages(Document document, List<Line> rest) {
        Line first = rest.get(0);
        int from = first.paragraph.page();
        int to = rest.stream()
                .filter(line -> line.part == first.part)
                .flatMap(line -> line.paragraph.lines().stream())
                .mapToInt(TextLine::page)
                .max()
                .orElse(from);
        Map<Integer, Integer> own = numbers(document).subMap(from, to + 1);
        boolean goesOn =
                own.entrySet().stream().allMatch(page -> page.getValue().equals(page.getKey()));
        boolean anew = own.entrySet().stream().allMatch(page -> page.getValue() == page.getKey() - from + 1);
        return goesOn == anew ? null : Boolean.valueOf(anew);
    }

    /** What a page bears for its number, by page. */
    private static TreeMap<Integer, Integer> numbers(Document document) {
        TreeMap<Integer, Integer> numbers = new TreeMap<>();
        for (Paragraph paragraph : document.paragraphs()) {
            String text = paragraph.text().strip();
            if ((paragraph.place() == Place.HEADER || paragraph.place() == Place.FOOTER)
                    && NUMBER.matcher(text).matches()) {
                numbers.putIfAbsent(paragraph.page(), Integer.valueOf(text));
            }
        }
        return numbers;
    }
}
