package org.planlint.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits until the program is told to end, and closes then what runs. */
final class UntilEnded {
    /** Less than it takes the usual supervisors to lose patience. */
    private static final Duration CLOSING = Duration.ofSeconds(30);
    /** What a shell says of a program that SIGTERM has ended. */
    private static final int TERMINATED = 143;

    private UntilEnded() {}

    /** @param running closed in this order */
    static void run(AutoCloseable... running) throws InterruptedException {
        run(CLOSING, running);
    }

    /** @param closing after which it ends even if something does not close; no harm comes of that, since what is under way waits on disk */
    static void run(Duration closing, AutoCloseable... running) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            endIn(closing);
            for (AutoCloseable one : running) {
                try {
                    one.close();
                } catch (Exception e) {
                    System.err.println("planlint: " + e);
                }
            }
            end.countDown();
        }));
        end.await();
    }

    private static void endIn(Duration closing) {
        Thread ending = new Thread(
                () -> {
                    try {
                        Thread.sleep(closing.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    System.err.println(
                            "planlint: không đóng xong sau / not closed after " + closing.toSeconds() + " s");
                    Runtime.getRuntime().halt(TERMINATED);
                },
                "planlint-ending");
        ending.setDaemon(true);
        ending.start();
    }
}
