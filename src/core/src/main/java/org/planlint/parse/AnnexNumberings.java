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

/** Finds whether the pages of an annex are numbered anew: by its section, or by the numbers on its pages. */
final class AnnexNumberings {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private AnnexNumberings() {}

    static List<AnnexNumbering> find(Found soFar) {
        List<AnnexNumbering> found = new ArrayList<>();
        boolean byPage = PageSetups.isByPage(soFar);
        Map<Integer, Integer> numbers = byPage ? numbers(soFar.document()) : Map.of();
        List<Line> lines = soFar.lines();
        for (int i = 1; i < lines.size(); i++) {
            Line above = lines.get(i - 1);
            Line first = lines.get(i);
            if (first.part > above.part) {
                Boolean anew = !byPage
                        ? inSection(soFar.document(), first, above)
                        : isNamed(soFar, first) ? onPages(lines.subList(i, lines.size()), above, numbers) : null;
                if (anew != null) {
                    found.add(new AnnexNumbering(first.part, anew, first.span()));
                }
            }
        }
        return found;
    }

    /** Whether it calls itself an annex: of a programme or a list behind the plan a pdf does not show that it is more than its last page. */
    private static boolean isNamed(Found soFar, Line first) {
        return soFar.all(Attachment.class).stream()
                .anyMatch(
                        attachment -> attachment.isAnnex() && attachment.span().paragraph() == first.paragraph.index());
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

    /** Null where it begins amid a page, or where its pages bear numbers of neither count. */
    private static Boolean onPages(List<Line> rest, Line above, Map<Integer, Integer> numbers) {
        Line first = rest.get(0);
        int from = first.paragraph.page();
        if (above.paragraph.page() == from) {
            return null;
        }
        int to = rest.stream()
                .filter(line -> line.part == first.part)
                .mapToInt(line -> line.paragraph.page())
                .max()
                .orElse(from);
        boolean goesOn = true;
        boolean anew = true;
        int seen = 0;
        for (int page = from; page <= to; page++) {
            Integer number = numbers.get(page);
            if (number != null) {
                seen++;
                goesOn &= number == page;
                anew &= number == page - from + 1;
            }
        }
        return seen == 0 || goesOn == anew ? null : Boolean.valueOf(anew);
    }

    /** What a page bears for its number, by page. */
    private static Map<Integer, Integer> numbers(Document document) {
        Map<Integer, Integer> numbers = new TreeMap<>();
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
