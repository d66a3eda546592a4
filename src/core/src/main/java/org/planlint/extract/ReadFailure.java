package org.planlint.extract;

/** A file could not be read, with the reason that its user is told. Never a finding. */
public final class ReadFailure extends Exception {
    /** Why; each has its message in both languages under {@code failure.*}. */
    public enum Reason {
        NOT_FOUND,
        NOT_A_FILE,
        NO_PERMISSION,
        EMPTY,
        TOO_LARGE,
        UNSUPPORTED,
        ENCRYPTED,
        BROKEN,
        NO_TEXT_LAYER,
        GARBLED_TEXT_LAYER,
        GARBLED_TEXT,
        NO_TEXT,
        TIMEOUT,
        CRASHED,
        NO_DOCUMENTS
    }

    private final Reason reason;

    /** @param detail what was found, in English, for whoever looks into the file */
    public ReadFailure(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** @param cause what the format's library threw */
    public ReadFailure(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
