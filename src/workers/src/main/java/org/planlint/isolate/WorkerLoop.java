package org.planlint.isolate;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.codec.RecordCodec;
import org.planlint.extract.ReadFailure;

/**
 * The worker's side: a line in names a file behind a sign of what is asked, a line out answers in Base64. A dot on a line of its own
 * is a sign of life, a comma another page to recognise. It ends when its input does, so that no worker outlives the program that started it.
 */
final class WorkerLoop {
    static final String ALIVE = ".";
    /** A page whose picture is about to be read: the file may take longer by one. */
    static final String PAGE = ",";

    static final char CHECK = '+';
    static final char CATALOGUE = '#';
    static final char LIST = '?';
    static final char FIX = '=';
    static final char ANNOTATE = '@';
    private static final Gson GSON = new Gson();
    private static final long BEAT = 1000;

    private WorkerLoop() {}

    /** What a worker can be asked to do with a file. */
    interface Work {
        Examination check(CheckOrder order);

        FixAnswer fix(FixOrder order);

        /** False where there can be no copy with notes. */
        boolean annotate(AnnotateOrder order);
    }

    /**
     * @param answers nothing else may write to it
     * @param engine  looks into zips
     * @param work    does all else
     */
    static void run(InputStream in, PrintWriter answers, PlanLint engine, Work work) throws IOException {
        Thread heart = new Thread(() -> beat(answers), "planlint-heart");
        heart.setDaemon(true);
        heart.start();
        BufferedReader requests = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        say(answers, ALIVE);
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            byte[] answer = answer(request.charAt(0), request.substring(1), engine, work);
            say(answers, Base64.getEncoder().encodeToString(answer));
        }
    }

    private static byte[] answer(char what, String told, PlanLint engine, Work work) {
        switch (what) {
            case LIST -> {
                return list(Path.of(GSON.fromJson(told, String.class)), engine);
            }
            case FIX -> {
                return work.fix(GSON.fromJson(told, FixOrder.class)).bytes();
            }
            case ANNOTATE -> {
                return new byte[] {(byte) (work.annotate(GSON.fromJson(told, AnnotateOrder.class)) ? 1 : 0)};
            }
            default -> {
                CheckOrder order = GSON.fromJson(told, CheckOrder.class);
                Examination examination = work.check(order);
                return bounded(
                        Path.of(order.file()),
                        what == CATALOGUE ? examination.catalogued() : Examination.of(examination.report(), null),
                        engine);
            }
        }
    }

    /** A report without end would cost the program that asks what the worker is there to spare it. */
    private static byte[] bounded(Path file, Examination examination, PlanLint engine) {
        byte[] answer = Answer.of(examination).bytes();
        return answer.length <= Answer.LONGEST
                ? answer
                : Answer.of(engine.failed(
                                file.toString(),
                                new ReadFailure(
                                        ReadFailure.Reason.TOO_LARGE, "a report of " + answer.length + " bytes")))
                        .bytes();
    }

    /** What a worker says of a zip: its files, or why they cannot be had. */
    record Listing(List<String> entries, ReadFailure.Reason failed, String detail) {
        private static final RecordCodec CODEC = new RecordCodec(List.of(Listing.class, ReadFailure.Reason.class));

        Listing {
            entries = entries == null ? null : List.copyOf(entries);
        }

        static Listing of(byte[] answer) {
            return CODEC.read(answer, Listing.class);
        }

        private byte[] bytes() {
            return CODEC.bytes(this);
        }
    }

    private static byte[] list(Path zip, PlanLint engine) {
        try {
            return new Listing(engine.entries(zip), null, null).bytes();
        } catch (ReadFailure e) {
            return new Listing(null, e.reason(), e.getMessage()).bytes();
        }
    }

    /** Goes on until nobody listens; then a file that is still being read is of no use to anybody. */
    private static void beat(PrintWriter answers) {
        try {
            while (!answers.checkError()) {
                Thread.sleep(BEAT);
                say(answers, ALIVE);
            }
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that a page is about to be recognised. */
    static void page(PrintWriter answers) {
        say(answers, PAGE);
    }

    private static void say(PrintWriter answers, String line) {
        synchronized (answers) {
            answers.print(line + "\n");
            answers.flush();
        }
    }

    /** A line that asks for something; what it is about stands as JSON, since names may hold line breaks. */
    static String request(char what, Object order) {
        return what + GSON.toJson(order);
    }
}
