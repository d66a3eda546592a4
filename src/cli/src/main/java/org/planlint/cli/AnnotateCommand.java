package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.config.ConfigurationError;
import org.planlint.extract.ReadFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint annotate}: hands the findings to the author inside a copy of the author's own file. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Ghi các phát hiện vào bản sao của tệp docx hoặc pdf. / Writes the findings into a copy of a docx or pdf.")
final class AnnotateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Tệp docx hoặc pdf; không bị sửa. / A docx or pdf; it is not touched.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "COPY",
            required = true,
            description = "Bản sao. / The copy.")
    private Path output;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        CopyOf copyOf = new CopyOf(file, output, engines, spec);
        if (copyOf.isTaken()) {
            return Main.USAGE;
        }
        Examination examination = copyOf.examination();
        if (examination.report().error() != null) {
            return Unread.tell(spec, file, examination.report().error());
        }
        PlanLint engine = engines.engine(file);
        Optional<byte[]> copy;
        try {
            copy = engine.annotate(examination, Spoken.language(spec));
        } catch (ReadFailure e) {
            Spoken.warn(spec, file + ": không ghi chú được / cannot be annotated");
            return Main.INCOMPLETE;
        }
        if (copy.isEmpty()) {
            Spoken.warn(
                    spec,
                    file
                            + ": chỉ ghi chú được vào docx và pdf; hãy dùng check --format html / only docx and pdf can be annotated; use check --format html");
            return Main.INCOMPLETE;
        }
        Files.write(output, copy.get());
        long count = examination.report().findings().stream()
                .filter(f -> !f.isWaived())
                .count();
        Spoken.say(spec, output + ": " + count + " ghi chú / " + count + " notes");
        return 0;
    }
}
