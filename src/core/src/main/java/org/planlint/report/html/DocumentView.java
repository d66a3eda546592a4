package org.planlint.report.html;

import java.util.List;
import java.util.Map;
import org.planlint.report.DocumentReport;
import org.planlint.text.Document;
import org.planlint.text.LinePicture;
import org.planlint.text.PagePicture;

/**
 * One file and what is said of it, as a page shows them side by side.
 *
 * @param document what was read, or null where it could not be
 * @param headings the outline, in the order of the text
 * @param title    index of the paragraph with the type's name, or null
 * @param pictures of its pages, where it has any
 * @param lines    in which evidence stands that was recognised, as the scan shows them, by the findings' fingerprints
 */
public record DocumentView(
        DocumentReport report,
        Document document,
        List<Heading> headings,
        Integer title,
        List<PagePicture> pictures,
        Map<String, LinePicture> lines) {
    /** What is said of a file without what was read of it. */
    public static DocumentView of(DocumentReport report) {
        return of(report, Map.of());
    }

    /** The same, with the lines as the scan shows them. */
    public static DocumentView of(DocumentReport report, Map<String, LinePicture> lines) {
        return new DocumentView(report, null, List.of(), null, List.of(), lines);
    }

    public DocumentView {
        headings = List.copyOf(headings);
        pictures = List.copyOf(pictures);
        lines = Map.copyOf(lines);
    }

    /**
     * @param paragraph index of the paragraph that it begins
     * @param level     0 for the outermost
     * @param path      II.1.a
     */
    public record Heading(int paragraph, int level, String path, String title) {}
}
