package org.planlint.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.planlint.config.ConfigurationError;
import org.planlint.connect.Connections;
import org.planlint.connect.Connector;
import org.planlint.host.Alarm;
import org.planlint.report.Language;
import org.planlint.store.CheckOnce;
import org.planlint.store.Queue;
import picocli.CommandLine.Option;

/** Which document systems there are, and what they are told. */
final class ConnectionOptions {
    @Option(
            names = "--connections",
            paramLabel = "FILE",
            description = "Tệp connections.yaml: các hệ thống và chính sách. / The systems and the policy.")
    private Path file;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "Địa chỉ mà người dùng thấy dịch vụ, để ghi liên kết tới báo cáo. / Where users reach the service, for links to reports.")
    private URI publicUrl;

    Connections read() throws ConfigurationError, IOException {
        return file == null ? Connections.NONE : Connections.read(file, System::getenv);
    }

    /** Where users reach this page of the service, or null. */
    String under(String page) {
        return publicUrl == null ? null : publicUrl + (publicUrl.toString().endsWith("/") ? "" : "/") + page;
    }

    Connector.Desk desk(
            Connections given,
            EngineOptions engines,
            CheckOnce checks,
            Queue queue,
            DataOptions data,
            Alarm alarm,
            Language language)
            throws IOException, ConfigurationError {
        String place = under("v1/reports/");
        return new Connector.Desk(
                engines.engine(Path.of("")),
                checks,
                queue,
                given.policy(),
                alarm,
                Files.createDirectories(data.folder().resolve("fetched")),
                engines.maxBytes(),
                place,
                language);
    }
}
