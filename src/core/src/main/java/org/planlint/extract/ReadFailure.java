package org.planlint.extract;

import java.util.List;
import org.planlint.text.DigitalSignature;

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
        JPEG2000,
        GARBLED_TEXT_LAYER,
        GARBLED_TEXT,
        NO_TEXT,
        TIMEOUT,
        CRASHED,
        NO_DOCUMENTS,
        STATUS_MESSAGE,
        BAD_RECORD,
        UNSAFE
    }

    private final Reason reason;
    private final transient List<DigitalSignature> signatures;

    /** @param detail what was found, in English, for whoever looks into the file */
    public ReadFailure(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.signatures = List.of();
    }

    /** @param cause what the format's library threw */
    public ReadFailure(Reason reason, String detail, Throwable cause) {
        this(reason, detail, cause, List.of());
    }

    private ReadFailure(Reason reason, String detail, Throwable cause, List<DigitalSignature> signatures) {
        super(detail, cause);
        this.reason = reason;
        this.signatures = signatures;
    }

    /** The same failure of a file that is signed: signatures can be read where the text cannot. */
    public ReadFailure signed(List<DigitalSignature> signatures) {
        return new ReadFailure(reason, getMessage(), getCause(), signatures);
    }

    public List<DigitalSignature> signatures() {
        return signatures;
    }

    public Reason reason() {
        return reason;
    }
}
