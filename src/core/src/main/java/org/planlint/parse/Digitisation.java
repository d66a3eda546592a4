package org.planlint.parse;

import java.util.List;
import org.planlint.facts.ArchivalForm;
import org.planlint.facts.ScannedFile;
import org.planlint.facts.ScannedPage;
import org.planlint.text.Digitised;
import org.planlint.text.PageFormat;

/** Says how the pages of a scan were made. */
final class Digitisation {
    /** The sides of A3, in points, and what a scanner may add. */
    private static final double LONG_SIDE = 1191 + 30;

    private Digitisation() {}

    static List<ScannedPage> pages(Found soFar) {
        return soFar.document().digitised().pages().stream()
                .map(page -> new ScannedPage(
                        page.number(),
                        page.resolution(),
                        page.depth(),
                        page.layered(),
                        isLarge(soFar.document().format(page.number()))))
                .toList();
    }

    private static boolean isLarge(PageFormat format) {
        return format != null && Math.max(format.width(), format.height()) > LONG_SIDE;
    }

    /** None where a page was typed, or where its words may have been typed over a picture behind them. */
    static List<ScannedFile> whole(Found soFar) {
        List<Digitised.Page> pages = soFar.document().digitised().pages();
        boolean whole = !pages.isEmpty()
                && pages.size() == soFar.document().pageFormats().size()
                && pages.stream().noneMatch(Digitised.Page::written);
        return whole ? List.of(new ScannedFile(pages.size())) : List.of();
    }

    static List<ArchivalForm> form(Found soFar) {
        Digitised digitised = soFar.document().digitised();
        return digitised.pages().isEmpty() ? List.of() : List.of(new ArchivalForm(digitised.pdfA()));
    }
}
