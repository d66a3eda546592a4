package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.config.WaiverFile;
import org.planlint.extract.ReadFailure;
import org.planlint.report.DocumentReport;
import org.planlint.report.Report;
import org.planlint.review.Waiver;
import org.planlint.review.Waivers;
import org.planlint.rules.RulePage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How files are read and judged, for all commands that check; runs the checks with the waivers that are in force. */
final class EngineOptions {
    private static final String SIDE_FILE = ".planlint.yaml";

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Số tệp kiểm tra cùng lúc. / Files at once (default: processors).")
    private Integer jobs;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "Thời gian tối đa cho một tệp. / Longest time for one file (${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--max-size", paramLabel = "MB", defaultValue = "100", description = "Cỡ tệp lớn nhất. / Largest file (${DEFAULT-VALUE}).")
    private int maxSize;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Xét theo luật có hiệu lực ngày này (2026-11-21) thay vì ngày của kế hoạch. / Judges by the law of this day instead of the plan's own.")
    private LocalDate asOf;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(names = "--waivers", paramLabel = "FILE", description = "Tệp miễn trừ chung; tệp *.planlint.yaml cạnh văn bản luôn được đọc. / Central waivers; those beside a document are always read.")
    private Path waivers;

    /** Whether the central file may be one that is yet to be written. */
    private boolean waiversMayBeNew;
    /** By the file of the configuration; null for none. */
    private final Map<Path, PlanLint> engines = new HashMap<>();
    /** By the file that holds them. */
    private final Map<Path, List<Waiver>> waiversOf = new HashMap<>();
    private final Waivers reviewers = new Waivers(PlanLint.today());
    private PlanLint last;

    /** What a path on the command line stands for: a file, standard input, or an empty folder. */
    private record Item(String path, Kind kind) {
        enum Kind { FILE, STANDARD_INPUT, EMPTY_FOLDER }
    }

    /** The files that the paths stand for, in their order. */
    private static List<Item> items(List<String> paths) throws IOException {
        List<Item> items = new ArrayList<>();
        for (String path : paths) {
            if (path.equals("-")) {
                items.add(new Item(path, Item.Kind.STANDARD_INPUT));
            } else if (Files.isDirectory(Path.of(path))) {
                List<Path> files = Paths.below(Path.of(path));
                files.forEach(file -> items.add(new Item(file.toString(), Item.Kind.FILE)));
                if (files.isEmpty()) {
                    items.add(new Item(path, Item.Kind.EMPTY_FOLDER));
                }
            } else {
                items.add(new Item(Path.of(path).toString(), Item.Kind.FILE));
            }
        }
        return items;
    }

    /**
     * Checks what the paths stand for, in their order, and hands over each examination with its waivers applied.
     *
     * @param whole whether what was read is asked for, and not the reports alone, of which many more can be held
     */
    void examine(List<String> paths, boolean whole, Progress progress, BiConsumer<Examination, PlanLint> each)
            throws IOException, ConfigurationError {
        List<Item> items = items(paths);
        Map<Item, PlanLint> engineOf = new LinkedHashMap<>();
        for (Item item : items) {
            engineOf.put(item, engine(Path.of(item.kind() == Item.Kind.STANDARD_INPUT ? "" : item.path())));
        }
        Map<Item, List<Waiver>> passes = new HashMap<>();
        for (Item item : items) {
            passes.put(item, waivers(item));
        }
        progress.start(items.size());
        try {
            for (int from = 0, to; from < items.size(); from = to) {
                Item first = items.get(from);
                PlanLint engine = engineOf.get(first);
                to = from + 1;
                if (first.kind() == Item.Kind.EMPTY_FOLDER) {
                    each.accept(engine.failed(first.path(), new ReadFailure(ReadFailure.Reason.NO_DOCUMENTS, first.path())), engine);
                    continue;
                }
                if (first.kind() == Item.Kind.STANDARD_INPUT) {
                    each.accept(settled(engine.examine(first.path(), System.in.readAllBytes()), passes.get(first)), engine);
                    continue;
                }
                while (to < items.size() && items.get(to).kind() == Item.Kind.FILE && engineOf.get(items.get(to)) == engine) {
                    to++;
                }
                List<Path> batch = items.subList(from, to).stream().map(item -> Path.of(item.path())).toList();
                Consumer<Examination> next = examination -> {
                    progress.step();
                    each.accept(settled(examination, passes.get(new Item(examination.report().path(), Item.Kind.FILE))), engine);
                };
                if (whole) {
                    engine.examine(batch, next);
                } else {
                    engine.check(batch, report -> next.accept(new Examination(report, null, null)));
                }
            }
        } finally {
            progress.stop();
        }
    }

    private Examination settled(Examination examination, List<Waiver> waivers) {
        return examination.withReport(reviewers.apply(examination.report(), waivers));
    }

    /** The report on all that was examined. */
    Report report(List<DocumentReport> documents, Integer known, Integer solved) {
        return last.report(documents, new Report.Review(reviewers.stale(), known, solved));
    }

    /** The engine that judges a file: one for each configuration that is in force somewhere. */
    PlanLint engine(Path file) throws ConfigurationError {
        Configuration configuration = rules.of(file);
        last = engines.computeIfAbsent(configuration.file(), key -> PlanLint.builder()
                .timeout(Duration.ofSeconds(timeout)).maxBytes((long) maxSize << 20)
                .jobs(jobs != null ? jobs : Runtime.getRuntime().availableProcessors())
                .rules(configuration.rules()).settings(configuration.settings(), configuration.digest()).asOf(asOf).build());
        return last;
    }

    /** The waivers that may be about a file: those beside it and the central ones. */
    private List<Waiver> waivers(Item item) throws ConfigurationError {
        if (item.kind() == Item.Kind.EMPTY_FOLDER) {
            return List.of();
        }
        Configuration configuration = rules.of(Path.of(item.path()));
        List<Waiver> found = new ArrayList<>();
        if (item.kind() == Item.Kind.FILE) {
            for (Path side : sideFiles(Path.of(item.path()))) {
                if (Files.isRegularFile(side)) {
                    found.addAll(read(side, false, configuration));
                }
            }
        }
        Path central = waivers != null ? waivers : configuration.waivers();
        if (central != null && !(waiversMayBeNew && Files.notExists(central))) {
            found.addAll(read(central, true, configuration));
        }
        return found;
    }

    private List<Waiver> read(Path file, boolean central, Configuration configuration) throws ConfigurationError {
        List<Waiver> known = waiversOf.get(file);
        if (known == null) {
            known = WaiverFile.read(file, central, configuration.settings().pages(configuration.rules()).stream().map(RulePage::id).toList());
            waiversOf.put(file, known);
        }
        return known;
    }

    /** {@code plan.docx.planlint.yaml} is about the one file, {@code plan.planlint.yaml} about its pdf as well. */
    static List<Path> sideFiles(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path whole = file.resolveSibling(name + SIDE_FILE);
        return dot <= 0 ? List.of(whole) : List.of(whole, file.resolveSibling(name.substring(0, dot) + SIDE_FILE));
    }

    EngineOptions waiversMayBeNew() {
        waiversMayBeNew = true;
        return this;
    }

    /** The central file that {@code --waivers} or the configuration names for this document, or null. */
    Path centralWaivers(Path file) throws ConfigurationError {
        return waivers != null ? waivers : rules.of(file).waivers();
    }

    List<String> rulesOf(Path file) throws ConfigurationError {
        Configuration configuration = rules.of(file);
        return configuration.settings().pages(configuration.rules()).stream().map(RulePage::id).toList();
    }

    /** Exceptions that no longer hold, each named once. */
    List<String> exceptionsOver() {
        return rules.over(PlanLint.today());
    }
}
