package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.planlint.config.ConfigurationError;
import org.planlint.connect.Connections;
import org.planlint.connect.Connections.Source;
import org.planlint.connect.Connector;
import org.planlint.connect.SystemKind;
import org.planlint.host.Alarm;
import org.planlint.isolate.WorkerPool;
import org.planlint.rules.Nearest;
import org.planlint.store.CheckOnce;
import org.planlint.store.Queue;
import org.planlint.store.Store;
import org.planlint.text.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint connect}: keeps the verdicts in document systems up to date, until it is ended. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Nối với hệ thống quản lý văn bản, ghi kết quả vào đó. / Connects to document systems and writes verdicts into them.")
final class ConnectCommand implements Callable<Integer> {
    private static final String PASSWORD = "PLANLINT_PASSWORD";
    private static final String TOKEN = "PLANLINT_TOKEN";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description =
                    "Loại hệ thống: ${COMPLETION-CANDIDATES}; không có thì lấy mọi nguồn của --connections. / Kind of system; without it all sources of --connections.")
    private String kind;

    @Option(names = "--url", paramLabel = "URL", description = "Địa chỉ của hệ thống. / The system's address.")
    private URI url;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "Người dùng; mật khẩu trong " + PASSWORD + ", mã trong " + TOKEN
                    + ". / Its user; the password in " + PASSWORD + ", a token in " + TOKEN + ".")
    private String user;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Chỉ xét dưới thư mục này. / Only what lies below this folder.")
    private String folder;

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "Kho, khi máy chủ CMIS có nhiều. / The repository, where a CMIS server has several.")
    private String repository;

    @Option(
            names = "--every",
            converter = AtLeastOne.class,
            paramLabel = "SECONDS",
            defaultValue = "1",
            description =
                    "Bao lâu hỏi thay đổi một lần (${DEFAULT-VALUE}). / How often changes are asked for (${DEFAULT-VALUE}).")
    private int every;

    @Mixin
    private ConnectionOptions connections = new ConnectionOptions();

    @Mixin
    private HostOptions options = new HostOptions();

    /** The kinds of systems that are known. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SystemKind.all().stream().map(SystemKind::name).iterator();
        }
    }

    private String known(String typed) {
        List<String> kinds = SystemKind.all().stream().map(SystemKind::name).toList();
        String name = typed.toLowerCase(Locale.ROOT);
        if (!kinds.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "không có loại “" + typed + "”, có phải “" + Nearest.to(name, kinds) + "”? / there is no kind “"
                            + typed + "”, did you mean “" + Nearest.to(name, kinds) + "”?");
        }
        return name;
    }

    @Override
    public Integer call() throws IOException, ConfigurationError, InterruptedException {
        Connections given = connections.read();
        List<Source> sources = new ArrayList<>(given.sources().values());
        if (kind != null) {
            if (url == null) {
                throw new ParameterException(
                        spec.commandLine(), "cần --url, địa chỉ của hệ thống / give --url, the system's address");
            }
            String name = known(kind);
            sources = List.of(new Source(
                    name,
                    name,
                    url,
                    user,
                    System.getenv(PASSWORD),
                    System.getenv(TOKEN),
                    null,
                    folder,
                    null,
                    Duration.ofSeconds(every),
                    Source.ATTEMPTS,
                    repository == null ? Map.of() : Map.of("repository", repository)));
        }
        if (sources.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "cần loại hệ thống hoặc --connections / give a kind or --connections");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Connector> running = new ArrayList<>();
        try (Store store = options.data().open();
                WorkerPool workers = options.engines().lastingWorkers()) {
            Connector.Desk desk = connections.desk(
                    given,
                    options.engines(),
                    new CheckOnce(
                            options.engines().engine(Path.of("")),
                            workers,
                            store,
                            options.failOn(),
                            (report, verdict, took) -> {
                                out.println(verdict.text().in(options.language()) + "  " + Shown.line(report.path()));
                                out.flush();
                            }),
                    new Queue(store),
                    options.data(),
                    new Alarm(spec.commandLine().getErr(), given.policy().alarm()),
                    options.language());
            for (Source source : sources) {
                Connector connector = Connector.of(source, desk);
                connector.start();
                running.add(connector);
                out.println(source.name() + "  " + source.url());
            }
            out.flush();
            UntilEnded.run(() -> running.forEach(Connector::close), workers, store);
        }
        return 0;
    }
}
