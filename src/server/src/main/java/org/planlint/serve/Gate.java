package org.planlint.serve;

import java.util.HashMap;
import java.util.Map;

/** Lets in as many checks as can be borne: so many in all, under way or waiting, and so many of one client. */
final class Gate {
    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> clients = new HashMap<>();
    private int inside;

    Gate(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Refuses early who would have no place.
     *
     * @throws Problem.Raised if there is none
     */
    synchronized void requirePlace() {
        if (inside >= most) {
            throw Problem.BUSY.raised();
        }
    }

    /** A place inside, to be given back. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws Problem.Raised if there is no place */
    synchronized Pass enter(String client) {
        requirePlace();
        if (clients.getOrDefault(client, 0) >= mostOfOne) {
            throw Problem.TOO_MANY.raised();
        }
        inside++;
        clients.merge(client, 1, Integer::sum);
        return () -> leave(client);
    }

    private synchronized void leave(String client) {
        inside--;
        clients.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized int inside() {
        return inside;
    }
}
