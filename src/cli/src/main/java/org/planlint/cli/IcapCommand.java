package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planlint.PlanLint;
import org.planlint.config.ConfigurationError;
import org.planlint.connect.Connections;
import org.planlint.host.Alarm;
import org.planlint.icap.IcapServer;
import org.planlint.isolate.WorkerPool;
import org.planlint.store.CheckOnce;
import org.planlint.store.Store;
import org.planlint.text.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code planlint icap}: looks at each upload that a proxy hands it, until it is ended. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Cổng ICAP cho proxy; mặc định chỉ theo dõi, không chặn. / An ICAP gate behind a proxy; by default it watches and blocks nothing.")
final class IcapCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Địa chỉ nghe; ICAP không có mã truy cập, chỉ mở trong mạng tin cậy (${DEFAULT-VALUE}). / Address; ICAP knows no tokens: only within a trusted network (${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Port.class,
            defaultValue = "1344",
            description = "Cổng; 0: cổng trống bất kỳ (${DEFAULT-VALUE}). / Port; 0 for any (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--enforce",
            description = "Chặn những gì chính sách từ chối (reject). / Carries out what the policy rejects.")
    private boolean enforce;

    @Option(
            names = "--connections",
            paramLabel = "FILE",
            description = "Tệp có chính sách (policy). / The file with the policy.")
    private Path connections;

    @Mixin
    private HostOptions options = new HostOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Connections given = connections == null ? Connections.NONE : Connections.read(connections, System::getenv);
        Alarm alarm = new Alarm(spec.commandLine().getErr(), given.policy().alarm());
        PlanLint engine = options.engines().engine(Path.of(""));
        try (Store store = options.data().open();
                WorkerPool workers = options.engines().lastingWorkers();
                IcapServer server = new IcapServer(
                        new IcapServer.Settings(
                                host,
                                port,
                                Files.createDirectories(options.data().folder().resolve("icap")),
                                options.engines().maxBytes(),
                                enforce,
                                given.policy(),
                                options.language()),
                        engine,
                        new CheckOnce(engine, workers, store, options.failOn(), (report, verdict, took) -> {
                            out.println(verdict.text().in(options.language()) + "  " + Shown.line(report.path()));
                            out.flush();
                        }),
                        alarm)) {
            String address = "icap://" + host + ":" + server.start() + "/lint";
            Spoken.say(spec, enforce ? address : address + "  (chỉ theo dõi) / " + address + "  (monitor only)");
            out.flush();
            UntilEnded.run(server, workers, store);
        }
        return 0;
    }
}
