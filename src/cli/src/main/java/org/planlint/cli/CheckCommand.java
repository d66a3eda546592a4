package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.config.ConfigurationError;
import org.planlint.isolate.Checker;
import org.planlint.report.CsvReportWriter;
import org.planlint.report.DocumentReport;
import org.planlint.report.EdxmlStatusWriter;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.JunitReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.ReportWriter;
import org.planlint.report.SarifReportWriter;
import org.planlint.report.Scope;
import org.planlint.report.Severity;
import org.planlint.report.StatisticsWriter;
import org.planlint.report.TextReportWriter;
import org.planlint.report.XlsxReportWriter;
import org.planlint.review.Baseline;
import org.planlint.review.BaselineError;
import org.planlint.text.LinePicture;
import org.planlint.text.Shown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint check}: reads plans and reports what is wrong with them. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Kiểm tra tệp hoặc thư mục. / Checks files and folders.",
        footer = {
            "",
            "Mã kết thúc: 0 sạch, 1 có lỗi, 2 sai cách dùng, 5 có tệp không kiểm tra được. / Exit code: 0 clean, 1 findings, 2 wrong usage, 5 some file could not be checked."
        })
final class CheckCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        JSON,
        HTML,
        SARIF,
        JUNIT,
        CSV,
        XLSX,
        EDXML_STATUS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum Limit {
        ERROR,
        WARNING,
        INFO,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Colour {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Endings of what reports are about. */
    private static final List<String> DOCUMENTS = List.of("docx", "doc", "odt", "rtf", "pdf");

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Tệp, thư mục, hoặc - cho đầu vào chuẩn. / Files, folders, or - for standard input.")
    private List<String> paths;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "text, json, html, sarif, junit, csv, xlsx, edxml-status; mặc định theo đuôi của --output, không thì text. / By default what the ending of --output says, else text.")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Ghi ra tệp; html và xlsx luôn cần. / Writes to a file; html and xlsx always need one.")
    private Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "error, warning, info, never: từ mức nào thì mã kết thúc là 1 (${DEFAULT-VALUE}). / From which severity the exit code is 1 (${DEFAULT-VALUE}).")
    private Limit failOn;

    @Option(
            names = "--require-plan",
            description =
                    "Văn bản không phải kế hoạch cũng làm mã kết thúc là 1. / Also what is no plan makes the exit code 1.")
    private boolean requirePlan;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Chỉ báo những gì chưa có trong mốc này. / Reports only what this baseline does not hold.")
    private Path baselineFile;

    @Option(
            names = "--update-baseline",
            description = "Bỏ khỏi mốc những gì đã sửa xong. / Drops what is solved from the baseline.")
    private boolean updateBaseline;

    @Option(
            names = {"-q", "--quiet"},
            description = "Chỉ in kết quả kiểm tra. / Prints findings and nothing else.")
    private boolean quiet;

    @Option(
            names = "--statistics",
            description = "Đếm theo quy tắc thay cho từng chỗ. / Counts by rule instead of findings.")
    private boolean statistics;

    @Option(
            names = "--explain",
            description = "Giải thích từng quy tắc đã báo. / Explains each rule that found something.")
    private boolean explain;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Tô màu: auto, always, never (${DEFAULT-VALUE}). / Colours: auto, always, never (${DEFAULT-VALUE}).")
    private Colour colour;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError, BaselineError {
        format = format == null ? formatOf(output) : format;
        requireSense();
        Baseline baseline = baselineFile == null ? null : Baseline.read(baselineFile);
        List<DocumentReport> documents = new ArrayList<>();
        Map<String, Map<String, LinePicture>> lines = new HashMap<>();
        HtmlFolder html = format == Format.HTML ? new HtmlFolder(output, language()) : null;
        BiConsumer<Examination, PlanLint> each = (examination, engine) -> {
            DocumentReport document = baseline == null ? examination.report() : baseline.apply(examination.report());
            documents.add(document);
            if (format == Format.XLSX) {
                lines.put(document.path(), engine.lines(examination));
            }
            if (html != null) {
                html.add(examination.withReport(document), engine);
            }
        };
        Map<String, Integer> passedOver;
        try (Checker checker = engines.checker()) {
            Batch batch = new Batch(engines, paths, checker, null);
            if (html == null && format != Format.XLSX || engines.isolated()) {
                batch.check(Progress.atTerminal(quiet, language()), each);
            } else {
                batch.examine(Progress.atTerminal(quiet, language()), each);
            }
            passedOver = batch.passedOver();
        }
        Report report = (baseline == null
                        ? engines.report(documents, null, null)
                        : engines.report(documents, baseline.known(), baseline.solved()))
                .withPassedOver(passedOver);
        if (html != null) {
            html.finish(report);
        } else if (format == Format.XLSX) {
            try (var out = Files.newOutputStream(output)) {
                XlsxReportWriter.write(report, lines, language(), out);
            }
        } else if (output == null) {
            writer().write(report, spec.commandLine().getOut());
        } else {
            try (var out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
                writer().write(report, out);
            }
        }
        if (updateBaseline) {
            baseline.dropSolved();
            baseline.write(baselineFile);
        }
        remark(report);
        return exitCode(report);
    }

    /** By its ending: a reader who writes to x.html wants a page, and one who writes to x.docx something else. */
    private Format formatOf(Path output) {
        String name = output == null ? "" : output.getFileName().toString().toLowerCase(Locale.ROOT);
        for (String ending : DOCUMENTS) {
            if (name.endsWith("." + ending)) {
                throw usage(output + ": không ghi báo cáo thành " + ending
                        + ", hãy chọn html, xlsx, csv hay json; để ghi chú vào văn bản, dùng annotate / a report is no "
                        + ending + ": html, xlsx, csv or json; to write notes into the document, use annotate");
            }
        }
        return Arrays.stream(Format.values())
                .filter(format -> name.endsWith("." + format))
                .findFirst()
                .orElse(name.endsWith(".xml") ? Format.JUNIT : Format.TEXT);
    }

    private void requireSense() {
        if (output == null && (format == Format.HTML || format == Format.XLSX)) {
            throw usage("--format " + format + " cần --output FILE / needs --output FILE");
        }
        if ((statistics || explain) && format != Format.TEXT) {
            throw usage("--statistics, --explain chỉ đi với --format text / go with --format text only");
        }
        if (engines.isolated() && (format == Format.HTML || paths.contains("-"))) {
            throw usage(
                    "--isolate chưa đi với --format html và đầu vào chuẩn / does not go with --format html or standard input yet");
        }
        if (updateBaseline && baselineFile == null) {
            throw usage("--update-baseline cần --baseline FILE / needs --baseline FILE");
        }
    }

    private CommandLine.ParameterException usage(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    private ReportWriter writer() {
        boolean inColour = output == null && inColour();
        return switch (format) {
            case JSON -> new JsonReportWriter(language());
            case SARIF -> new SarifReportWriter(language());
            case JUNIT -> new JunitReportWriter(language(), threshold());
            case CSV -> new CsvReportWriter(language());
            case EDXML_STATUS -> new EdxmlStatusWriter(language(), threshold());
            default ->
                statistics
                        ? new StatisticsWriter(language(), inColour)
                        : new TextReportWriter(
                                language(), inColour, quiet, explain, output == null ? Terminal.columns() : 0);
        };
    }

    /** What a machine's report leaves to standard error, so that a person sees it. */
    private void remark(Report report) {
        PrintWriter err = spec.commandLine().getErr();
        if (quiet) {
            return;
        }
        if (format != Format.TEXT || output != null) {
            for (DocumentReport document : report.documents()) {
                if (document.error() != null) {
                    err.println("planlint: " + Shown.line(document.path()) + ": "
                            + document.error().message().in(language()));
                }
            }
        }
        engines.exceptionsOver()
                .forEach(over -> Spoken.warn(spec, Shown.line(over) + ": ngoại lệ đã hết hạn / exception is over"));
        for (Report.StaleWaiver waiver : report.review().staleWaivers()) {
            String which = waiver.source() + ":" + waiver.line() + ": "
                    + (waiver.rule() == null ? waiver.fingerprint() : waiver.rule()) + " (" + waiver.reason() + "): ";
            Spoken.warn(
                    spec,
                    which
                            + (waiver.expired()
                                    ? "miễn trừ đã hết hạn / waiver is over"
                                    : "miễn trừ không còn khớp với gì / waiver matches nothing any more"));
        }
    }

    private boolean inColour() {
        return colour == Colour.ALWAYS
                || colour == Colour.AUTO
                        && System.console() != null
                        && System.getenv("NO_COLOR") == null
                        && !"dumb".equals(System.getenv("TERM"));
    }

    /** The least severity that counts as failure, or null for none. */
    private Severity threshold() {
        return failOn == Limit.NEVER ? null : Severity.valueOf(failOn.name());
    }

    private int exitCode(Report report) {
        if (!report.isComplete()) {
            return Main.INCOMPLETE;
        }
        boolean found = threshold() != null && report.has(threshold());
        return found || requirePlan && report.count(Scope.NOT_A_PLAN) > 0 ? Main.FINDINGS : 0;
    }

    private Language language() {
        return Spoken.language(spec);
    }
}
