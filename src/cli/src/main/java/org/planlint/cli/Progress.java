package org.planlint.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error while many files are checked at a terminal; nothing where the output is piped. */
final class Progress {
    private static final int MANY = 5;

    private final boolean shown;
    private final AtomicInteger pages = new AtomicInteger();
    private volatile ProgressBar bar;

    Progress(boolean shown) {
        this.shown = shown;
    }

    /** At a terminal, unless the user wants to be left alone. */
    static Progress atTerminal(boolean quiet) {
        return new Progress(!quiet && System.console() != null && !"dumb".equals(System.getenv("TERM")));
    }

    void start(int files) {
        if (shown && files >= MANY) {
            PrintStream err = System.err;
            bar = new ProgressBarBuilder()
                    .setTaskName("PlanLint")
                    .setInitialMax(files)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUnit(" tệp/files", 1)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(err))
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
            shownNow.setExtraMessage(" " + read + " trang quét/scanned pages");
        }
    }

    void stop() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
