package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.audit.AuditWriter;
import org.planlint.audit.Earlier;
import org.planlint.audit.Finished;
import org.planlint.audit.RememberedChecks;
import org.planlint.config.ConfigurationError;
import org.planlint.report.AuditSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint audit}: the state of a whole archive; killed at any moment, the same command goes on where it stood. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Kiểm tra cả kho lưu trữ; chạy lại thì đi tiếp. / Audits a whole archive; run again, it goes on.",
        footer = {
            "",
            "Mã kết thúc: 0 xong, 2 sai cách dùng, 5 có tệp không kiểm tra được. / Exit code: 0 done, 2 wrong usage, 5 some file could not be checked."
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

    @Option(
            names = "--since",
            paramLabel = "DIR",
            description =
                    "So với kết quả của lần kiểm tra trước trong thư mục này; mặc định là lần trước trong --out. / Compares with the results of an earlier audit in this folder; by default with the one before in --out.")
    private Path since;

    @Option(
            names = {"-q", "--quiet"},
            description = "Không in gì ngoài lỗi. / Prints nothing but errors.")
    private boolean quiet;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        for (String path : paths) {
            if (Files.notExists(Path.of(path))) {
                throw new ParameterException(
                        spec.commandLine(), path + ": không có tệp hay thư mục ấy / no such file or folder");
            }
        }
        if (since != null && Earlier.in(since) == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since: " + since + ": không có kết quả kiểm tra nào ở đó / no results of an audit are there");
        }
        Path cache = Files.createDirectories(out.resolve("cache"));
        Finished last = Finished.read(out);
        Finished finished;
        int asked;
        Progress progress = Progress.atTerminal(quiet, Spoken.language(spec));
        try (RememberedChecks checks = new RememberedChecks(
                engines.workers(cache.resolve("readings"), out.resolve(AuditWriter.PAGES), Spoken.language(spec)),
                cache.resolve("reports.mv"))) {
            if (last == null) {
                checks.expectWork();
            }
            progress.say("tìm tệp trong kho… / looking for files…");
            Batch batch = new Batch(engines, paths, checks, out);
            String before = last == null ? null : state(batch.state(checks::remembered, progress));
            boolean unchanged = before != null && before.equals(last.state());
            if (last != null && !unchanged && last.hasResults(out)) {
                Earlier.keep(out);
            }
            finished = unchanged && last.stands(out) ? last : audit(batch, checks, progress);
            asked = checks.asked();
        } finally {
            progress.stop();
        }
        if (!quiet) {
            boolean complete = finished.complete();
            Spoken.say(
                    spec,
                    out.resolve("index.html") + ": " + finished.documents() + " tệp, mở " + asked + " tệp, "
                            + finished.errors() + " lỗi" + (complete ? "" : "; có tệp không đọc được") + " / "
                            + finished.documents() + " files, " + asked + " opened, " + finished.errors() + " errors"
                            + (complete ? "" : "; some files could not be read"));
        }
        return finished.complete() ? 0 : Main.INCOMPLETE;
    }

    private Finished audit(Batch batch, RememberedChecks checks, Progress progress)
            throws IOException, ConfigurationError {
        AuditSummary summary;
        try (AuditWriter writer = new AuditWriter(out, paths, earlier(), Spoken.language(spec))) {
            batch.check(progress, (examination, engine) -> writer.add(examination, engine));
            progress.say("xét cả kho, ghi kết quả… / judging the archive, writing the results…");
            summary = writer.finish(
                    engines.report(List.of(), null, null).withPassedOver(batch.passedOver()),
                    engines.archiveJudge(Path.of(paths.get(0))));
        }
        int documents = summary.all().documents();
        return Finished.write(
                out,
                state(batch.state(checks::remembered, progress)),
                documents,
                summary.all().errors(),
                summary.isComplete());
    }

    /** To what this audit is compared, or null. */
    private Earlier earlier() throws IOException {
        boolean elsewhere = since != null && !(Files.exists(out) && Files.isSameFile(since, out));
        return elsewhere ? Earlier.in(since) : Earlier.before(out);
    }

    /** Of the archive, with all else that the results depend on; null where something was never judged. */
    private String state(String archive) throws IOException, ConfigurationError {
        return archive == null
                ? null
                : String.join(
                        " ",
                        archive,
                        PlanLint.programVersion(),
                        Spoken.language(spec).code(),
                        engines.rulesAt(Path.of(paths.get(0))),
                        since == null ? "" : Earlier.in(since).state());
    }
}
