package org.planlint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.audit.Pages;
import org.planlint.config.ConfigurationError;
import org.planlint.isolate.WorkerLoop;
import org.planlint.report.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code planlint worker}: what {@code --isolate} starts; it checks the files that it is told on standard input. */
@Command(name = "worker", hidden = true)
final class WorkerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--pages", description = "Where the page of each document is written.")
    private Path folder;

    @Option(names = "--lang", defaultValue = "vi")
    private Language language;

    private Pages pages;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        pages = folder == null ? null : new Pages(folder, language);
        WorkerLoop.run(System.in, spec.commandLine().getOut(), PlanLint.builder().build(), this::check);
        return 0;
    }

    private Examination check(Path file) {
        try {
            PlanLint engine = engines.engine(file);
            Examination examination = engine.examine(file);
            if (pages != null) {
                pages.write(pages.name(examination.report(), engine), examination.report(), engine);
            }
            return examination;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationError e) {
            // The program that started this worker has read the same configuration before.
            throw new IllegalStateException(e);
        }
    }
}
