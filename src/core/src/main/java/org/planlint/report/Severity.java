package org.planlint.report;

import java.util.Locale;

/** How grave a finding is: an explicit norm broken, custom or template left, or advice. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What somebody has to look at before it is an error, is a warning. */
    public Severity weaker() {
        return this == ERROR ? WARNING : this;
    }

    public boolean atLeast(Severity other) {
        return ordinal() <= other.ordinal();
    }
}
