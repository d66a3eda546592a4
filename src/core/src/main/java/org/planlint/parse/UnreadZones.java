package org.planlint.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.facts.Unread;
import org.planlint.facts.Unread.Zone;
import org.planlint.text.Area;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Box;
import org.planlint.text.RecognisedPage;
import org.planlint.text.Span;

/**
 * Finds the parts of pictures of pages that bear ink which no word covers. What is not seen there may well stand there,
 * under a stamp.
 */
final class UnreadZones {
    /** The share of its ink under words, from which on a part counts as read. */
    private static final double READ = 0.9;
    /** By the signature a word of which the engine is less sure may be a stamp or a stroke of a pen over another one. */
    private static final int LEGIBLE = 50;

    private static final Pattern WORD = Pattern.compile("\\S+");
    /** So much of the page, from its top, is head where no line says how far it goes. */
    private static final double HEAD = 0.2;
    /** Recipients stand left of it, the signature right of it. */
    private static final double MIDDLE = 0.47;
    /** At the edges of the page, in points, a scanner leaves shadows. */
    private static final double EDGE = 25;

    private final Found soFar;
    private final Document document;

    private UnreadZones(Found soFar) {
        this.soFar = soFar;
        document = soFar.document();
    }

    static List<Unread> find(Found soFar) {
        return soFar.document().recognised().isEmpty() ? List.of() : new UnreadZones(soFar).find();
    }

    private List<Unread> find() {
        List<Unread> unread = new ArrayList<>();
        RecognisedPage first = document.recognised(1);
        if (first != null && !isRead(first, frame(first, 0, 1, EDGE, headEnd(first)))) {
            unread.add(new Unread(Zone.HEAD, null));
        }
        if (first != null && soFar.head().letterhead().numberLine() == null) {
            unread.add(new Unread(Zone.NUMBER_LINE, null));
        }
        if (first != null && soFar.head().letterhead().dateLine() == null) {
            unread.add(new Unread(Zone.DATE_LINE, null));
        }
        Span opening = signatureStart();
        RecognisedPage last = opening == null ? lastPage() : page(opening);
        if (last != null) {
            double top = opening == null ? EDGE : top(opening);
            boolean apart = opening != null;
            if (!isRead(last, frame(last, 0, apart ? MIDDLE : 1, top, height(last)))) {
                unread.add(new Unread(Zone.RECIPIENTS, opening));
            }
            boolean read = isRead(last, frame(last, apart ? MIDDLE : 0, 1, top, height(last)), apart ? LEGIBLE : 0);
            if (!read || goesOnUnread(last)) {
                unread.add(new Unread(Zone.SIGNATURE, opening));
            }
        }
        boolean body = document.recognised().stream()
                .allMatch(page -> page.covered() >= READ
                        || isRead(
                                page,
                                frame(
                                        page,
                                        0,
                                        1,
                                        page == first ? headEnd(page) : EDGE,
                                        page == last && opening != null ? top(opening) : height(page) - EDGE)));
        if (!body) {
            unread.add(new Unread(Zone.BODY, null));
        }
        return unread;
    }

    /** Whether the block of the signature goes on on another page, of which something was not read. */
    private boolean goesOnUnread(RecognisedPage first) {
        return soFar.signatureBlock().stream()
                .map(line -> page(line.span()))
                .distinct()
                .anyMatch(page -> page != null
                        && page != first
                        && !isRead(page, frame(page, 0, 1, EDGE, height(page) - EDGE), LEGIBLE));
    }

    /** The page's last line above number, date and title. */
    private double headEnd(RecognisedPage first) {
        return Stream.of(
                        soFar.head().letterhead().numberLine(),
                        soFar.head().letterhead().dateLine(),
                        soFar.structure().title() == null
                                ? null
                                : soFar.structure().title().span())
                .filter(span -> span != null && page(span) == first)
                .mapToDouble(this::top)
                .min()
                .orElse(height(first) * HEAD);
    }

    private Span signatureStart() {
        List<Line> block = soFar.signatureBlock();
        return block.isEmpty() || page(block.get(0).span()) == null
                ? null
                : block.get(0).span();
    }

    private RecognisedPage lastPage() {
        return document.recognised().stream()
                .max(Comparator.comparingInt(RecognisedPage::page))
                .orElse(null);
    }

    private RecognisedPage page(Span span) {
        List<Area> areas = soFar.areas(span);
        return areas.isEmpty() ? null : document.recognised(areas.get(0).page());
    }

    private double top(Span span) {
        return soFar.areas(span).get(0).box().y();
    }

    private double height(RecognisedPage page) {
        return format(page).height();
    }

    private PageFormat format(RecognisedPage page) {
        return document.pageFormats().stream()
                .filter(format -> format.fromPage() == page.page())
                .findFirst()
                .orElseThrow();
    }

    /** Between these shares of the page's width and these heights. */
    private Box frame(RecognisedPage page, double left, double right, double top, double bottom) {
        double width = format(page).width();
        double from = Math.max(EDGE, width * left);
        return new Box(from, top, Math.min(width - EDGE, width * right) - from, Math.max(0, bottom - top));
    }

    private boolean isRead(RecognisedPage page, Box frame) {
        return isRead(page, frame, 0);
    }

    /** @param sure words of which the engine is less sure cover nothing */
    private boolean isRead(RecognisedPage page, Box frame, int sure) {
        int ink = page.ink().cells(frame);
        return ink == 0 || page.ink().cells(frame, covers(page, sure)) <= ink * (1 - READ);
    }

    private List<Box> covers(RecognisedPage page, int sure) {
        List<Box> covers = new ArrayList<>();
        for (Paragraph paragraph : document.paragraphs()) {
            Matcher word = WORD.matcher(paragraph.text());
            while (word.find()) {
                if (paragraph.confidence(word.start(), word.end()) >= sure) {
                    paragraph.areas(word.start(), word.end()).stream()
                            .filter(area -> area.page() == page.page())
                            .map(Area::box)
                            .forEach(covers::add);
                }
            }
        }
        return covers;
    }
}
