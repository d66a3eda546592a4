package org.planlint.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of our own in a folder, where it is installed. */
public final class Postgres implements AutoCloseable {
    private final Path folder;
    private final Path home;
    private final int port;

    /** @param folder in which it is made; nothing of it is there yet */
    public Postgres(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.home = programs();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // PostgreSQL will not run as root; it has a user of its own.
        Files.createDirectory(folder.resolve("pg"));
        if (isRoot()) {
            run(List.of("chmod", "o+x", folder.toString()));
            run(List.of("chown", "postgres", folder.resolve("pg").toString()));
        }
        run(own("initdb", "-D", data(), "-A", "trust", "-U", "planlint", "-E", "UTF8", "--locale=C.UTF-8"));
        start();
    }

    public static boolean isInstalled() throws IOException {
        return programs() != null;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public void start() throws IOException, InterruptedException {
        run(own(
                "pg_ctl",
                "-D",
                data(),
                "-o",
                "-p " + port + " -k " + folder.resolve("pg"),
                "-l",
                folder.resolve("pg/log").toString(),
                "-w",
                "-t",
                "600",
                "start"));
    }

    /** Ends it at once, as a loss of power would: what it has not on disk is lost. */
    @Override
    public void close() throws IOException, InterruptedException {
        run(own("pg_ctl", "-D", data(), "-m", "immediate", "stop"));
    }

    private String data() {
        return folder.resolve("pg/data").toString();
    }

    /** Debian keeps them away from the path. */
    private static Path programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return null;
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElse(null);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private List<String> own(String program, String... args) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(home.resolve(program).toString());
        command.addAll(List.of(args));
        return command;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(out));
        }
    }
}
