package org.planlint.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.planlint.facts.PageNumber;
import org.planlint.facts.PageSetup;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.PageNumbering.Shown;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Span;

/** Finds how the pages are set: paper, margins and numbers. */
final class PageSetups {
    private static final double POINTS = 72 / 25.4;
    /** In points; a margin below it is filled by what stands in it. */
    private static final double LEAST_MARGIN = 15;

    /** In points, where two measures of a file are one. */
    private static final double ROUNDED = 1;

    private static final String DOC = "application/msword";
    private static final int LETTERS_OF_A_PAGE = 4000;
    private static final int LONGEST_QUOTE = 60;

    private PageSetups() {}

    static List<PageSetup> find(Found soFar) {
        List<PageFormat> formats = soFar.document().pageFormats();
        Span title = title(soFar);
        if (formats.isEmpty() || title == null) {
            return List.of();
        }
        return formats.get(0).fromPage() > 0 && formats.get(0).gutter() == null && isByPage(soFar)
                ? ofPages(soFar, formats, title)
                : ofSections(soFar, formats, title);
    }

    /** Whether the file has pages of its own and no sections. */
    static boolean isByPage(Found soFar) {
        return soFar.lines().stream().anyMatch(line -> !line.paragraph.lines().isEmpty());
    }

    private static List<PageSetup> ofSections(Found soFar, List<PageFormat> formats, Span title) {
        List<PageSetup> found = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            PageFormat format = formats.get(i);
            int from = Math.max(0, format.fromParagraph());
            int to = i + 1 < formats.size() && formats.get(i + 1).fromParagraph() >= 0
                    ? formats.get(i + 1).fromParagraph()
                    : Integer.MAX_VALUE;
            List<Line> lines = soFar.lines().stream()
                    .filter(line -> line.paragraph.index() >= from && line.paragraph.index() < to)
                    .toList();
            boolean known = i == 0 || format.fromParagraph() >= 0;
            if (!known || lines.isEmpty()) {
                continue;
            }
            found.add(new PageSetup(
                    part(lines),
                    millimetres(format.width()),
                    millimetres(format.height()),
                    millimetres(besideAside(format.top(), format.header(), holds(soFar, Place.HEADER))),
                    millimetres(besideAside(format.bottom(), format.footer(), holds(soFar, Place.FOOTER))),
                    leftWithGutter(format),
                    millimetres(format.right()),
                    true,
                    lines.stream().anyMatch(Line::inData),
                    i == 0 ? title : lines.get(0).span()));
        }
        return found;
    }

    /** A header or footer that fills its margin moves the text away by a height that no file tells. */
    private static Double besideAside(Double margin, Double distance, boolean filled) {
        double least = distance == null ? LEAST_MARGIN : Math.max(distance - ROUNDED, LEAST_MARGIN);
        return margin == null || filled && margin < least ? null : margin;
    }

    private static boolean holds(Found soFar, Place place) {
        return soFar.document().paragraphs().stream().anyMatch(paragraph -> paragraph.place() == place);
    }

    /** The plan's own where any line of it stands there. */
    private static int part(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.part).min().orElse(0);
    }

    private static Double leftWithGutter(PageFormat format) {
        Double left = millimetres(format.left());
        return left == null || format.gutter() == null ? left : Double.valueOf(left + millimetres(format.gutter()));
    }

    /** Pages of one paper that follow each other, in which text was typed. */
    private static List<PageSetup> ofPages(Found soFar, List<PageFormat> formats, Span title) {
        List<PageSetup> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= formats.size(); i++) {
            if (i < formats.size() && isSamePaper(formats.get(from), formats.get(i))) {
                continue;
            }
            List<PageFormat> run = formats.subList(from, i).stream()
                    .filter(format -> !format.picture() && soFar.document().recognised(format.fromPage()) == null)
                    .toList();
            from = i;
            List<Line> lines = soFar.lines().stream()
                    .filter(line -> run.stream().anyMatch(format -> format.fromPage() == line.paragraph.page()))
                    .toList();
            if (lines.isEmpty()) {
                continue;
            }
            boolean first = run.get(0).fromPage() == 1;
            List<PageFormat> later = first ? run.subList(1, run.size()) : run;
            found.add(new PageSetup(
                    part(lines),
                    millimetres(run.get(0).width()),
                    millimetres(run.get(0).height()),
                    least(later, PageFormat::top),
                    least(run, PageFormat::bottom),
                    median(run, PageFormat::left),
                    median(run, PageFormat::right),
                    false,
                    lines.stream().anyMatch(Line::inData),
                    first ? title : lines.get(0).span()));
        }
        return found;
    }

    private static boolean isSamePaper(PageFormat a, PageFormat b) {
        return Math.abs(a.width() - b.width()) < POINTS && Math.abs(a.height() - b.height()) < POINTS;
    }

    private static Double median(List<PageFormat> pages, Function<PageFormat, Double> side) {
        List<Double> known =
                pages.stream().map(side).filter(Objects::nonNull).sorted().toList();
        return known.isEmpty() ? null : millimetres(known.get(known.size() / 2));
    }

    private static Double least(List<PageFormat> pages, Function<PageFormat, Double> side) {
        return pages.stream()
                .map(side)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(PageSetups::millimetres)
                .orElse(null);
    }

    private static Double millimetres(Double points) {
        return points == null ? null : Double.valueOf(Math.round(points / POINTS * 10) / 10.0);
    }

    private static Span title(Found soFar) {
        BareLine title = soFar.structure().title();
        return title != null
                ? title.span()
                : soFar.lines().isEmpty() ? null : soFar.lines().get(0).span();
    }

    /** The number of the pages on which the plan itself begins. */
    static List<PageNumber> numbers(Found soFar) {
        Document document = soFar.document();
        Span end = endOfText(soFar);
        if (document.pageNumberings().isEmpty() || end == null) {
            return List.of();
        }
        PageNumbering first = document.pageNumberings().get(0);
        // a first section of one page has its numbers in the sections behind it
        PageNumbering numbering = document.pageNumberings().stream()
                .filter(one -> one.later() != null)
                .findFirst()
                .orElse(first);
        Shown shown = numbering.later() != null ? numbering.later() : numbering.first();
        return List.of(new PageNumber(
                numbering.later() != null,
                first.first() != null,
                shown == null ? null : Boolean.valueOf(shown.place() == Place.HEADER),
                shown == null ? null : shown.alignment(),
                shown == null ? null : shown.form(),
                shown == null ? null : shown.size(),
                upright(shown),
                pages(soFar),
                isOfSeveral(soFar),
                shown == null || shown.paragraph() < 0
                        ? end
                        : quote(document.paragraphs().get(shown.paragraph()))));
    }

    /** How many pages there are. A doc says it in its properties, which may be stale: its text must run over one page as well. */
    private static Integer pages(Found soFar) {
        Document document = soFar.document();
        int letters =
                soFar.lines().stream().mapToInt(line -> line.text().length()).sum();
        return document.mediaType().equals(DOC) && letters < LETTERS_OF_A_PAGE ? null : document.pageCount();
    }

    /** As its pages were counted; else the plan's own text has to fill more than one. */
    private static boolean isOfSeveral(Found soFar) {
        Integer pages = pages(soFar);
        List<PageFormat> formats = soFar.document().pageFormats();
        return pages != null ? pages > 1 : !formats.isEmpty() && LeastRoom.isOverOnePage(soFar, formats.get(0));
    }

    private static Boolean upright(Shown shown) {
        return shown == null || shown.bold() == null || shown.italic() == null
                ? null
                : Boolean.valueOf(!shown.bold() && !shown.italic());
    }

    private static Span quote(Paragraph paragraph) {
        return Span.of(paragraph, 0, paragraph.text().length());
    }

    /** The last words of the plan's text. */
    private static Span endOfText(Found soFar) {
        Line last = soFar.lines().stream()
                .filter(line -> line.zone == Line.Zone.BODY && !line.inData())
                .reduce((a, b) -> b)
                .orElse(null);
        if (last == null) {
            return null;
        }
        String text = last.text();
        int from = text.length() <= LONGEST_QUOTE ? 0 : text.indexOf(' ', text.length() - LONGEST_QUOTE) + 1;
        return last.span(from, text.length());
    }
}
