package org.planlint.record;

/** A record cannot be read; its message says why, and where in the file. */
public final class RecordError extends Exception {
    private static final long serialVersionUID = 1L;

    public RecordError(String message) {
        super(message);
    }
}
