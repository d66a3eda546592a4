package org.planlint.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.audit.RememberedChecks;
import org.planlint.cli.Commands;
import org.planlint.cli.Commands.Run;
import org.planlint.report.DocumentReport;

/** Files in processes of their own: what one does to its reader costs that file a status, and no other file anything. */
class WorkerPoolTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    Path folder;

    private static WorkerSettings settings(int workers, Duration file, Duration silence) {
        return new WorkerSettings(workers, 256, file, silence, null, List.of("org.planlint.isolate.EvilWorker"));
    }

    private static List<DocumentReport> check(WorkerSettings settings, List<Path> files) {
        List<DocumentReport> reports = new ArrayList<>();
        try (WorkerPool pool = new WorkerPool(settings)) {
            pool.check(files, PLANLINT, examination -> reports.add(examination.report()));
        }
        return reports;
    }

    private Path order(String name, String order) throws IOException {
        return Files.writeString(folder.resolve(name), order);
    }

    private static List<Path> good() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().endsWith(".docx")).sorted().toList();
        }
    }

    private static String status(DocumentReport report) {
        return report.status().word() + (report.error() == null ? "" : " " + report.error().detail());
    }

    @Test
    void reportsAreThoseOfThisProcessInTheOrderGiven() throws IOException {
        List<Path> files = good();
        assertEquals(PLANLINT.check(files).documents(), check(settings(2, Duration.ofSeconds(60), Duration.ofSeconds(30)), files));
    }

    @Test
    void eachWayToDieHasItsStatusAndGoodFilesAreUnchanged() throws IOException {
        List<Path> good = good();
        List<Path> files = new ArrayList<>(good.subList(0, 3));
        files.add(order("loop.txt", "LOOP"));
        files.add(good.get(3));
        files.add(order("memory.txt", "MEMORY"));
        files.add(order("crash.txt", "CRASH"));
        files.addAll(good.subList(4, 6));
        files.add(order("mute.txt", "MUTE"));
        files.add(good.get(6));
        files.add(order("hang-up.txt", "HANG UP"));
        List<DocumentReport> reports = check(settings(2, Duration.ofSeconds(6), Duration.ofSeconds(3)), files);
        assertEquals("timeout 6 s", status(reports.get(3)));
        assertEquals("too-large out of memory", status(reports.get(5)));
        assertEquals("crashed worker ended with 134", status(reports.get(6)));
        assertEquals("timeout silent for 3 s", status(reports.get(9)));
        assertEquals("crashed worker ended with 137", status(reports.get(11)), "it said no more, did not end, and was ended");
        for (int i = 0; i < files.size(); i++) {
            if (good.contains(files.get(i))) {
                assertEquals(PLANLINT.check(files.get(i)), reports.get(i), files.get(i).toString());
            }
        }
    }

    @Test
    void whenTheTimeForAllIsOverTheRestEndsAtOnceAndIsAskedAgainNextTime() throws IOException {
        List<Path> files = new ArrayList<>(List.of(order("loop.txt", "LOOP")));
        files.addAll(good());
        WorkerSettings brief = new WorkerSettings(1, 256, Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(4),
                List.of("org.planlint.isolate.EvilWorker"));
        Path store = folder.resolve("reports.mv");
        List<DocumentReport> reports = new ArrayList<>();
        long start = System.nanoTime();
        try (RememberedChecks checks = new RememberedChecks(new WorkerPool(brief), store)) {
            checks.check(files, PLANLINT, examination -> reports.add(examination.report()));
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 15, "no file waits for its own minute");
        assertEquals(files.size(), reports.size(), "each file has a status");
        assertEquals("timeout the whole run: 4 s", status(reports.get(0)));
        // Others may have had the worker before the one that keeps it.
        long notReached = reports.stream().skip(1).filter(report -> status(report).equals("timeout the whole run: 4 s")).count();
        assertTrue(notReached > 0);
        reports.clear();
        try (RememberedChecks checks = new RememberedChecks(new WorkerPool(settings(1, Duration.ofSeconds(60), Duration.ofSeconds(30))), store)) {
            checks.check(good(), PLANLINT, examination -> reports.add(examination.report()));
            assertEquals(notReached, checks.asked(), "what was not reached is not remembered, and the rest is");
        }
        assertEquals(PLANLINT.check(good()).documents(), reports);
    }

    @Test
    void aFileThatFailsOnceIsTriedAgainInANewWorkerWithinThreeSeconds() throws IOException {
        Path once = order("once.txt", "CRASH ONCE");
        long start = System.nanoTime();
        List<DocumentReport> reports = check(settings(1, Duration.ofSeconds(60), Duration.ofSeconds(30)), List.of(once));
        assertTrue(Files.exists(folder.resolve("crashed")), "it did crash");
        assertEquals("checked", status(reports.get(0)));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 12, "two starts and two tries");
    }

    @Test
    void aWorkerEndsWithTheProgramThatStartedIt() throws Exception {
        Path loop = order("loop.txt", "LOOP");
        Process worker = new ProcessBuilder(settings(1, Duration.ofSeconds(60), Duration.ofSeconds(30)).command()).start();
        worker.getOutputStream().write((WorkerLoop.request(WorkerLoop.CHECK, loop) + "\n").getBytes());
        worker.getOutputStream().flush();
        assertFalse(worker.waitFor(2, TimeUnit.SECONDS), "it is busy for ever");
        worker.getInputStream().close();
        worker.getOutputStream().close();
        assertTrue(worker.waitFor(10, TimeUnit.SECONDS), "nobody listens any more");
        worker.destroyForcibly();
    }

    @Test
    void aReportWithoutEndIsAStatus() throws IOException {
        Path endless = Files.writeString(folder.resolve("dai.txt"), "KẾ HOẠCH\nTập huấn\n" + "Hoàn thành trước ngày 31/4/2023.\n".repeat(9000));
        List<DocumentReport> reports = check(settings(1, Duration.ofSeconds(60), Duration.ofSeconds(30)), List.of(endless, good().get(0)));
        assertTrue(status(reports.get(0)).startsWith("too-large a report of "), status(reports.get(0)));
        assertEquals("checked", status(reports.get(1)));
    }

    @Test
    void namesWithLineBreaksAndBackslashesArrive() throws IOException {
        Path odd = Files.copy(good().get(0), folder.resolve("a\nb\\n kế hoạch.docx"));
        List<DocumentReport> reports = check(settings(1, Duration.ofSeconds(60), Duration.ofSeconds(30)), List.of(odd));
        assertEquals("checked", status(reports.get(0)));
        assertEquals(odd.toString(), reports.get(0).path());
    }

    @Test
    void checkIsolatedGivesTheSameBytesUnderTheSameConfiguration() throws IOException {
        Path plan = Files.copy(good().get(1), folder.resolve("a.docx"));
        Files.writeString(folder.resolve("planlint.yaml"), "rules: {missing-number: off}\nforbid: [{id: no-hall, phrase: Tọa đàm}]\n");
        Commands.run("waive", plan.toString(), "event-year", "--by", "H", "--reason", "r");
        String[] args = {"check", plan.toString(), folder.resolve("khong-co.docx").toString(), "-f", "json"};
        Run here = Commands.run(args);
        String[] isolated = java.util.Arrays.copyOf(args, args.length + 1);
        isolated[args.length] = "--isolate";
        Run there = Commands.run(isolated);
        assertEquals(here.out(), there.out());
        assertEquals(here.code(), there.code());
        assertTrue(here.out().contains("no-hall") && here.out().contains("\"waived\": 2"), here.out());
        assertEquals(2, Commands.run("check", "--isolate", "-f", "html", "-o", folder.resolve("x.html").toString(), plan.toString()).code());
    }
}
