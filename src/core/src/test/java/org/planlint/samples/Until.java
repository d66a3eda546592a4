package org.planlint.samples;

import java.util.function.Supplier;

/**
 * Waits for an event, however long that takes. A test that waits in vain is ended by JUnit's own limit, which prints where each
 * thread stands; what was waited for is said then.
 */
public final class Until {
    /** How long it waits before it looks for the second time, and at most: a look may cost a server or a browser work. */
    private static final long FIRST_MS = 20;

    private static final long LONGEST_MS = 100;

    private Until() {}

    /** Whether the event has come. What it throws ends the wait: it will not come any more. */
    @FunctionalInterface
    public interface Event {
        boolean hasCome() throws Exception;
    }

    public static void holds(String what, Event event) throws Exception {
        holds(() -> what, event);
    }

    /** @param what is waited for, and what else helps to understand why it does not come; asked for only then */
    public static void holds(Supplier<String> what, Event event) throws Exception {
        try {
            for (long pause = FIRST_MS; !event.hasCome(); pause = Math.min(LONGEST_MS, pause * 3 / 2)) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            System.err.println("waited in vain for: " + what.get());
            throw e;
        }
    }
}
