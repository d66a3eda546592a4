package org.planlint.fix;

import org.planlint.report.Text;

/** Why a file is not mended. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        NOT_DOCX,
        SIGNED,
        PROTECTED,
        ENCRYPTED,
        UNREADABLE
    }

    private final Reason reason;

    public Refusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Refusal(Reason reason, Exception cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** A sentence for who asked. */
    public Text text() {
        return Text.of("fix.refused." + reason.name());
    }
}
