package org.planlint.report;

import java.util.Locale;

/** What became of a file. */
public enum Status {
    CHECKED,
    UNREADABLE,
    UNSUPPORTED,
    ENCRYPTED,
    TIMEOUT,
    TOO_LARGE,
    CRASHED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
