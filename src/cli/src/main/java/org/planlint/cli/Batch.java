package org.planlint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.config.ConfigurationError;
import org.planlint.extract.ReadFailure;
import org.planlint.isolate.Checker;
import org.planlint.report.PassedOver;
import org.planlint.review.Waiver;
import org.planlint.text.Sha256;

/** The files that a command line names, checked in its order, each by the engine that its configuration asks for. */
final class Batch {
    /** A file, standard input, or a path at which there is nothing to check; {@code waivers} are those that may be about it. */
    private record Item(String path, Kind kind, PlanLint engine, List<Waiver> waivers, ReadFailure failure) {
        enum Kind {
            FILE,
            STANDARD_INPUT,
            FAILED
        }
    }

    private final EngineOptions engines;
    private final Checker checker;
    private final List<Item> items = new ArrayList<>();
    private final PassedOver passed = new PassedOver();

    /**
     * @param checker opens the files
     * @param except  a folder that is not looked into, or null
     * @throws ConfigurationError if a configuration or a file of waivers is wrong; before any document is opened
     */
    Batch(EngineOptions engines, List<String> paths, Checker checker, Path except)
            throws IOException, ConfigurationError {
        this.engines = engines;
        this.checker = checker;
        for (String path : paths) {
            if (path.equals("-")) {
                items.add(new Item(path, Item.Kind.STANDARD_INPUT, engines.engine(Path.of("")), List.of(), null));
            } else if (Files.isDirectory(Path.of(path))) {
                List<Path> files = Paths.below(Path.of(path), except, passed);
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
        if (!Files.isRegularFile(file) || !Paths.isPackage(file)) {
            items.add(new Item(file.toString(), Item.Kind.FILE, engines.engine(file), engines.waivers(file), null));
            return;
        }
        try {
            for (Path document : checker.documents(file, engines.engine(file), passed::add)) {
                items.add(new Item(
                        document.toString(), Item.Kind.FILE, engines.engine(file), engines.waivers(document), null));
            }
        } catch (ReadFailure failure) {
            fail(file, failure);
        }
    }

    private void fail(Path path, ReadFailure failure) throws ConfigurationError {
        items.add(new Item(path.toString(), Item.Kind.FAILED, engines.engine(path), List.of(), failure));
    }

    /** How many files are of kinds that are not read, by ending. */
    Map<String, Integer> passedOver() {
        return passed.counts();
    }

    /**
     * The state of all there is to check: content, rules and waivers.
     *
     * @param of names a stretch of files that one engine judges, null for one that was never judged
     * @return null where something was never judged
     */
    String state(StateOf of, Progress progress) {
        MessageDigest digest = Sha256.start();
        digest.update(passed.counts().toString().getBytes(StandardCharsets.UTF_8));
        boolean[] whole = {true};
        progress.start("So sánh / Compares", items.size());
        for (int from = 0, to; from < items.size() && whole[0]; from = to) {
            Item first = items.get(from);
            to = first.kind() == Item.Kind.FILE ? endOfStretch(from) : from + 1;
            if (first.kind() == Item.Kind.STANDARD_INPUT) {
                return null;
            }
            if (first.kind() == Item.Kind.FAILED) {
                add(digest, first, first.failure().reason().name());
                continue;
            }
            Iterator<Item> stretch = items.subList(from, to).iterator();
            of.each(files(from, to), first.engine(), state -> {
                progress.step();
                whole[0] &= state != null;
                add(digest, stretch.next(), state);
            });
        }
        progress.stop();
        return whole[0] ? HexFormat.of().formatHex(digest.digest()) : null;
    }

    /** Names what each file holds and how it is judged. */
    interface StateOf {
        void each(List<Path> files, PlanLint engine, Consumer<String> state);
    }

    /** Waivers may be over from one day to the next. */
    private static void add(MessageDigest digest, Item item, String state) {
        String waivers = item.waivers().isEmpty() ? "" : item.waivers() + " " + PlanLint.today();
        digest.update((item.path() + "\t" + state + "\t" + waivers + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Behind the last of the files that the same engine judges. */
    private int endOfStretch(int from) {
        int to = from + 1;
        while (to < items.size()
                && items.get(to).kind() == Item.Kind.FILE
                && items.get(to).engine() == items.get(from).engine()) {
            to++;
        }
        return to;
    }

    private List<Path> files(int from, int to) {
        return items.subList(from, to).stream()
                .map(item -> Path.of(item.path()))
                .toList();
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
        engines.tellPages(progress::page);
        progress.start("Kiểm tra / Checks", items.size());
        try {
            for (int from = 0, to; from < items.size(); from = to) {
                Item first = items.get(from);
                PlanLint engine = first.engine();
                Consumer<Examination> settled = examination -> {
                    progress.step();
                    each.accept(
                            examination.withReport(engines.settle(
                                    examination.report(),
                                    waivers.get(examination.report().path()))),
                            engine);
                };
                to = from + 1;
                switch (first.kind()) {
                    case FAILED -> settled.accept(engine.failed(first.path(), first.failure()));
                    case STANDARD_INPUT -> settled.accept(engine.examine(first.path(), System.in.readAllBytes()));
                    case FILE -> {
                        to = endOfStretch(from);
                        if (whole) {
                            engine.examine(files(from, to), settled);
                        } else {
                            checker.check(files(from, to), engine, settled);
                        }
                    }
                }
            }
        } finally {
            progress.stop();
        }
    }
}
