package org.planlint.parse;

import java.util.List;
import org.planlint.facts.ArchivalForm;
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

    static List<ArchivalForm> form(Found soFar) {
        Digitised digitised = soFar.document().digitised();
        return digitised.pages().isEmpty() ? List.of() : List.of(new ArchivalForm(digitised.pdfA()));
    }
}
