package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.extract.ReadFailure;
import org.planlint.rules.RuleBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint facts}: prints what was understood; the first thing to look at when a finding is wrong. */
@Command(
        mixinStandardHelpOptions = true,
        description = "In các dữ kiện đọc được từ tệp. / Prints the facts read from a file.")
final class FactsCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Tệp cần đọc. / The file to read.")
    private Path file;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Dạng in ra: text, json (${DEFAULT-VALUE}). / Form: text, json (${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Luật có hiệu lực ngày này thay vì ngày của kế hoạch. / The law of this day instead of the plan's own.")
    private LocalDate asOf;

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        PlanLint planlint = PlanLint.builder()
                .asOf(asOf)
                .recognition(ocr.ocr().under(Configuration.of(RuleBase.shipped())))
                .build();
        try {
            PlanLint.Understanding understood = planlint.understand(file);
            FactsPrinter printer = new FactsPrinter(understood.document(), understood.facts());
            spec.commandLine().getOut().print(format == Format.JSON ? printer.json() : printer.text());
            return 0;
        } catch (ReadFailure failure) {
            return Unread.tell(
                    spec,
                    file,
                    planlint.failed(file.toString(), failure).report().error());
        }
    }
}
