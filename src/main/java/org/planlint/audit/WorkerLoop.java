package org.planlint.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.planlint.report.DocumentReport;

/**
 * The worker's side: a line in names a file, a line out is its report. A dot on a line of its own is a sign of life. It
 * ends when its input does, so that no worker outlives the program that started it.
 */
public final class WorkerLoop {
    static final String ALIVE = ".";
    private static final long BEAT = 1000;

    private WorkerLoop() {
    }

    /** @param answers nothing else may write to it */
    public static void run(InputStream in, PrintWriter answers, Function<Path, DocumentReport> check) throws IOException {
        Thread heart = new Thread(() -> beat(answers), "planlint-heart");
        heart.setDaemon(true);
        heart.start();
        BufferedReader requests = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        say(answers, ALIVE);
        for (String path = requests.readLine(); path != null; path = requests.readLine()) {
            say(answers, ReportCodec.write(check.apply(Path.of(unescape(path)))));
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

    private static void say(PrintWriter answers, String line) {
        synchronized (answers) {
            answers.print(line + "\n");
            answers.flush();
        }
    }

    /** File names may hold line breaks, which a line may not. */
    static String escape(String path) {
        return path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String line) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                path.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                path.append(c);
            }
        }
        return path.toString();
    }
}
