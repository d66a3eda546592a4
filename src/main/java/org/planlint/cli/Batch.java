package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.audit.Checker;
import org.planlint.config.ConfigurationError;
import org.planlint.extract.ReadFailure;
import org.planlint.review.Waiver;

/** The files that a command line names, checked in its order, each by the engine that its configuration asks for. */
final class Batch {
    /** A file, standard input, or a folder without documents; {@code waivers} are those that may be about it. */
    private record Item(String path, Kind kind, PlanLint engine, List<Waiver> waivers) {
        enum Kind { FILE, STANDARD_INPUT, EMPTY_FOLDER }
    }

    private final EngineOptions engines;
    private final List<Item> items = new ArrayList<>();

    /** @throws ConfigurationError if a configuration or a file of waivers is wrong; before any file is opened */
    Batch(EngineOptions engines, List<String> paths) throws IOException, ConfigurationError {
        this(engines, paths, null);
    }

    /** @param except a folder that is not looked into, or null */
    Batch(EngineOptions engines, List<String> paths, Path except) throws IOException, ConfigurationError {
        this.engines = engines;
        for (String path : paths) {
            if (path.equals("-")) {
                add(path, Item.Kind.STANDARD_INPUT, Path.of(""));
            } else if (Files.isDirectory(Path.of(path))) {
                List<Path> files = Paths.below(Path.of(path), except);
                for (Path file : files) {
                    add(file.toString(), Item.Kind.FILE, file);
                }
                if (files.isEmpty()) {
                    add(path, Item.Kind.EMPTY_FOLDER, Path.of(path));
                }
            } else {
                add(Path.of(path).toString(), Item.Kind.FILE, Path.of(path));
            }
        }
    }

    private void add(String path, Item.Kind kind, Path file) throws ConfigurationError {
        items.add(new Item(path, kind, engines.engine(file), kind == Item.Kind.FILE ? engines.waivers(file) : List.of()));
    }

    /** Hands over the report on each with its waivers applied, and the engine that gave it. */
    void check(Progress progress, BiConsumer<Examination, PlanLint> each) throws IOException {
        try (Checker elsewhere = engines.isolated() ? engines.workers() : null) {
            run(false, elsewhere, progress, each);
        }
    }

    /** The same, the files being opened by {@code elsewhere}. */
    void check(Checker elsewhere, Progress progress, BiConsumer<Examination, PlanLint> each) throws IOException {
        run(false, elsewhere, progress, each);
    }

    /** The same with all that was read of each file, of which only a few can be held at once. */
    void examine(Progress progress, BiConsumer<Examination, PlanLint> each) throws IOException {
        run(true, null, progress, each);
    }

    private void run(boolean whole, Checker elsewhere, Progress progress, BiConsumer<Examination, PlanLint> each) throws IOException {
        Map<String, List<Waiver>> waivers = new HashMap<>();
        items.forEach(item -> waivers.put(item.path(), item.waivers()));
        progress.start(items.size());
        try {
            for (int from = 0, to; from < items.size(); from = to) {
                Item first = items.get(from);
                PlanLint engine = first.engine();
                Consumer<Examination> settled = examination -> {
                    progress.step();
                    each.accept(examination.withReport(engines.settle(examination.report(), waivers.get(examination.report().path()))), engine);
                };
                to = from + 1;
                switch (first.kind()) {
                    case EMPTY_FOLDER -> settled.accept(engine.failed(first.path(), new ReadFailure(ReadFailure.Reason.NO_DOCUMENTS, first.path())));
                    case STANDARD_INPUT -> settled.accept(engine.examine(first.path(), System.in.readAllBytes()));
                    case FILE -> {
                        while (to < items.size() && items.get(to).kind() == Item.Kind.FILE && items.get(to).engine() == engine) {
                            to++;
                        }
                        List<Path> files = items.subList(from, to).stream().map(item -> Path.of(item.path())).toList();
                        if (elsewhere != null) {
                            elsewhere.check(files, engine, report -> settled.accept(new Examination(report, null, null)));
                        } else if (whole) {
                            engine.examine(files, settled);
                        } else {
                            engine.check(files, report -> settled.accept(new Examination(report, null, null)));
                        }
                    }
                }
            }
        } finally {
            progress.stop();
        }
    }
}
