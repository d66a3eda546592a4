package org.planlint.cli;

import java.nio.file.Path;
import org.planlint.Ocr;
import org.planlint.config.Recognition;
import picocli.CommandLine.Option;

/** Whether and how the text of scans is recognised, for all commands that read files. */
final class OcrOptions {
    @Option(
            names = "--ocr",
            paramLabel = "MODE",
            description =
                    "Nhận dạng chữ trên bản quét: auto (khi máy có tesseract), off, require (auto). / Recognises the text of scans: auto (where tesseract is found), off, require (auto).")
    private Recognition mode;

    @Option(
            names = "--ocr-pages",
            converter = AtLeastOne.class,
            paramLabel = "N",
            description = "Số trang nhận dạng nhiều nhất của một tệp (" + Ocr.MOST_PAGES
                    + "): trang đầu và ba trang cuối trước. / Most pages recognised of one file ("
                    + Ocr.MOST_PAGES + "): the first and the last three first.")
    private Integer pages;

    @Option(
            names = "--ocr-cache",
            paramLabel = "DIR",
            defaultValue = "${env:PLANLINT_OCR_CACHE:-" + Option.NULL_VALUE + "}",
            description = "Giữ kết quả nhận dạng ở đây cho lần sau. / Keeps what is recognised here for the next time.")
    private Path cache;

    Ocr ocr() {
        return Ocr.here(mode, pages, cache);
    }
}
