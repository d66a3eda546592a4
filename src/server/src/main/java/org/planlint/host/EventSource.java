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
     */
    int notified(String event, JsonObject notification);
}
