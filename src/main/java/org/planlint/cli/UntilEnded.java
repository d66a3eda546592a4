package org.planlint.cli;

import java.util.concurrent.CountDownLatch;

/** Waits until the program is told to end, and closes then what runs. */
final class UntilEnded {
    private UntilEnded() {
    }

    /** @param running closed in this order */
    static void run(AutoCloseable... running) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
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
}
