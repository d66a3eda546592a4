package org.planlint.facts;

import org.planlint.text.Span;

/**
 * Who issues the plan, as one of its parts names it.
 *
 * @param where the part that names it
 * @param kind  which kind of body
 * @param name  its name in capitals without diacritics and without the kind, "" where the part does not give it
 */
public record Issuer(Where where, Kind kind, String name, Span span) implements Located {
    public enum Where {
        LETTERHEAD,
        SYMBOL,
        OPENING,
        SIGNATURE
    }

    public enum Kind {
        COMMITTEE,
        COUNCIL,
        DEPARTMENT,
        MINISTRY,
        SCHOOL,
        DIVISION,
        STEERING,
        OTHER
    }

    /** A body that decides together, so that its head signs for it: "TM.". */
    public boolean isCollective() {
        return kind == Kind.COMMITTEE || kind == Kind.COUNCIL;
    }

    /** Whether this names another body than {@code other}: another kind, or two names of which neither holds the other. */
    public boolean contradicts(Issuer other) {
        if (kind == Kind.OTHER || other.kind == Kind.OTHER) {
            return false;
        }
        if (kind != other.kind) {
            return true;
        }
        return !name.isEmpty() && !other.name.isEmpty() && !name.contains(other.name) && !other.name.contains(name);
    }
}
