package org.planlint;

import java.nio.file.Path;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Recognition;
import org.planlint.extract.ocr.BundledEngine;
import org.planlint.extract.ocr.PageCache;
import org.planlint.extract.ocr.PageRecognition;

/**
 * How pages that are pictures are read.
 *
 * @param mode   null for what the configuration of a file says
 * @param pages  the most that are read of one file; null for what the configuration says
 * @param cache  where what is recognised is kept, or null for nowhere
 * @param atOnce how many pages are read side by side
 */
public record Ocr(Recognition mode, Integer pages, Path cache, int atOnce) {
    /** A plan with more pages that are pictures is rare; an upload with more is a burden. */
    public static final int MOST_PAGES = 100;
    /** No pictures are read. */
    public static final Ocr OFF = new Ocr(Recognition.OFF, null, null, 1);

    private static final int SIDE_BY_SIDE = 2;

    /** What this process may do by itself: as many pages at once as there are processors, two at most. */
    public static Ocr here(Recognition mode, Integer pages, Path cache) {
        return new Ocr(
                mode, pages, cache, Math.min(SIDE_BY_SIDE, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * What reads pages of files under this configuration; null for nobody.
     *
     * @throws ConfigurationError if an engine is required and none is found
     */
    public PageRecognition under(Configuration configuration) throws ConfigurationError {
        Recognition asked = mode != null ? mode : configuration.ocr() != null ? configuration.ocr() : Recognition.AUTO;
        if (asked == Recognition.OFF) {
            return null;
        }
        Integer most = pages != null ? pages : configuration.ocrPages();
        PageRecognition recognition = new PageRecognition(
                BundledEngine::orInstalled,
                cache == null ? null : new PageCache(cache),
                most == null ? MOST_PAGES : most,
                atOnce);
        if (asked == Recognition.REQUIRE && !recognition.isAvailable()) {
            throw new ConfigurationError("ocr: require: không tìm thấy tesseract với dữ liệu tiếng Việt; hãy cài"
                    + " tesseract-ocr và tesseract-ocr-vie"
                    + " / no tesseract with Vietnamese data was found; install tesseract-ocr and tesseract-ocr-vie");
        }
        return recognition;
    }
}
