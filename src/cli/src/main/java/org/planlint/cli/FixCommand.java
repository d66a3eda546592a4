package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import org.planlint.PlanLint.Examination;
import org.planlint.config.ConfigurationError;
import org.planlint.fix.Asked;
import org.planlint.fix.Fixed;
import org.planlint.fix.Refusal;
import org.planlint.report.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint fix}: hands the author a copy in which is mended what needs nobody's choice. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Sửa trong bản sao docx những chỗ chỉ có một cách viết đúng, có ghi vết. / Mends in a copy of a docx what can be right in one way only, as tracked changes.",
        footer = {
            "",
            "--only ID,…: chỉ sửa các quy tắc này. / --only ID,…: mends these rules alone.",
            "Mã kết thúc: 0 đã sửa hết, 1 còn chỗ phải tự sửa, 2 không làm được. / Exit code: 0 all mended, 1 findings left, 2 not done."
        })
final class FixCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Tệp docx; không bị sửa. / A docx; it is not touched.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "COPY",
            description = "Bản sao, chưa có. / The copy, which must not be there yet.")
    private Path output;

    @Option(
            names = "--unsafe",
            description =
                    "Sửa cả cỡ chữ và giãn cách, có thể làm xê dịch trang. / Also sizes and spacing, which may move pages.")
    private boolean unsafe;

    @Option(names = "--accept", description = "Không ghi vết thay đổi. / Without tracked changes.")
    private boolean accept;

    @Option(names = "--dry-run", description = "Chỉ liệt kê, không ghi tệp. / Lists, and writes nothing.")
    private boolean dryRun;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        if (output == null && !dryRun) {
            throw new ParameterException(
                    spec.commandLine(), "cần --output=COPY, tên bản sao / --output=COPY is needed, the copy's name");
        }
        List<String> only = engines.named();
        Set<String> known = Set.copyOf(engines.rulesOf(file));
        for (String id : only) {
            if (!known.contains(id)) {
                throw new ParameterException(spec.commandLine(), id + ": không có quy tắc này / there is no such rule");
            }
        }
        CopyOf copyOf = new CopyOf(file, output, engines, spec);
        if (!dryRun && copyOf.isTaken()) {
            return Main.USAGE;
        }
        Examination examination = copyOf.examination();
        Fixed fixed;
        try {
            fixed = engines.engine(file).fix(examination, new Asked(Set.copyOf(only), unsafe, accept));
        } catch (Refusal e) {
            if (e.reason() == Refusal.Reason.UNREADABLE && examination.report().error() != null) {
                Unread.tell(spec, file, examination.report().error());
            } else {
                Spoken.warn(spec, file + ": " + e.text().in(language()));
            }
            return Main.USAGE;
        }
        if (!dryRun) {
            write(fixed.bytes());
        }
        tell(fixed);
        return fixed.isWhole() ? 0 : Main.FINDINGS;
    }

    /** Whole or not at all: nobody finds half a copy. */
    private void write(byte[] copy) throws IOException {
        Path target = output.toAbsolutePath();
        Path half = target.resolveSibling("." + target.getFileName() + ".planlint-part");
        try {
            Files.write(half, copy);
            Files.move(half, target);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(output + ": đã có tệp này / exists already", e);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void tell(Fixed fixed) {
        ResourceBundle words = language().words();
        PrintWriter out = spec.commandLine().getOut();
        int left = Fixed.places(fixed.left());
        int offered = Fixed.places(fixed.offered());
        String line = MessageFormat.format(words.getString("fix.mended"), Fixed.places(fixed.mended()), left);
        out.println((dryRun ? file : output) + ": " + line
                + (offered == 0 ? "" : "; " + MessageFormat.format(words.getString("fix.offered"), offered)));
        list(out, words.getString("fix.list.mended"), fixed.mended());
        list(out, words.getString("fix.list.offered"), fixed.offered());
        list(out, words.getString("fix.list.left"), fixed.left());
    }

    private static void list(PrintWriter out, String what, Map<String, Integer> byRule) {
        byRule.forEach((rule, places) -> out.println("  " + what + "  " + rule + "  " + places));
    }

    private Language language() {
        return Spoken.language(spec);
    }
}
