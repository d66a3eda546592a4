package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.audit.WorkerLoop;
import org.planlint.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code planlint worker}: what {@code --isolate} starts; it checks the files that it is told on standard input. */
@Command(name = "worker", hidden = true)
final class WorkerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        WorkerLoop.run(System.in, spec.commandLine().getOut(), this::check, zip -> PlanLint.builder().build().entries(zip));
        return 0;
    }

    private Examination check(Path file) {
        try {
            return engines.engine(file).examine(file);
        } catch (ConfigurationError e) {
            // The program that started this worker has read the same configuration before.
            throw new IllegalStateException(e);
        }
    }
}
