package org.planlint.ocr;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.planlint.extract.ocr.Recognizer.Unrecognised;
import org.planlint.isolate.WorkerSettings;

/** A running {@link ReaderMain}. Used by one thread at a time. */
final class ReaderProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    /** Of a processor for one picture; a page takes a thirtieth of it. */
    private static final Duration MOST = Duration.ofSeconds(60);
    /** By the clock: a machine that has much to do lets it wait. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Process process;
    private final DataOutputStream questions;
    private final DataInputStream answers;
    private final String engine;

    /** @throws Unrecognised if the engine does not run here */
    ReaderProcess() throws IOException, Unrecognised, InterruptedException {
        List<String> command = WorkerSettings.java(128, "-XX:TieredStopAtLevel=1");
        // The libraries' memory included; a page of the most pixels takes half of it.
        command.add(1, "-Dorg.bytedeco.javacpp.maxPhysicalBytes=768m");
        command.add(ReaderMain.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // One core a page: pages are what is done side by side.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        process = builder.start();
        questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        engine = await(answers::readUTF, START, START);
    }

    /** Its version, its language and the digest of its data. */
    String engine() {
        return engine;
    }

    /**
     * The hOCR of a picture.
     *
     * @throws Unrecognised if there is none
     */
    byte[] ask(ReaderMain.Question question) throws Unrecognised, InterruptedException {
        return await(
                () -> {
                    question.to(questions);
                    byte[] hocr = new byte[answers.readInt()];
                    answers.readFully(hocr);
                    return hocr;
                },
                MOST,
                LONGEST);
    }

    /** What comes within so much time of a processor and by the clock; the process is over where nothing does. */
    private <T> T await(Callable<T> answer, Duration most, Duration longest) throws Unrecognised, InterruptedException {
        FutureTask<T> told = new FutureTask<>(answer);
        Thread ear = new Thread(told, "planlint-tesseract");
        ear.setDaemon(true);
        ear.start();
        boolean answered = false;
        long since = System.nanoTime();
        Duration before = used();
        try {
            while (used().minus(before).compareTo(most) < 0 && System.nanoTime() - since < longest.toNanos()) {
                try {
                    T said = told.get(1, TimeUnit.SECONDS);
                    answered = true;
                    return said;
                } catch (TimeoutException goesOn) {
                    // Until a limit is reached.
                }
            }
            throw new Unrecognised("no answer within the limits of time", null);
        } catch (ExecutionException e) {
            throw new Unrecognised(
                    e.getCause() instanceof EOFException
                            ? "the engine ended"
                            : e.getCause().getMessage(),
                    e);
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it at once. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
