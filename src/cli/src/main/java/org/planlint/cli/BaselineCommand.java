package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.planlint.config.ConfigurationError;
import org.planlint.isolate.Checker;
import org.planlint.report.DocumentReport;
import org.planlint.report.Status;
import org.planlint.review.Baseline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint baseline}: records what stands today, so that {@code check --baseline} reports only what is new. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Ghi lại những gì đang có làm mốc. / Records what stands today as a baseline.")
final class BaselineCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục. / Files and folders.")
    private List<String> paths;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "planlint-baseline.json",
            description = "Tệp mốc (${DEFAULT-VALUE}). / The baseline.")
    private Path output;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError {
        Baseline baseline = Baseline.at(output);
        int[] unread = new int[1];
        try (Checker checker = engines.checker()) {
            new Batch(engines, paths, checker, null)
                    .check(Progress.atTerminal(false, Spoken.language(spec)), (examination, engine) -> {
                        baseline.add(examination.report());
                        if (examination.report().status() != Status.CHECKED) {
                            unread[0]++;
                            DocumentReport report = examination.report();
                            Unread.tell(spec, Path.of(report.path()), report.error());
                        }
                    });
        }
        baseline.write(output);
        Spoken.say(spec, output + ": " + baseline.size() + " chỗ / " + baseline.size() + " findings");
        return unread[0] > 0 ? Main.INCOMPLETE : 0;
    }
}
