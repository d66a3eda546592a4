package org.planlint.isolate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlint.codec.KeptRecords;
import org.planlint.codec.RecordCodec;
import org.planlint.extract.Readings;
import org.planlint.report.DocumentReport;
import org.planlint.report.html.DocumentView;
import org.planlint.text.Document;
import org.planlint.text.LinePicture;
import org.planlint.text.PagePicture;

/**
 * What a page shows of a document, written by the worker that has read it: who shows the page opens no document. The report is not
 * part of it, since reviewers go on with that.
 */
public final class KeptView {
    /** A plan of a thousand pages has some two million letters. */
    private static final int MOST_LETTERS = 4 << 20;
    /** Bytes of all pictures together; what a browser is sent is a third more. */
    private static final long MOST_OF_PICTURES = 24L << 20;

    private record Shown(
            Document document,
            List<DocumentView.Heading> headings,
            Integer title,
            List<PagePicture> pictures,
            Map<String, LinePicture> lines) {}

    private static final KeptRecords<Shown> KEPT = new KeptRecords<>(
            new RecordCodec(Stream.concat(
                            Readings.KINDS.stream(),
                            Stream.of(Shown.class, DocumentView.Heading.class, PagePicture.class, LinePicture.class))
                    .toList()),
            Shown.class);

    private KeptView() {}

    /** Writes it, unless there is nothing to show or too much; of pictures the first that have room. */
    static void write(Path file, DocumentView view) {
        if (view.document() == null
                || view.document().paragraphs().stream()
                                .mapToLong(p -> p.text().length())
                                .sum()
                        > MOST_LETTERS) {
            return;
        }
        KEPT.keep(
                file,
                new Shown(view.document(), view.headings(), view.title(), first(view.pictures()), lines(view.lines())));
    }

    private static List<PagePicture> first(List<PagePicture> pictures) {
        List<PagePicture> first = new ArrayList<>();
        long bytes = 0;
        for (PagePicture picture : pictures) {
            bytes += picture.bytes().length;
            if (bytes > MOST_OF_PICTURES) {
                break;
            }
            first.add(picture);
        }
        return List.copyOf(first);
    }

    private static Map<String, LinePicture> lines(Map<String, LinePicture> lines) {
        long bytes =
                lines.values().stream().mapToLong(line -> line.bytes().length).sum();
        return bytes > MOST_OF_PICTURES ? Map.of() : lines;
    }

    /** What was written, beside what is said of the document now; null for nothing. */
    public static DocumentView read(Path file, DocumentReport report) {
        Shown shown = KEPT.recall(file);
        return shown == null
                ? null
                : new DocumentView(
                        report, shown.document(), shown.headings(), shown.title(), shown.pictures(), shown.lines());
    }
}
