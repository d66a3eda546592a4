package org.planlint.extract.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Reader;
import org.planlint.extract.Source;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.text.Document;

/** Reads pictures of pages, as scanners and telephones make them. */
public final class PictureReader implements Reader {
    private final PageRecognition recognition;
    private final PdfReader pages;

    /** @param recognition reads them; null for none, and then no picture is read */
    public PictureReader(PageRecognition recognition) {
        this.recognition = recognition;
        this.pages = new PdfReader(recognition);
    }

    @Override
    public Document read(Source source) throws Exception {
        if (recognition == null) {
            throw new ReadFailure(ReadFailure.Reason.UNSUPPORTED, source.mediaType());
        }
        if (!recognition.isAvailable()) {
            throw new ReadFailure(ReadFailure.Reason.NO_TEXT_LAYER, source.mediaType());
        }
        try (PDDocument pdf = PicturePages.pdf(source.bytes())) {
            return pages.read(source, pdf);
        }
    }
}
