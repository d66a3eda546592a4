package org.planlint.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Instant;
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

    private static Postgres postgres;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Postgres.isInstalled(), "PostgreSQL is not installed");
        postgres = new Postgres(folder);
        url = postgres.url();
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
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
