package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.audit.AuditWriter;
import org.planlint.audit.Finished;
import org.planlint.audit.RememberedChecks;
import org.planlint.config.ConfigurationError;
import org.planlint.report.AuditSummary;
import org.planlint.report.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint audit}: the state of a whole archive; killed at any moment, the same command goes on where it stood. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Kiểm tra cả kho lưu trữ; chạy lại thì đi tiếp. / Audits a whole archive; run again, it goes on.",
        footer = {
            "",
            "Mã kết thúc / exit code: 0 xong/done, 2 sai cách dùng/usage, 5 có tệp không kiểm tra được/some file could not be checked."
        })
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục. / Files and folders.")
    private List<String> paths;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Thư mục kết quả. / Folder for the results.")
    private Path out;

    @Option(names = "--lang", defaultValue = "vi", description = "vi, en (${DEFAULT-VALUE}).")
    private Language language;

    @Option(
            names = {"-q", "--quiet"},
            description = "Không in gì ngoài lỗi. / Prints nothing but errors.")
    private boolean quiet;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        Path cache = Files.createDirectories(out.resolve("cache"));
        Finished last = Finished.read(out);
        Finished finished;
        int asked;
        try (RememberedChecks checks = new RememberedChecks(
                engines.workers(cache.resolve("readings"), out.resolve(AuditWriter.PAGES), language),
                cache.resolve("reports.mv"))) {
            if (last == null) {
                checks.expectWork();
            }
            Batch batch = new Batch(engines, paths, checks, out);
            String before = last == null ? null : state(batch.state(checks::remembered));
            finished = before != null && before.equals(last.state()) && last.stands(out) ? last : audit(batch, checks);
            asked = checks.asked();
        }
        if (!quiet) {
            PrintWriter print = spec.commandLine().getOut();
            print.println(out.resolve("index.html") + ": " + finished.documents() + " tệp / files, " + asked
                    + " mở / opened, " + finished.errors() + " lỗi / errors");
        }
        return finished.complete() ? 0 : Main.INCOMPLETE;
    }

    private Finished audit(Batch batch, RememberedChecks checks) throws IOException, ConfigurationError {
        AuditSummary summary;
        try (AuditWriter writer = new AuditWriter(out, language)) {
            batch.check(Progress.atTerminal(quiet), (examination, engine) -> writer.add(examination, engine));
            summary = writer.finish(engines.report(List.of(), null, null), engines.archiveJudge(Path.of(paths.get(0))));
        }
        int documents = summary.all().documents();
        return Finished.write(
                out,
                state(batch.state(checks::remembered)),
                documents,
                summary.all().errors(),
                summary.isComplete());
    }

    /** Of the archive, with all else that the results depend on; null where something was never judged. */
    private String state(String archive) throws ConfigurationError {
        return archive == null
                ? null
                : String.join(
                        " ",
                        archive,
                        PlanLint.programVersion(),
                        language.code(),
                        engines.rulesAt(Path.of(paths.get(0))));
    }
}
