package org.planlint.host;

import com.google.gson.JsonObject;

/** A system whose notifications the service takes in. */
public interface EventSource {
    /** As it stands in the address that it sends them to. */
    String name();

    /** With which it signs them, or null where a token says who sends. */
    String secret();

    /**
     * Takes a notification in; it is on disk when this returns.
     *
     * @param event its id, or null where the system gives none
     * @return how many documents it names that are now looked at; 0 too where it was taken in before
     * @throws Unreadable for a record in it that is none
     */
    int notified(String event, JsonObject notification);

    /** What a notification says of its documents cannot be read. */
    final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public Unreadable(Exception why) {
            super(why);
        }
    }
}
