package org.planlint.cli;

import java.nio.file.Path;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.extract.ocr.Recognition;
import picocli.CommandLine.Option;

/** Whether and how the text of scans is recognised, for all commands that read files. */
final class OcrOptions {
    @Option(
            names = "--ocr",
            defaultValue = "auto",
            description =
                    "Nhận dạng chữ trên bản quét: auto (khi máy có tesseract), off. / Recognises the text of scans: auto (where tesseract is found), off (${DEFAULT-VALUE}).")
    private Recognition mode;

    @Option(
            names = "--ocr-cache",
            paramLabel = "DIR",
            defaultValue = "${env:PLANLINT_OCR_CACHE:-" + Option.NULL_VALUE + "}",
            description =
                    "Giữ kết quả nhận dạng ở đây cho lần sau. / Keeps what is recognised here for the next time.")
    private Path cache;

    Recognition mode() {
        return mode;
    }

    Path cache() {
        return cache;
    }

    /** What reads pages that are pictures; null for nobody. */
    PageRecognition recognition() {
        return mode.of(cache);
    }
}
