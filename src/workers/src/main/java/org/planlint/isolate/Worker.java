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
import java.util.function.ToLongFunction;
import org.planlint.PlanLint;

/** One worker process. Used by one thread at a time. */
final class Worker implements AutoCloseable {
    /** What the queue holds when the worker's output has ended. */
    private static final String END = "";
    /** Ample: a machine that has much to do starts a program slowly. */
    private static final Duration START = Duration.ofMinutes(2);
    /** So many times its limit a file may take by the clock where the machine has much to do, or where nothing is computed. */
    private static final int BUSY = 10;

    private final WorkerSettings settings;
    private final LongSupplier clock;
    private final ToLongFunction<Process> used;
    private final long end;
    private final Runnable onPage;
    private final Process process;
    private final PrintStream requests;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private boolean started;

    /**
     * @param clock nanoseconds that only run on
     * @param used  nanoseconds that a process has computed
     * @param end   when the time for all files is over, by this clock
     * @param onPage told of each page whose picture is about to be read
     */
    Worker(WorkerSettings settings, LongSupplier clock, ToLongFunction<Process> used, long end, Runnable onPage)
            throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.used = used;
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
        long before = used.applyAsLong(process);
        requests.print(request + "\n");
        requests.flush();
        Limit limit = new Limit(
                asked,
                settings.file(),
                BUSY,
                settings.file().toSeconds() + " s",
                () -> used.applyAsLong(process) - before);
        String line = await(limit, settings.silence(), false);
        try {
            return answer.apply(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException halfALine) {
            throw ended();
        }
    }

    /** Waits for its first sign of life. */
    private void start() throws WorkerDied, InterruptedException {
        try {
            Limit limit =
                    new Limit(clock.getAsLong(), START, 1, "no start within " + START.toSeconds() + " s", () -> 0);
            await(limit, START, true);
            started = true;
        } catch (WorkerDied died) {
            throw died.unstarted();
        }
    }

    /**
     * The time that a question has. A machine that has much to do is no fault of the file: what counts is how long the worker computed,
     * and the clock no more than so many times as long.
     */
    private static final class Limit {
        private final long since;
        private final int busy;
        private final String said;
        private final LongSupplier computed;
        private long longest;
        /** When it is worth asking. */
        private long next;

        Limit(long since, Duration longest, int busy, String said, LongSupplier computed) {
            this.since = since;
            this.longest = longest.toNanos();
            this.busy = busy;
            this.said = said;
            this.computed = computed;
            this.next = since + this.longest;
        }

        long left(long now) {
            return next - now;
        }

        boolean isOver(long now) {
            long last = since + longest * busy;
            long left = Math.min(longest - computed.getAsLong(), last - now);
            next = now + left;
            return left <= 0;
        }

        void add(Duration more) {
            longest += more.toNanos();
            next += more.toNanos();
        }
    }

    /** The next answer, or the next sign of life. What has come counts, even if it is taken late. */
    private String await(Limit limit, Duration silence, boolean orAlive) throws WorkerDied, InterruptedException {
        long heard = clock.getAsLong();
        while (true) {
            long now = clock.getAsLong();
            long left = Math.min(limit.left(now), end - now);
            long patience = heard + silence.toNanos() - now;
            String line = answers.poll(Math.min(left, patience), TimeUnit.NANOSECONDS);
            if (line == null) {
                // Whether it is late is the clock's to say: after this wait it is asked again.
                if (left <= 0 && left <= patience && (end - now <= 0 || limit.isOver(now))) {
                    close();
                    throw WorkerDied.late(limit.said);
                } else if (patience <= 0 && patience < left) {
                    close();
                    throw WorkerDied.silent(silence);
                }
                continue;
            }
            if (line.equals(END)) {
                throw ended();
            }
            if (line.equals(WorkerLoop.PAGE)) {
                limit.add(PlanLint.PER_PAGE);
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
