package org.planlint.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.planlint.isolate.TestWorkers.AMPLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.audit.RememberedChecks;
import org.planlint.cli.Commands;
import org.planlint.cli.Commands.Run;
import org.planlint.report.DocumentReport;
import org.planlint.samples.HandedClock;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.TakesLong;
import org.planlint.samples.Until;

/** Files in processes of their own: what one does to its reader costs that file a status, and no other file anything. */
@StartsPrograms
@TakesLong
class WorkerPoolTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    Path folder;

    private static List<DocumentReport> check(WorkerSettings settings, List<Path> files) {
        try (WorkerPool pool = new WorkerPool(settings)) {
            return check(pool, files);
        }
    }

    private static List<DocumentReport> check(Checker checker, List<Path> files) {
        List<DocumentReport> reports = new ArrayList<>();
        checker.check(files, PLANLINT, examination -> reports.add(examination.report()));
        return reports;
    }

    /** A worker that computes all the time. */
    private static ToLongFunction<Process> computing(HandedClock clock) {
        return worker -> clock.getAsLong();
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
        return report.status().word()
                + (report.error() == null ? "" : " " + report.error().detail());
    }

    @Test
    void reportsAreThoseOfThisProcessInTheOrderGiven() throws IOException {
        List<Path> files = good();
        assertEquals(PLANLINT.check(files).documents(), check(TestWorkers.shared(), files));
    }

    /** Of each try the process that made it. */
    private static List<String> tries(Path told) throws IOException {
        return Files.exists(told) ? Files.readAllLines(told) : List.of();
    }

    @Test
    void eachWayToDieHasItsStatusAndNoOtherFileWaitsForIt() throws Exception {
        List<Path> good = good();
        List<Path> files = new ArrayList<>(good.subList(0, 3));
        files.add(order("memory.txt", "MEMORY"));
        files.add(order("crash.txt", "CRASH"));
        files.addAll(good.subList(3, 5));
        files.add(order("hang-up.txt", "HANG-UP"));
        files.add(good.get(5));
        Path told = folder.resolve("told");
        Path loop = order("loop.txt", "LOOP " + told);
        Duration longest = Duration.ofSeconds(6);
        HandedClock clock = new HandedClock();
        try (WorkerPool pool = new WorkerPool(TestWorkers.settings(2, longest, AMPLE, null), clock, computing(clock))) {
            Future<Answer> stuck = pool.submit(() -> pool.check(loop, PLANLINT, false));
            Until.holds("it is begun", () -> tries(told).size() == 1);
            List<DocumentReport> reports = check(pool, files);
            assertFalse(stuck.isDone(), "all others were answered before it");
            assertEquals("too-large out of memory", status(reports.get(3)));
            assertEquals("crashed worker ended with 134", status(reports.get(4)));
            assertEquals(
                    "crashed worker ended with 137",
                    status(reports.get(7)),
                    "it said no more, did not end, and was ended");
            for (int i = 0; i < files.size(); i++) {
                if (good.contains(files.get(i))) {
                    assertEquals(
                            PLANLINT.check(files.get(i)),
                            reports.get(i),
                            files.get(i).toString());
                }
            }
            clock.pass(longest);
            assertEquals("timeout 6 s", status(stuck.get().examination().report()));
            assertEquals(1, tries(told).size(), "another try would take as long");
        }
    }

    @Test
    void workersThatWereKilledWhileTheyWaitedHaveDiedOfNoFile() throws Exception {
        Path told = folder.resolve("told");
        List<Path> files = List.of(order("a.txt", "DIE-IDLE " + told), order("b.txt", "DIE-IDLE " + told));
        try (WorkerPool pool = new WorkerPool(TestWorkers.settings(2))) {
            pool.startAll();
            check(pool, files);
            Files.createFile(folder.resolve("told.now"));
            for (String worker : tries(told)) {
                Until.holds(
                        "it is dead",
                        () -> ProcessHandle.of(Long.parseLong(worker)).isEmpty());
            }
            Path good = good().get(0);
            assertEquals(PLANLINT.check(good), check(pool, List.of(good)).get(0));
        }
    }

    private WorkerSettings startingAt(Path told, int first) {
        return new WorkerSettings(
                1, 256, AMPLE, AMPLE, null, List.of(EvilWorker.class.getName(), told.toString(), "" + first));
    }

    @Test
    void aWorkerThatDoesNotStartIsStartedAgain() throws IOException {
        Path told = folder.resolve("told");
        Path good = good().get(0);
        assertEquals(List.of(PLANLINT.check(good)), check(startingAt(told, 3), List.of(good)));
        assertEquals(3, tries(told).size());
    }

    @Test
    void whereNoneStartsThatIsAnErrorOfTheRunAndNoFilesAndIsNotRemembered() throws IOException {
        Path told = folder.resolve("told");
        Path store = folder.resolve("reports.mv");
        List<Path> files = good().subList(0, 1);
        try (RememberedChecks checks = new RememberedChecks(new WorkerPool(startingAt(told, 99)), store)) {
            UncheckedIOException error = assertThrows(UncheckedIOException.class, () -> check(checks, files));
            assertTrue(error.getMessage().contains("no worker starts, tried 3 times"), error.getMessage());
        }
        assertEquals(3, tries(told).size());
        try (RememberedChecks checks = new RememberedChecks(new WorkerPool(TestWorkers.settings(1)), store)) {
            assertEquals(PLANLINT.check(files).documents(), check(checks, files));
        }
    }

    @Test
    void whatRanOutOfTimeIsAskedAgainInTheNextRun() throws Exception {
        Path told = folder.resolve("told");
        Path loop = order("loop.txt", "LOOP " + told);
        Path store = folder.resolve("reports.mv");
        for (int run = 1; run <= 2; run++) {
            int tries = run;
            HandedClock clock = new HandedClock();
            Duration longest = Duration.ofSeconds(6);
            WorkerSettings limited = TestWorkers.settings(1, longest, AMPLE, null);
            try (RememberedChecks checks =
                    new RememberedChecks(new WorkerPool(limited, clock, computing(clock)), store)) {
                CompletableFuture<List<DocumentReport>> stuck =
                        CompletableFuture.supplyAsync(() -> check(checks, List.of(loop)));
                Until.holds("it is begun", () -> tries(told).size() == tries);
                clock.pass(longest);
                assertEquals("timeout 6 s", status(stuck.get().get(0)));
            }
        }
    }

    @Test
    void whatHadToWaitForAProcessorIsNotLate() throws Exception {
        Path told = folder.resolve("told");
        Path loop = order("loop.txt", "LOOP " + told);
        Duration longest = Duration.ofSeconds(1);
        HandedClock clock = new HandedClock();
        AtomicInteger asked = new AtomicInteger();
        ToLongFunction<Process> waiting = worker -> {
            asked.incrementAndGet();
            return 0;
        };
        try (WorkerPool pool = new WorkerPool(TestWorkers.settings(1, longest, AMPLE, null), clock, waiting)) {
            Future<Answer> stuck = pool.submit(() -> pool.check(loop, PLANLINT, false));
            Until.holds("it is begun", () -> tries(told).size() == 1);
            for (int times = 1; times < 10; times++) {
                int before = asked.get();
                clock.pass(longest);
                Until.holds("it is asked what the worker computed", () -> asked.get() > before);
                assertFalse(stuck.isDone());
            }
            clock.pass(longest);
            assertEquals("timeout 1 s", status(stuck.get().examination().report()));
        }
    }

    @Test
    void aWorkerThatGivesNoSignOfLifeIsEnded() throws IOException {
        Path mute = order("mute.txt", "MUTE");
        assertEquals(
                "timeout silent for 1 s",
                status(check(TestWorkers.settings(1, AMPLE, Duration.ofSeconds(1), null), List.of(mute))
                        .get(0)));
    }

    @Test
    void whenTheTimeForAllIsOverTheRestEndsAtOnceAndIsAskedAgainNextTime() throws Exception {
        Path told = folder.resolve("told");
        Path loop = order("loop.txt", "LOOP " + told);
        Path store = folder.resolve("reports.mv");
        Duration whole = Duration.ofSeconds(4);
        WorkerSettings limited = TestWorkers.settings(1, AMPLE, AMPLE, whole);
        HandedClock clock = new HandedClock();
        try (RememberedChecks checks = new RememberedChecks(new WorkerPool(limited, clock, computing(clock)), store)) {
            assertEquals(PLANLINT.check(good().subList(0, 2)).documents(), check(checks, good().subList(0, 2)));
            CompletableFuture<List<DocumentReport>> stuck =
                    CompletableFuture.supplyAsync(() -> check(checks, List.of(loop)));
            Until.holds("the worker is busy", () -> tries(told).size() == 1);
            // No file has come near the limit that it has alone.
            clock.pass(whole);
            List<DocumentReport> reports = check(checks, good());
            assertEquals("timeout the whole run: 4 s", status(stuck.get().get(0)));
            assertEquals(1, tries(told).size(), "it has no second try");
            for (int i = 0; i < reports.size(); i++) {
                assertEquals(i < 2 ? "checked" : "timeout the whole run: 4 s", status(reports.get(i)));
            }
        }
        try (RememberedChecks checks = new RememberedChecks(new WorkerPool(TestWorkers.settings(1)), store)) {
            assertEquals(PLANLINT.check(good()).documents(), check(checks, good()));
            assertEquals(good().size() - 2, checks.asked(), "what was not reached is not remembered, and the rest is");
        }
    }

    @Test
    void aFileThatFailsOnceIsTriedAgainInANewWorker() throws IOException {
        Path told = folder.resolve("told");
        List<DocumentReport> reports = check(TestWorkers.settings(1), List.of(order("once.txt", "CRASH-ONCE " + told)));
        assertEquals("checked", status(reports.get(0)));
        assertEquals(2, tries(told).size(), "two tries");
        assertEquals(2, Set.copyOf(tries(told)).size(), "by two workers");
    }

    @Test
    void aWorkerEndsWithTheProgramThatStartedIt() throws Exception {
        Path told = folder.resolve("told");
        Process worker = new ProcessBuilder(TestWorkers.settings(1).command()).start();
        try {
            worker.getOutputStream()
                    .write((WorkerLoop.request(
                                            WorkerLoop.CHECK,
                                            CheckOrder.of(order("loop.txt", "LOOP " + told)
                                                    .toString()))
                                    + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            worker.getOutputStream().flush();
            Until.holds("it is busy for ever", () -> tries(told).size() == 1);
            assertTrue(worker.isAlive());
            worker.getInputStream().close();
            worker.getOutputStream().close();
            assertNotEquals(0, worker.waitFor(), "it ends though it is busy, since nobody listens any more");
        } finally {
            worker.destroyForcibly();
        }
    }

    @Test
    void aReportWithoutEndIsAStatus() throws IOException {
        Path endless = Files.writeString(
                folder.resolve("dai.txt"), "KẾ HOẠCH\nTập huấn\n" + "Hoàn thành trước ngày 31/4/2023.\n".repeat(9000));
        List<DocumentReport> reports = check(TestWorkers.shared(), List.of(endless, good().get(0)));
        assertTrue(status(reports.get(0)).startsWith("too-large a report of "), status(reports.get(0)));
        assertEquals("checked", status(reports.get(1)));
    }

    @Test
    void namesWithLineBreaksAndBackslashesArrive() throws IOException {
        Path odd = Files.copy(good().get(0), folder.resolve("a\nb\\n kế hoạch.docx"));
        List<DocumentReport> reports = check(TestWorkers.shared(), List.of(odd));
        assertEquals("checked", status(reports.get(0)));
        assertEquals(odd.toString(), reports.get(0).path());
    }

    @Test
    void checkIsolatedGivesTheSameBytesUnderTheSameConfiguration() throws IOException {
        Path plan = Files.copy(good().get(1), folder.resolve("a.docx"));
        Files.writeString(
                folder.resolve("planlint.yaml"),
                "rules: {missing-number: off}\nforbid: [{id: no-hall, phrase: Tọa đàm}]\n");
        Commands.run("waive", plan.toString(), "event-year", "--by", "H", "--reason", "r");
        String[] args = {
            "check", plan.toString(), folder.resolve("khong-co.docx").toString(), "-f", "json"
        };
        Run here = Commands.run(args);
        String[] isolated = java.util.Arrays.copyOf(args, args.length + 1);
        isolated[args.length] = "--isolate";
        Run there = Commands.run(isolated);
        assertEquals(here.out(), there.out());
        assertEquals(here.code(), there.code());
        assertTrue(here.out().contains("no-hall") && here.out().contains("\"waived\": 2"), here.out());
        assertEquals(
                2,
                Commands.run(
                                "check",
                                "--isolate",
                                "-f",
                                "html",
                                "-o",
                                folder.resolve("x.html").toString(),
                                plan.toString())
                        .code());
    }
}
