package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.extract.ReadFailure;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.ReportWriter;
import org.planlint.report.Severity;
import org.planlint.report.TextReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint check}: reads plans and reports what is wrong with them. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Kiểm tra tệp hoặc thư mục. / Checks files and folders.",
        footer = {"", "Mã kết thúc / exit code: 0 sạch/clean, 1 có lỗi/findings, 2 sai cách dùng/usage, 5 chưa đủ/incomplete."})
final class CheckCommand implements Callable<Integer> {
    enum Format { TEXT, JSON }

    enum Limit { ERROR, WARNING, INFO, NEVER }

    enum Colour { AUTO, ALWAYS, NEVER }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp, thư mục, hoặc - cho đầu vào chuẩn. / Files, folders, or - for standard input.")
    private List<String> paths;

    @Option(names = {"-f", "--format"}, defaultValue = "text", description = "text, json (${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Ghi ra tệp. / Writes to a file.")
    private Path output;

    @Option(names = "--lang", defaultValue = "vi", description = "vi, en (${DEFAULT-VALUE}).")
    private Language language;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error",
            description = "error, warning, info, never: từ mức nào thì mã kết thúc là 1. / From which severity the exit code is 1 (${DEFAULT-VALUE}).")
    private Limit failOn;

    @Option(names = "--color", defaultValue = "auto", description = "auto, always, never (${DEFAULT-VALUE}).")
    private Colour colour;

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Số tệp kiểm tra cùng lúc. / Files at once (default: processors).")
    private Integer jobs;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "Thời gian tối đa cho một tệp. / Longest time for one file (${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--max-size", paramLabel = "MB", defaultValue = "100", description = "Cỡ tệp lớn nhất. / Largest file (${DEFAULT-VALUE}).")
    private int maxSize;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(names = "--as-of", paramLabel = "DATE", description = "Xét theo luật có hiệu lực ngày này (2026-11-21) thay vì ngày của kế hoạch. / Judges by the law of this day instead of the plan's own.")
    private LocalDate asOf;

    /** By the file of the configuration; null for none. */
    private final Map<Path, PlanLint> engines = new HashMap<>();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        Report report = check();
        ReportWriter writer = format == Format.JSON ? new JsonReportWriter()
                : new TextReportWriter(language, output == null && inColour());
        if (output == null) {
            writer.write(report, spec.commandLine().getOut());
        } else {
            try (var out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
                writer.write(report, out);
            }
        }
        return exitCode(report);
    }

    private Report check() throws IOException, ConfigurationError {
        List<DocumentReport> documents = new ArrayList<>();
        List<Path> batch = new ArrayList<>();
        PlanLint engine = null;
        for (String path : paths) {
            if (path.equals("-")) {
                flush(engine, batch, documents);
                engine = engine(Path.of(""));
                documents.add(engine.check("-", System.in.readAllBytes()));
                continue;
            }
            List<Path> files = Files.isDirectory(Path.of(path)) ? Paths.below(Path.of(path)) : List.of(Path.of(path));
            if (files.isEmpty()) {
                flush(engine, batch, documents);
                engine = engine(Path.of(path));
                documents.add(engine.failed(path, new ReadFailure(ReadFailure.Reason.NO_DOCUMENTS, path)));
            }
            for (Path file : files) {
                PlanLint next = engine(file);
                if (next != engine) {
                    flush(engine, batch, documents);
                    engine = next;
                }
                batch.add(file);
            }
        }
        flush(engine, batch, documents);
        PrintWriter err = spec.commandLine().getErr();
        if (format == Format.JSON) {
            for (DocumentReport document : documents) {
                if (document.error() != null) {
                    err.println("planlint: " + document.path() + ": " + document.error().message());
                }
            }
        }
        rules.over(PlanLint.today()).forEach(over ->
                err.println("planlint: ngoại lệ đã hết hạn / exception is over: " + over));
        return engine.report(documents);
    }

    /** The engine that judges a file: one for each configuration that is in force somewhere. */
    private PlanLint engine(Path file) throws ConfigurationError {
        Configuration configuration = rules.of(file);
        return engines.computeIfAbsent(configuration.file(), key -> PlanLint.builder().language(language)
                .timeout(Duration.ofSeconds(timeout)).maxBytes((long) maxSize << 20)
                .jobs(jobs != null ? jobs : Runtime.getRuntime().availableProcessors())
                .rules(configuration.rules()).settings(configuration.settings(), configuration.digest()).asOf(asOf).build());
    }

    /** Checks the files gathered so far, so that the report keeps the order of the command line. */
    private static void flush(PlanLint engine, List<Path> batch, List<DocumentReport> documents) {
        if (!batch.isEmpty()) {
            documents.addAll(engine.check(batch).documents());
            batch.clear();
        }
    }

    private boolean inColour() {
        return colour == Colour.ALWAYS || colour == Colour.AUTO && System.console() != null
                && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    }

    private int exitCode(Report report) {
        if (!report.isComplete()) {
            return Main.INCOMPLETE;
        }
        return failOn != Limit.NEVER && report.has(Severity.valueOf(failOn.name())) ? Main.FINDINGS : 0;
    }
}
