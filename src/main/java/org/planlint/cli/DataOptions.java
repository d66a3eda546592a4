package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.planlint.store.Store;
import picocli.CommandLine.Option;

/** Where the service keeps what it remembers. */
final class DataOptions {
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "planlint-data", description = "Thư mục dữ liệu. / Folder of its data (${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--db", paramLabel = "URL", description = "Cơ sở dữ liệu, vd. jdbc:postgresql://…; mặc định nằm trong --data. / Database by its JDBC URL; by default one within --data.")
    private String url;

    @Option(names = "--db-user", paramLabel = "USER", defaultValue = "", description = "Người dùng cơ sở dữ liệu. / Its user.")
    private String user;

    /** Not an option: others on the machine may read command lines. */
    private static final String PASSWORD = "PLANLINT_DB_PASSWORD";

    Path folder() throws IOException {
        return Files.createDirectories(data.toAbsolutePath());
    }

    Store open() throws IOException {
        String own = "jdbc:h2:file:" + folder().resolve("planlint");
        String password = System.getenv(PASSWORD);
        return new Store(url == null ? own : url, user, password == null ? "" : password);
    }
}
