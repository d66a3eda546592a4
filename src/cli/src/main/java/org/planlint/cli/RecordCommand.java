package org.planlint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planlint.config.ConfigurationError;
import org.planlint.record.RecordWriter;
import org.planlint.report.DocumentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint record}: fills a record from what a document and its certificates say. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Lập hồ sơ của văn bản từ chính văn bản; chỗ không chắc thì để trống. / Fills a record of a document from the document itself; blank where unsure.")
final class RecordCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Tệp cần đọc. / The file to read.")
    private Path file;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "json",
            description =
                    "edxml: đầu gói tin; ead: mô tả lưu trữ; json: kèm chỗ đọc được (${DEFAULT-VALUE}). / "
                            + "edxml: a package's header; ead: an archive's description; json: with where it stands (${DEFAULT-VALUE}).")
    private RecordWriter.Form form;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Ghi ra tệp. / Writes to a file.")
    private Path output;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        DocumentReport report =
                new CopyOf(file, output, engines, spec).examination().report();
        String record = RecordWriter.write(report, form);
        if (output == null) {
            spec.commandLine().getOut().print(record);
        } else {
            Files.writeString(output, record, StandardCharsets.UTF_8);
        }
        return report.error() == null ? 0 : Unread.tell(spec, file, report.error());
    }
}
