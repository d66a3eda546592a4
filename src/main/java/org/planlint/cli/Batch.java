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
    /** A file, standard input, or a path at which there is nothing to check; {@code waivers} are those that may be about it. */
    private record Item(String path, Kind kind, PlanLint engine, List<Waiver> waivers, ReadFailure failure) {
        enum Kind { FILE, STANDARD_INPUT, FAILED }
    }

    private final EngineOptions engines;
    private final Checker checker;
    private final List<Item> items = new ArrayList<>();

    /**
     * @param checker opens the files
     * @param except  a folder that is not looked into, or null
     * @throws ConfigurationError if a configuration or a file of waivers is wrong; before any document is opened
     */
    Batch(EngineOptions engines, List<String> paths, Checker checker, Path except) throws IOException, ConfigurationError {
        this.engines = engines;
        this.checker = checker;
        for (String path : paths) {
            if (path.equals("-")) {
                items.add(new Item(path, Item.Kind.STANDARD_INPUT, engines.engine(Path.of("")), List.of(), null));
            } else if (Files.isDirectory(Path.of(path))) {
                List<Path> files = Paths.below(Path.of(path), except);
                for (Path file : files) {
                    add(file);
                }
                if (files.isEmpty()) {
                    fail(Path.of(path), new ReadFailure(ReadFailure.Reason.NO_DOCUMENTS, path));
                }
            } else {
                add(Path.of(path));
            }
        }
    }

    private void add(Path file) throws IOException, ConfigurationError {
        if (!Paths.isZip(file) || !Files.isRegularFile(file)) {
            items.add(new Item(file.toString(), Item.Kind.FILE, engines.engine(file), engines.waivers(file), null));
            return;
        }
        try {
            List<Path> documents = Paths.within(file, checker.entries(file, engines.engine(file)));
            for (Path document : documents) {
                items.add(new Item(document.toString(), Item.Kind.FILE, engines.engine(file), engines.waivers(document), null));
            }
            if (documents.isEmpty()) {
                fail(file, new ReadFailure(ReadFailure.Reason.NO_DOCUMENTS, file.toString()));
            }
        } catch (ReadFailure failure) {
            fail(file, failure);
        }
    }

    private void fail(Path path, ReadFailure failure) throws ConfigurationError {
        items.add(new Item(path.toString(), Item.Kind.FAILED, engines.engine(path), List.of(), failure));
    }

    /** Hands over the report on each with its waivers applied, and the engine that gave it. */
    void check(Progress progress, BiConsumer<Examination, PlanLint> each) throws IOException {
        run(false, progress, each);
    }

    /** The same with all that was read of each file, in this process, since only a few can be held at once. */
    void examine(Progress progress, BiConsumer<Examination, PlanLint> each) throws IOException {
        run(true, progress, each);
    }

    private void run(boolean whole, Progress progress, BiConsumer<Examination, PlanLint> each) throws IOException {
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
                    case FAILED -> settled.accept(engine.failed(first.path(), first.failure()));
                    case STANDARD_INPUT -> settled.accept(engine.examine(first.path(), System.in.readAllBytes()));
                    case FILE -> {
                        while (to < items.size() && items.get(to).kind() == Item.Kind.FILE && items.get(to).engine() == engine) {
                            to++;
                        }
                        List<Path> files = items.subList(from, to).stream().map(item -> Path.of(item.path())).toList();
                        if (whole) {
                            engine.examine(files, settled);
                        } else {
                            checker.check(files, engine, settled);
                        }
                    }
                }
            }
        } finally {
            progress.stop();
        }
    }
}
