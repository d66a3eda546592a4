package org.planlint.report.html;

import java.util.List;
import org.planlint.report.DocumentReport;
import org.planlint.text.Document;
import org.planlint.text.PagePicture;

/**
 * One file and what is said of it, as a page shows them side by side.
 *
 * @param document what was read, or null where it could not be
 * @param headings the outline, in the order of the text
 * @param title    index of the paragraph with the type's name, or null
 * @param pictures of its pages, where it has any
 */
public record DocumentView(
        DocumentReport report, Document document, List<Heading> headings, Integer title, List<PagePicture> pictures) {
    /** What is said of a file without what was read of it. */
    public static DocumentView of(DocumentReport report) {
        return new DocumentView(report, null, List.of(), null, List.of());
    }

    public DocumentView {
        headings = List.copyOf(headings);
        pictures = List.copyOf(pictures);
    }

    /**
     * @param paragraph index of the paragraph that it begins
     * @param level     0 for the outermost
     * @param path      II.1.a
     */
    public record Heading(int paragraph, int level, String path, String title) {}
}
