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

/** One worker process. Used by one thread at a time. */
final class Worker implements AutoCloseable {
    /** What the queue holds when the worker's output has ended. */
    private static final String END = "";
    private static final Duration START = Duration.ofSeconds(30);

    private final WorkerSettings settings;
    private final long end;
    private final Process process;
    private final PrintStream requests;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private boolean started;

    /** @param end when the time for all files is over, by the clock that only runs on */
    Worker(WorkerSettings settings, long end) throws IOException {
        this.settings = settings;
        this.end = end;
        this.process = new ProcessBuilder(settings.command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        this.requests = new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8);
        Thread ear = new Thread(this::listen, "planlint-ear");
        ear.setDaemon(true);
        ear.start();
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
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
    Answer check(Path file, boolean card) throws WorkerDied, InterruptedException {
        return ask(card ? WorkerLoop.CATALOGUE : WorkerLoop.CHECK, file, Answer::of);
    }

    /** Lets the worker look into a zip. */
    WorkerLoop.Listing entries(Path zip) throws WorkerDied, InterruptedException {
        return ask(WorkerLoop.LIST, zip, WorkerLoop.Listing::of);
    }

    private <T> T ask(char what, Path file, Function<byte[], T> answer) throws WorkerDied, InterruptedException {
        if (!started) {
            await(System.nanoTime() + START.toNanos(), START, "no start within " + START.toSeconds() + " s", true);
            started = true;
        }
        requests.print(WorkerLoop.request(what, file) + "\n");
        requests.flush();
        String line = await(System.nanoTime() + settings.file().toNanos(), settings.silence(), settings.file().toSeconds() + " s", false);
        try {
            return answer.apply(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException halfALine) {
            throw ended();
        }
    }

    /** The next answer, or the next sign of life. */
    private String await(long deadline, Duration silence, String limit, boolean orAlive) throws WorkerDied, InterruptedException {
        while (true) {
            long left = Math.min(deadline, end) - System.nanoTime();
            String line = answers.poll(Math.min(left, silence.toNanos()), TimeUnit.NANOSECONDS);
            if (line == null) {
                close();
                throw WorkerDied.late(left <= silence.toNanos() ? limit : "silent for " + silence.toSeconds() + " s");
            }
            if (line.equals(END)) {
                throw ended();
            }
            if (!line.equals(WorkerLoop.ALIVE) || orAlive) {
                return line;
            }
        }
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
