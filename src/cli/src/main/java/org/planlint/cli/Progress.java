package org.planlint.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.planlint.report.Language;

/** A bar on standard error while many files are checked at a terminal; nothing where standard error is piped. */
final class Progress {
    private static final int MANY = 5;
    /** Where Linux names what standard error is. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private static final String CLEARED = "\r\u001b[K";

    private final boolean shown;
    private final Language language;
    private final AtomicInteger pages = new AtomicInteger();
    private volatile ProgressBar bar;
    private boolean said;

    private Progress(boolean shown, Language language) {
        this.shown = shown;
        this.language = language;
    }

    /** For what is done at once. */
    static Progress none() {
        return new Progress(false, Language.VI);
    }

    /** At a terminal, unless the user wants to be left alone. */
    static Progress atTerminal(boolean quiet, Language language) {
        return new Progress(!quiet && isTerminal() && !"dumb".equals(System.getenv("TERM")), language);
    }

    /**
     * Whether somebody sees standard error. The JVM's console is there only where input and output are a terminal as well: with a report
     * that is written to a file, or an audit that the launcher waits for, they are not.
     */
    private static boolean isTerminal() {
        if (System.console() != null) {
            return true;
        }
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Says what is being done, given in both languages, where it cannot be said how far it is. */
    void say(String doing) {
        stop();
        if (shown) {
            System.err.print("PlanLint: " + Spoken.half(language, doing));
            System.err.flush();
            said = true;
        }
    }

    /** @param doing what is done with the files, in both languages */
    void start(String doing, int files) {
        stop();
        if (shown && files >= MANY) {
            PrintStream err = System.err;
            bar = new ProgressBarBuilder()
                    .setTaskName(Spoken.half(language, doing))
                    .setInitialMax(files)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUnit(Spoken.half(language, " tệp /  files"), 1)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(err))
                    .build();
        }
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    /** Another page of a scan is being read: a scan of many pages takes minutes. */
    void page() {
        int read = pages.incrementAndGet();
        ProgressBar shownNow = bar;
        if (shownNow != null) {
            shownNow.setExtraMessage(" " + read + Spoken.half(language, " trang quét /  scanned pages"));
        }
    }

    void stop() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        if (said) {
            System.err.print(CLEARED);
            System.err.flush();
            said = false;
        }
    }
}
