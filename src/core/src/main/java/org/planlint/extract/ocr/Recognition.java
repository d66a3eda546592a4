package org.planlint.extract.ocr;

import java.nio.file.Path;

/** Whether pages that are pictures are read. */
public enum Recognition {
    /** Where an engine is found. */
    AUTO,
    OFF;

    /**
     * What reads them; null for nobody.
     *
     * @param cache where what is recognised is kept, or null for nowhere
     */
    public PageRecognition of(Path cache) {
        return this == OFF ? null : new PageRecognition(Tesseract::find, cache == null ? null : new PageCache(cache));
    }
}
