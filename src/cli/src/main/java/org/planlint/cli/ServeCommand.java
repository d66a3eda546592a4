package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.planlint.config.ConfigurationError;
import org.planlint.connect.Connections;
import org.planlint.connect.Connections.Source;
import org.planlint.connect.Connector;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.WorkerPool;
import org.planlint.serve.Service;
import org.planlint.store.Queue;
import org.planlint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code planlint serve}: checks what is sent over HTTP, until it is ended. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Dịch vụ HTTP và trang web. / The service over HTTP, with its page.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "Địa chỉ nghe; ngoài máy này thì phải có mã truy cập. / Address; others than this machine need tokens (${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            converter = Port.class,
            defaultValue = "8080",
            description = "Cổng; 0: cổng trống bất kỳ. / Port; 0 for any (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--queue",
            converter = AtLeastOne.class,
            paramLabel = "N",
            defaultValue = "32",
            description = "Số tệp tối đa đang xét và chờ. / Checks under way and waiting at most (${DEFAULT-VALUE}).")
    private int queue;

    @Option(
            names = "--per-client",
            converter = AtLeastOne.class,
            paramLabel = "N",
            defaultValue = "16",
            description = "… của một máy khách. / … of one client (${DEFAULT-VALUE}).")
    private int perClient;

    @Option(
            names = "--upload-time",
            converter = AtLeastOne.class,
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Thời gian tối đa để gửi một tệp. / Longest time for an upload (${DEFAULT-VALUE}).")
    private int uploadTime;

    @Mixin
    private ConnectionOptions connections = new ConnectionOptions();

    @Mixin
    private HostOptions options = new HostOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Connections given = connections.read();
        Alarm alarm = new Alarm(spec.commandLine().getErr(), given.policy().alarm());
        try (Store store = options.data().open();
                WorkerPool workers = options.engines().lastingWorkers();
                Service service = service(store, workers, given.policy(), alarm)) {
            List<Connector> connectors = new ArrayList<>();
            Connector.Desk desk = connections.desk(
                    given,
                    options.engines(),
                    service.checks(),
                    new Queue(store),
                    options.data(),
                    alarm,
                    options.language());
            for (Source source : given.sources().values()) {
                connectors.add(Connector.of(source, desk));
            }
            connectors.forEach(service::connect);
            int listening = service.start();
            connectors.forEach(Connector::start);
            out.println("http://" + host + ":" + listening + "/"
                    + (store.hasHadTokens() ? "" : "  (không cần mã truy cập / no token needed)"));
            out.flush();
            UntilEnded.run(service, () -> connectors.forEach(Connector::close), workers, store);
        }
        return 0;
    }

    private Service service(Store store, WorkerPool workers, Policy policy, Alarm alarm)
            throws IOException, ConfigurationError {
        try {
            return new Service(
                    new Service.Settings(
                            host,
                            port,
                            options.data().folder(),
                            options.engines().maxBytes(),
                            Duration.ofSeconds(uploadTime),
                            queue,
                            perClient,
                            options.failOn(),
                            policy,
                            options.language()),
                    options.engines().engine(Path.of("")),
                    workers,
                    store,
                    alarm);
        } catch (IllegalArgumentException open) {
            throw new ParameterException(
                    spec.commandLine(),
                    host + ": cần mã truy cập, xem “planlint token add” / needs a token, see planlint token add");
        }
    }
}
