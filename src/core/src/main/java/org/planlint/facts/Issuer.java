package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Vocabulary;

/**
 * Who issues the plan, as one of its parts names it.
 *
 * @param where the part that names it
 * @param kind  which kind of body
 * @param name  its name in capitals without diacritics and without the kind, "" where the part does not give it
 * @param byHead whether its head issues in his own name: "Chủ tịch Ủy ban nhân dân tỉnh"
 */
public record Issuer(Where where, Kind kind, String name, boolean byHead, Span span) implements Located {
    private static final Pattern ARMED_FORCES =
            Pattern.compile("(?iu)" + Vocabulary.of("bodies").any("armed forces"));

    private static final Pattern PUBLIC_SERVICES =
            Pattern.compile("(?iu)^" + Vocabulary.of("bodies").any("public services") + "\\s.*");

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
        return !byHead && (kind == Kind.COMMITTEE || kind == Kind.COUNCIL);
    }

    /** Army and police, who sign with their rank: Decree 30/2020, PL I.I Mục II.7c. */
    public boolean isOfArmedForces() {
        return ARMED_FORCES.matcher(span.text()).find();
    }

    /** Schools, hospitals, institutes, whose sector may let them give degrees: Decree 30/2020, PL I.I Mục II.7d. */
    public boolean isPublicService() {
        return PUBLIC_SERVICES.matcher(span.text()).lookingAt();
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
