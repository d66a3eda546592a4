package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.planlint.config.ConfigurationError;
import org.planlint.store.Store;
import picocli.CommandLine.Option;

/** Where the service keeps what it remembers. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "planlint-data",
            description = "Thư mục dữ liệu (${DEFAULT-VALUE}). / Folder of its data (${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "Cơ sở dữ liệu, vd. jdbc:postgresql://…; mặc định nằm trong --data. / Database by its JDBC URL; by default one within --data.")
    private String url;

    @Option(
            names = "--db-user",
            paramLabel = "USER",
            defaultValue = "",
            description = "Người dùng cơ sở dữ liệu. / Its user.")
    private String user;

    /** Not an option: others on the machine may read command lines. */
    private static final String PASSWORD = "PLANLINT_DB_PASSWORD";

    /** H2's word for it. */
    private static final int IN_USE = 90_020;

    /** The folder; where it is made here, nobody but its owner gets in: reports quote what plans say. */
    Path folder() throws IOException {
        return Files.createDirectories(data.toAbsolutePath(), OwnerOnly.FOLDER);
    }

    /** @throws ConfigurationError where the database cannot be opened */
    Store open() throws IOException, ConfigurationError {
        String own = "jdbc:h2:file:" + folder().resolve("planlint");
        String password = System.getenv(PASSWORD);
        String chosen = url == null ? own : url;
        try {
            Store store = new Store(chosen, user, password == null ? "" : password);
            OwnerOnly.files(folder());
            return store;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null && !(cause instanceof SQLException)) {
                cause = cause.getCause();
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                throw new ConfigurationError(
                        data
                                + ": một chương trình khác đang dùng; chọn nơi khác bằng --data hoặc --db / another program is using it; choose another by --data or --db");
            }
            String why = " (" + cause.getMessage() + ")";
            throw new ConfigurationError(
                    chosen + ": không mở được cơ sở dữ liệu" + why + " / the database cannot be opened" + why);
        }
    }
}
