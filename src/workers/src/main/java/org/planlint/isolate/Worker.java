package org.planlint.isolate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.planlint.PlanLint;

/** One worker process. Used by one thread at a time. */
final class Worker implements AutoCloseable {
    /** What the queue holds when the worker's output has ended. */
    private static final String END = "";
    /** Ample: a machine that has much to do starts a program slowly. */
    private static final Duration START = Duration.ofMinutes(2);

    private final WorkerSettings settings;
    private final LongSupplier clock;
    private final long end;
    private final Runnable onPage;
    private final Process process;
    private final PrintStream requests;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private boolean started;

    /**
     * @param clock nanoseconds that only run on
     * @param end   when the time for all files is over, by this clock
     * @param onPage told of each page whose picture is about to be read
     */
    Worker(WorkerSettings settings, LongSupplier clock, long end, Runnable onPage) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.end = end;
        this.onPage = onPage;
        this.process = new ProcessBuilder(settings.command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.requests = new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8);
        Thread ear = new Thread(this::listen, "planlint-ear");
        ear.setDaemon(true);
        ear.start();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.add(line);
            }
        } catch (IOException ended) {
            // The end of the stream says the same.
        }
        answers.add(END);
    }

    /**
     * Lets the worker check a file.
     *
     * @param card whether its card is wanted too
     * @throws WorkerDied if it did not answer; it is gone then, whatever the reason
     */
    Answer check(CheckOrder order, boolean card) throws WorkerDied, InterruptedException {
        return ask(WorkerLoop.request(card ? WorkerLoop.CATALOGUE : WorkerLoop.CHECK, order), Answer::of);
    }

    /** Lets the worker look into a zip. */
    WorkerLoop.Listing entries(Path zip) throws WorkerDied, InterruptedException {
        return ask(WorkerLoop.request(WorkerLoop.LIST, zip.toString()), WorkerLoop.Listing::of);
    }

    /** Lets the worker write a mended copy. */
    FixAnswer fix(FixOrder order) throws WorkerDied, InterruptedException {
        return ask(WorkerLoop.request(WorkerLoop.FIX, order), FixAnswer::of);
    }

    /** Lets the worker write a copy with notes; false where there can be none. */
    boolean annotate(AnnotateOrder order) throws WorkerDied, InterruptedException {
        return ask(WorkerLoop.request(WorkerLoop.ANNOTATE, order), answer -> answer[0] == 1);
    }

    private <T> T ask(String request, Function<byte[], T> answer) throws WorkerDied, InterruptedException {
        if (!started) {
            start();
        }
        long asked = clock.getAsLong();
        requests.print(request + "\n");
        requests.flush();
        String line = await(
                asked, settings.file(), settings.silence(), settings.file().toSeconds() + " s", false);
        try {
            return answer.apply(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException halfALine) {
            throw ended();
        }
    }

    /** Waits for its first sign of life. */
    private void start() throws WorkerDied, InterruptedException {
        try {
            await(clock.getAsLong(), START, START, "no start within " + START.toSeconds() + " s", true);
            started = true;
        } catch (WorkerDied died) {
            throw died.unstarted();
        }
    }

    /** The next answer, or the next sign of life. What has come counts, even if it is taken late. */
    private String await(long since, Duration longest, Duration silence, String limit, boolean orAlive)
            throws WorkerDied, InterruptedException {
        long deadline = Math.min(since + longest.toNanos(), end);
        long heard = since;
        while (true) {
            long now = clock.getAsLong();
            long left = deadline - now;
            long patience = heard + silence.toNanos() - now;
            String line = answers.poll(Math.min(left, patience), TimeUnit.NANOSECONDS);
            if (line == null) {
                // Whether it is late is the clock's to say: after this wait it is asked again.
                if (Math.min(left, patience) <= 0) {
                    close();
                    throw left <= patience ? WorkerDied.late(limit) : WorkerDied.silent(silence);
                }
                continue;
            }
            if (line.equals(END)) {
                throw ended();
            }
            if (line.equals(WorkerLoop.PAGE)) {
                deadline = Math.min(deadline + PlanLint.PER_PAGE.toNanos(), end);
                onPage.run();
            } else if (!line.equals(WorkerLoop.ALIVE) || orAlive) {
                return line;
            }
            heard = clock.getAsLong();
        }
    }

    /** Whether there is somebody to ask. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** It has said its last word: how it died is told by its own end, if that comes soon. */
    private WorkerDied ended() throws InterruptedException {
        process.waitFor(2, TimeUnit.SECONDS);
        close();
        return WorkerDied.exited(process.exitValue());
    }

    /** Ends it at once. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
