package org.planlint.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planlint.Engines;
import org.planlint.PlanLint;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Configurations;
import org.planlint.config.WaiverFiles;
import org.planlint.extract.signed.Authorities;
import org.planlint.facts.Stage;
import org.planlint.isolate.Checker;
import org.planlint.isolate.WorkerOrders;
import org.planlint.isolate.WorkerPool;
import org.planlint.isolate.WorkerSettings;
import org.planlint.record.RecordError;
import org.planlint.record.Records;
import org.planlint.report.DocumentReport;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.RuleInfo;
import org.planlint.review.Waiver;
import org.planlint.review.Waivers;
import org.planlint.rules.ArchiveJudge;
import org.planlint.rules.RulePage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How files are read and judged, for all commands that check: the engine for each file, and the waivers about it. */
final class EngineOptions {
    @Option(
            names = {"-j", "--jobs"},
            converter = AtLeastOne.class,
            paramLabel = "N",
            description =
                    "Số tệp kiểm tra cùng lúc; mặc định bằng số bộ xử lý. / Files at once; by default as many as processors.")
    private Integer jobs;

    @Option(
            names = "--timeout",
            converter = AtLeastOne.class,
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "Thời gian tối đa cho một tệp (${DEFAULT-VALUE}). / Longest time for one file (${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--max-size",
            converter = AtLeastOne.class,
            paramLabel = "MB",
            defaultValue = "100",
            description = "Cỡ tệp lớn nhất (${DEFAULT-VALUE}). / Largest file (${DEFAULT-VALUE}).")
    private int maxSize;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Xét theo luật có hiệu lực ngày này (21/11/2026) thay vì ngày của kế hoạch. / Judges by the law of this day (2026-11-21) instead of the plan's own.")
    private LocalDate asOf;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description =
                    "draft, final: coi mọi kế hoạch là dự thảo hay là bản chính thức, thay cho những gì tệp cho thấy. / Judges every plan as a draft or as a final one.")
    private Stage stage;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private Path trust;
    private Authorities authorities = Authorities.NONE;

    @Option(
            names = "--trust",
            paramLabel = "DIR",
            description =
                    "Thư mục chứng thư của các CA được tin và danh sách thu hồi, dùng ngoại tuyến. / Certificates of trusted authorities and revocation lists, used offline.")
    private void trust(Path folder) {
        try {
            authorities = Authorities.of(folder);
            trust = folder.toAbsolutePath();
        } catch (FileSystemException e) {
            throw new ParameterException(
                    command.commandLine(), "--trust: " + folder + ": không có thư mục này / no such folder", e);
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), "--trust: " + e.getMessage(), e);
        }
    }

    private Path recordList;
    private Records records = Records.NONE;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Hồ sơ của các tệp, csv hoặc json, ghép theo tên tệp; không có thì tìm TỆP.record.json cạnh tệp. / Records of the files, csv or json, by file name; beside each, FILE.record.json is found without it.")
    private void record(Path list) {
        try {
            records = Records.of(list);
            recordList = list.toAbsolutePath();
        } catch (RecordError e) {
            throw new ParameterException(command.commandLine(), "--record: " + e.getMessage(), e);
        }
    }

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description =
                    "Tệp miễn trừ chung; tệp *.planlint.yaml cạnh văn bản luôn được đọc. / Central waivers; those beside a document are always read.")
    private Path waivers;

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    @Option(
            names = "--isolate",
            description =
                    "Mở tệp trong tiến trình riêng: tệp hỏng không làm hỏng cả lượt. / Opens files in processes of their own.")
    private boolean isolate;

    @Option(
            names = "--heap",
            converter = AtLeastOne.class,
            paramLabel = "MB",
            defaultValue = "512",
            description =
                    "Bộ nhớ của mỗi tiến trình riêng (${DEFAULT-VALUE}). / Heap of each such process (${DEFAULT-VALUE}).")
    private int heap;

    @Option(
            names = "--silence",
            converter = AtLeastOne.class,
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "Tiến trình riêng im lặng quá lâu thì bị dừng (${DEFAULT-VALUE}). / Longest silence of such a process (${DEFAULT-VALUE}).")
    private int silence;

    @Option(
            names = "--max-time",
            converter = AtLeastOne.class,
            paramLabel = "MINUTES",
            description =
                    "Thời gian tối đa cho cả lượt, khi mở tệp trong tiến trình riêng; tệp chưa kịp xét được báo là quá giờ. / Longest time for the whole run with such processes; files that it does not reach end as timed out.")
    private Integer maxTime;

    /** Whether the central file may be one that is yet to be written. */
    private boolean waiversMayBeNew;

    private Configurations configurations;
    private Engines engines;
    private WaiverFiles waiverFiles;
    private final Waivers reviewers = new Waivers(PlanLint.today());
    private PlanLint last;
    private volatile Runnable pageTold = () -> {};

    /** By which rules each file is judged. */
    private Configurations configurations() {
        configurations = configurations == null ? new Configurations(rules.choice()) : configurations;
        return configurations;
    }

    private String rulesUrl;

    /** Pages of rules are shown there, where the configuration says nothing of them. */
    void rulesShownAt(String pattern) {
        rulesUrl = pattern;
    }

    private Engines engines() {
        engines = engines == null
                ? new Engines(
                                configurations(),
                                new Engines.Limits(
                                        Duration.ofSeconds(timeout),
                                        maxBytes(),
                                        jobs(),
                                        asOf,
                                        stage,
                                        null,
                                        authorities,
                                        records,
                                        ocr.ocr(),
                                        this::onPage))
                        .rulesShownAt(rulesUrl)
                : engines;
        return engines;
    }

    /** The report with the waivers applied that are about its file. */
    DocumentReport settle(DocumentReport report, List<Waiver> about) {
        return reviewers.apply(report, about);
    }

    /** The report on all that was checked, with the rules of every configuration that was in force. */
    Report report(List<DocumentReport> documents, Integer known, Integer solved) {
        Report report = last.report(documents, new Report.Review(reviewers.stale(), known, solved));
        Map<String, RuleInfo> rules = new TreeMap<>();
        engines().all().forEach(engine -> engine.ruleInfos().forEach(rule -> rules.putIfAbsent(rule.id(), rule)));
        return new Report(
                report.version(), report.rulesDigest(), List.copyOf(rules.values()), documents, report.review());
    }

    /** The engine that judges a file. */
    PlanLint engine(Path file) throws ConfigurationError {
        last = engines().of(file);
        return last;
    }

    /** Judges what only several files show, by the configuration that is in force at this path. */
    ArchiveJudge archiveJudge(Path path) throws ConfigurationError {
        Configuration configuration = configurations().of(path);
        return new ArchiveJudge(configuration.rules(), configuration.settings());
    }

    /** Names the rules and settings that are in force at this path. */
    String rulesAt(Path path) throws ConfigurationError {
        Configuration configuration = configurations().of(path);
        return configuration.rules().digest() + "+" + configuration.digest();
    }

    private int jobs() {
        return jobs != null ? Math.max(1, jobs) : Runtime.getRuntime().availableProcessors();
    }

    /** Largest file. */
    long maxBytes() {
        return (long) maxSize << 20;
    }

    /** Opens files as {@code --isolate} asks. */
    Checker checker() {
        return isolate ? workers() : Checker.here();
    }

    /** Tells of each page whose picture is about to be read. */
    void tellPages(Runnable told) {
        pageTold = told;
    }

    private void onPage() {
        pageTold.run();
    }

    boolean isolated() {
        return isolate;
    }

    /** Workers that judge files as this command would. Their own time has no limit: they are ended from outside. */
    WorkerPool workers() {
        return new WorkerPool(workerSettings(orders()), this::onPage);
    }

    /** Those of a program that runs until it is ended. */
    WorkerPool lastingWorkers() {
        return new WorkerPool(workerSettings(orders()).lastingOnes());
    }

    /** Those of an audit, which keep what they read and show each document on a page. */
    WorkerPool workers(Path readings, Path pages, Language language) {
        return new WorkerPool(workerSettings(orders().keeping(readings, pages, language)), this::onPage);
    }

    private WorkerOrders orders() {
        return WorkerOrders.of(rules.choice(), asOf, stage, maxBytes(), trust, recordList, ocr.ocr());
    }

    private WorkerSettings workerSettings(WorkerOrders orders) {
        return new WorkerSettings(
                jobs(),
                heap,
                Duration.ofSeconds(timeout),
                Duration.ofSeconds(silence),
                maxTime == null ? null : Duration.ofMinutes(maxTime),
                orders.program());
    }

    /** The waivers that may be about a file: those beside it and the central ones. */
    List<Waiver> waivers(Path document) throws ConfigurationError {
        return waiverFiles().about(document);
    }

    private WaiverFiles waiverFiles() {
        waiverFiles = waiverFiles == null ? new WaiverFiles(configurations(), waivers, waiversMayBeNew) : waiverFiles;
        return waiverFiles;
    }

    EngineOptions waiversMayBeNew() {
        waiversMayBeNew = true;
        return this;
    }

    /** The central file that {@code --waivers} or the configuration names for this document, or null. */
    Path centralWaivers(Path file) throws ConfigurationError {
        return waiverFiles().central(file);
    }

    /** The rules that {@code --only} names, where a command goes by rules. */
    List<String> named() {
        return rules.named();
    }

    List<String> rulesOf(Path file) throws ConfigurationError {
        return ids(configurations().of(file));
    }

    private static List<String> ids(Configuration configuration) {
        return configuration.settings().pages(configuration.rules()).stream()
                .map(RulePage::id)
                .toList();
    }

    /** Exceptions that no longer hold, each named once. */
    List<String> exceptionsOver() {
        return configurations().over(PlanLint.today());
    }
}
