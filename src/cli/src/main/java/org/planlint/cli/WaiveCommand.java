package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.config.ConfigurationError;
import org.planlint.config.WaiverFile;
import org.planlint.config.WaiverFiles;
import org.planlint.isolate.Checker;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Status;
import org.planlint.text.Shown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint waive}: lets findings of one file pass, and writes down who says so and why. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Cho qua một chỗ đã báo, có lý do và tên người. / Lets a finding pass, with a reason and a name.")
final class WaiveCommand implements Callable<Integer> {
    private static final int SHORTEST = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "Văn bản. / The document.")
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FINDING",
            description =
                    "Mã phát hiện (hoặc vài chữ số đầu), hoặc mã quy tắc cho mọi chỗ nó báo. / Fingerprint or its first digits, or a rule's id for all that it found.")
    private List<String> names;

    @Option(names = "--reason", required = true, paramLabel = "WHY", description = "Vì sao. / Why.")
    private String reason;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Ai cho qua. / Who answers for it.")
    private String by;

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "Ngày cuối còn hiệu lực (31/1/2027). / Last day on which it holds (2027-01-31).")
    private LocalDate expires;

    @Mixin
    private EngineOptions engines = new EngineOptions().waiversMayBeNew();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        if (expires != null && expires.isBefore(PlanLint.today())) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--expires: " + Spoken.language(spec).day(expires) + ": ngày ấy đã qua / that day is over");
        }
        List<DocumentReport> found = new ArrayList<>();
        new Batch(engines, List.of(file.toString()), Checker.here(), null)
                .check(Progress.none(), (examination, engine) -> found.add(examination.report()));
        DocumentReport document = found.get(0);
        PrintWriter err = spec.commandLine().getErr();
        if (document.status() != Status.CHECKED) {
            return Unread.tell(spec, Path.of(document.path()), document.error());
        }
        List<Finding> chosen = new ArrayList<>();
        for (String name : names) {
            List<Finding> meant = document.findings().stream()
                    .filter(f -> f.rule().equals(name)
                            || name.length() >= SHORTEST && f.fingerprint().startsWith(name))
                    .toList();
            if (meant.isEmpty()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        Shown.line(document.path()) + ": " + name + ": không có phát hiện ấy / no such finding");
            }
            meant.stream().filter(f -> !f.isWaived() && !chosen.contains(f)).forEach(chosen::add);
        }
        Path central = engines.centralWaivers(file);
        Path target = central != null ? central : WaiverFiles.beside(file).get(0);
        WaiverFile.append(
                target,
                central != null ? file : null,
                chosen,
                new Finding.Waiver(reason, by, expires),
                engines.rulesOf(file));
        spec.commandLine().getOut().println(target + ": +" + chosen.size());
        return 0;
    }
}
