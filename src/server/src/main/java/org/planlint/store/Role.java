package org.planlint.store;

import java.util.Locale;

/** What a token lets its bearer do; each may do what those before it may. */
public enum Role {
    /** Everybody, also without a token. */
    ANYONE,
    /** Sends documents and sees the answer. */
    UPLOAD,
    /** Sees all reports. */
    REVIEW,
    /** Sees the figures of the service. */
    ADMIN;

    public boolean covers(Role asked) {
        return compareTo(asked) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
