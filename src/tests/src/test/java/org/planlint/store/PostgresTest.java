package org.planlint.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.report.Verdict;
import org.planlint.samples.StartsPrograms;

/** The same store in a real PostgreSQL, which the test starts for itself where it is installed. */
@StartsPrograms
class PostgresTest {
    @TempDir
    static Path folder;

    private static Path home;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        home = programs();
        assumeTrue(home != null, "PostgreSQL is not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // PostgreSQL will not run as root; it has a user of its own.
        if (isRoot()) {
            run(List.of("chmod", "o+x", folder.toString()));
            run(List.of(
                    "chown",
                    "postgres",
                    Files.createDirectory(folder.resolve("pg")).toString()));
        } else {
            Files.createDirectory(folder.resolve("pg"));
        }
        run(own(
                "initdb",
                "-D",
                folder.resolve("pg/data").toString(),
                "-A",
                "trust",
                "-U",
                "planlint",
                "-E",
                "UTF8",
                "--locale=C.UTF-8"));
        run(own(
                "pg_ctl",
                "-D",
                folder.resolve("pg/data").toString(),
                "-o",
                "-p " + port + " -k " + folder.resolve("pg"),
                "-l",
                folder.resolve("pg/log").toString(),
                "-w",
                "-t",
                "600",
                "start"));
        url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @AfterAll
    static void stop() throws Exception {
        if (url != null) {
            run(own("pg_ctl", "-D", folder.resolve("pg/data").toString(), "-m", "immediate", "stop"));
        }
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

    private static List<String> own(String program, String... args) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(home.resolve(program).toString());
        command.addAll(List.of(args));
        return command;
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> command + ": " + read());
    }

    private static String read() {
        try {
            return Files.readString(folder.resolve("out"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void reportsAndTokensAreKeptAndFound() {
        DocumentReport report = PlanLint.builder()
                .build()
                .check(Path.of("samples/02-toa-dam-nam-cu.docx"))
                .withPath("100%_kế hoạch.docx");
        Store.Kept kept = new Store.Kept(
                "a", Instant.parse("2026-01-05T01:02:03.004Z"), "Bà Hoa", Verdict.NOT_ACCEPTABLE, report);
        String token;
        try (Store store = new Store(url, "planlint", "")) {
            store.keep(kept);
            store.keep(kept);
            token = store.addToken("dms", Role.UPLOAD);
        }
        try (Store again = new Store(url, "planlint", "")) {
            assertEquals(kept, again.report("a").orElseThrow(), "the tables are there, and what was kept");
            assertEquals(1, again.reports("KẾ HOẠCH", null, 10).size());
            assertEquals(1, again.reports("0%_k", Verdict.NOT_ACCEPTABLE, 10).size());
            assertEquals(0, again.reports("%k%", null, 10).size());
            assertEquals(0, again.reports("", Verdict.ACCEPTABLE, 10).size());
            assertEquals(Role.UPLOAD, again.token(token).orElseThrow().role());
            assertEquals(1, again.revoke("dms"));
            assertTrue(again.token(token).isEmpty());
        }
    }

    @Test
    void whatWaitsIsKeptAsInTheEmbeddedDatabase() {
        try (Store store = new Store(url, "planlint", "")) {
            QueueTest.cases(store);
        }
    }

    @Test
    void whatIsLetPassIsKept() {
        try (Store store = new Store(url, "planlint", "")) {
            KeptWaivers waivers = new KeptWaivers(store);
            waivers.add("a.docx", "0123456789abcdef", "đã hỏi", "Bà Hoa", null);
            waivers.add("a.docx", "0123456789abcdef", "đã hỏi lại", "Bà Hoa", java.time.LocalDate.of(2030, 1, 2));
            assertEquals(1, waivers.of("a.docx").size());
            assertEquals(
                    java.time.LocalDate.of(2030, 1, 2),
                    waivers.of("a.docx").get(0).expires());
            assertTrue(waivers.remove("a.docx", "0123456789abcdef"));
            assertEquals("", waivers.digest("a.docx"));
        }
    }
}
