package org.planlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.planlint.config.ConfigurationError;
import org.planlint.connect.Connections;
import org.planlint.connect.Connections.Source;
import org.planlint.connect.Connector;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.WorkerPool;
import org.planlint.serve.Service;
import org.planlint.store.Keeping;
import org.planlint.store.Queue;
import org.planlint.store.Retention;
import org.planlint.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code planlint serve}: checks what is sent over HTTP, until it is ended. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Dịch vụ HTTP và trang web. / The service over HTTP, with its page.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Địa chỉ nghe; ngoài máy này thì phải có mã truy cập (${DEFAULT-VALUE}). / Address; others than this machine need tokens (${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Port.class,
            defaultValue = "8080",
            description = "Cổng; 0: cổng trống bất kỳ (${DEFAULT-VALUE}). / Port; 0 for any (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--queue",
            converter = AtLeastOne.class,
            paramLabel = "N",
            defaultValue = "32",
            description =
                    "Số tệp tối đa đang xét và chờ (${DEFAULT-VALUE}). / Checks under way and waiting at most (${DEFAULT-VALUE}).")
    private int queue;

    @Option(
            names = "--per-client",
            converter = AtLeastOne.class,
            paramLabel = "N",
            defaultValue = "16",
            description = "… của một máy khách (${DEFAULT-VALUE}). / … of one client (${DEFAULT-VALUE}).")
    private int perClient;

    @Option(
            names = "--upload-time",
            converter = AtLeastOne.class,
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "Thời gian tối đa để gửi một tệp (${DEFAULT-VALUE}). / Longest time for an upload (${DEFAULT-VALUE}).")
    private int uploadTime;

    @Option(
            names = "--keep-documents",
            converter = Kept.class,
            completionCandidates = Kept.class,
            paramLabel = "WHOSE",
            arity = "0..1",
            defaultValue = "page",
            fallbackValue = "all",
            description =
                    "Giữ tài liệu cùng báo cáo để xem lại: page (gửi từ trang web), all (cả qua API), none (${DEFAULT-VALUE}). / Documents that are kept with their reports: page, all, none (${DEFAULT-VALUE}).")
    private Keeping keeping;

    @Option(
            names = "--keep-days",
            converter = NotNegative.class,
            paramLabel = "DAYS",
            defaultValue = "365",
            description =
                    "Số ngày giữ báo cáo, và tài liệu cùng với nó; 0: không có hạn (${DEFAULT-VALUE}). / For how long reports are kept, and documents with them; 0 for ever (${DEFAULT-VALUE}).")
    private int keepDays;

    @Option(
            names = "--keep-reports",
            converter = NotNegative.class,
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Số báo cáo nhiều nhất, bỏ cái cũ trước; 0: không giới hạn (${DEFAULT-VALUE}). / How many reports at most, the newest; 0 for any number (${DEFAULT-VALUE}).")
    private int keepReports;

    @Mixin
    private ConnectionOptions connections = new ConnectionOptions();

    @Mixin
    private HostOptions options = new HostOptions();

    @Override
    public Integer call() throws IOException, ConfigurationError, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Connections given = connections.read();
        options.engines().rulesShownAt(connections.under("rules/{id}"));
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
            String address = "http://" + host + ":" + listening + "/";
            Spoken.say(
                    spec,
                    store.hasHadTokens()
                            ? address
                            : address + "  (không cần mã truy cập) / " + address + "  (no token needed)");
            out.flush();
            UntilEnded.run(service, () -> connectors.forEach(Connector::close), workers, store);
        }
        return 0;
    }

    /** Whose documents are kept, in the command line's words. */
    static final class Kept implements CommandLine.ITypeConverter<Keeping>, Iterable<String> {
        private static final Map<String, Keeping> WORDS =
                Map.of("none", Keeping.NEVER, "page", Keeping.ASKED, "all", Keeping.ALWAYS);

        @Override
        public Iterator<String> iterator() {
            return List.of("page", "all", "none").iterator();
        }

        @Override
        public Keeping convert(String word) {
            Keeping keeping = WORDS.get(word);
            if (keeping == null) {
                throw new CommandLine.TypeConversionException(
                        word + ": chỉ nhận page, all, none / page, all or none is needed");
            }
            return keeping;
        }
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
                            options.language(),
                            keeping,
                            new Retention(keepDays == 0 ? null : Duration.ofDays(keepDays), keepReports)),
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
