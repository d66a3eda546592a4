package org.planlint.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.isolate.TestWorkers;
import org.planlint.isolate.Upload;
import org.planlint.report.Severity;
import org.planlint.report.Status;
import org.planlint.samples.HandedClock;
import org.planlint.samples.StartsPrograms;

/** A document is opened once, however often it is sent; one that broke its reader again only after a while. */
@StartsPrograms
class CheckOnceTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    Path folder;

    private final HandedClock clock = new HandedClock();
    private final List<Status> opened = new ArrayList<>();

    private Status send(CheckOnce checks, byte[] bytes) throws Exception {
        try (Upload upload =
                Upload.take("ke-hoach.txt", new ByteArrayInputStream(bytes), folder, 1 << 20, Duration.ofMinutes(5))) {
            return checks.check(upload).report().status();
        }
    }

    private CheckOnce checks(Store store) {
        return new CheckOnce(
                PLANLINT,
                TestWorkers.shared(),
                store,
                null,
                Severity.ERROR,
                (report, verdict, took) -> opened.add(report.status()),
                clock);
    }

    @Test
    void whatBrokeItsReaderIsOpenedAgainAfterTenMinutes() throws Exception {
        byte[] hostile = "CRASH".getBytes(StandardCharsets.UTF_8);
        try (Store store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "")) {
            CheckOnce checks = checks(store);
            assertEquals(Status.CRASHED, send(checks, hostile));
            clock.pass(Duration.ofMinutes(10).minusSeconds(1));
            assertEquals(Status.CRASHED, send(checks, hostile), "it is answered");
            assertEquals(1, opened.size(), "and not opened");
            clock.pass(Duration.ofSeconds(1));
            assertEquals(Status.CRASHED, send(checks, hostile));
            assertEquals(2, opened.size(), "it has its chance again");
            clock.pass(Duration.ofMinutes(9));
            send(checks, hostile);
            assertEquals(2, opened.size(), "the while begins anew with each try");
        }
    }

    @Test
    void whatWasCheckedStaysSo() throws Exception {
        byte[] good = Files.readAllBytes(Path.of("samples/02-toa-dam-nam-cu.txt"));
        try (Store store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "")) {
            send(checks(store), good);
            clock.pass(Duration.ofDays(400));
            assertEquals(Status.CHECKED, send(checks(store), good));
            assertEquals(List.of(Status.CHECKED), opened);
        }
    }
}
