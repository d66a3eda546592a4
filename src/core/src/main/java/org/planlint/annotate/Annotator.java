package org.planlint.annotate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Document;

/** Writes notes into a copy of a file, as marks of its own format that its program shows. */
public interface Annotator {
    Map<String, Annotator> BY_MEDIA_TYPE = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", new DocxAnnotator(),
            "application/pdf", new PdfAnnotator());

    /**
     * The file with these notes and no others of PlanLint's; the same bytes where it has just these already.
     *
     * @param document what was read of the file
     * @throws ReadFailure if the file cannot be read
     * @throws IOException if the copy cannot be made
     */
    byte[] annotate(byte[] file, Document document, List<Note> notes) throws IOException, ReadFailure;
}
