package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planlint.config.ConfigurationError;
import org.planlint.isolate.WorkerPool;
import org.planlint.report.DocumentReport;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;
import org.planlint.text.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint watch}: writes beside each document of a folder what is said of it, until it is ended. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Theo dõi thư mục, ghi báo cáo cạnh từng văn bản. / Watches a folder and writes a report beside each document.")
final class WatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Thư mục. / Folder.")
    private Path folder;

    @Option(
            names = "--every",
            converter = AtLeastOne.class,
            paramLabel = "MS",
            defaultValue = "1000",
            description =
                    "Bao lâu xem lại một lần; tệp yên giữa hai lần thì được xét (${DEFAULT-VALUE}). / How often it looks; a file that is still between two looks is checked (${DEFAULT-VALUE}).")
    private int every;

    @Option(names = "--once", description = "Xét những gì đang có rồi thôi. / Checks what there is, and ends.")
    private boolean once;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "Mức thấp nhất khiến kế hoạch chưa đạt (${DEFAULT-VALUE}). / Mildest severity that is not acceptable.")
    private Severity failOn;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + ": không phải thư mục / no folder");
        }
        try (WorkerPool workers = engines.lastingWorkers()) {
            FolderWatch watch = new FolderWatch(folder, engines, workers, Spoken.language(spec));
            watch.look(this::say);
            do {
                Thread.sleep(every);
                watch.look(this::say);
            } while (!once);
        }
        return 0;
    }

    private void say(DocumentReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Verdict.of(report, failOn).text().in(Spoken.language(spec)) + "  " + Shown.line(report.path()));
        out.flush();
    }
}
