package org.planlint.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is tried only where a match may begin: of all places of a line there are few. With which letter a match may begin,
 * with which two, and behind which, is asked of the pattern itself, once for each that is met. Its answer holds for all that may stand
 * behind them, unless it hit their end ({@link Matcher#hitEnd}).
 */
public final class Sought {
    /** Letters behind these are rare, and are not asked for. */
    private static final char KNOWN = 0x2100;

    private static final byte ASKED = 1;
    private static final byte MAY_BEGIN = 2;
    private static final byte MAY_STAND_BEFORE = 4;

    private static final int BITS = 14;
    private static final int PAIR_ASKED = 1 << 2 * BITS;
    private static final int PAIR_MAY_BEGIN = PAIR_ASKED << 1;
    /** So many pairs are remembered at a time, as bits of their number. */
    private static final int PLACES = 12;

    private final Pattern pattern;
    /** The same whatever it must stand behind, which a letter cannot show. */
    private final Pattern beginning;

    private final byte[] letters = new byte[KNOWN];
    /** Each at a place of its own, where a newer one takes that of an older. */
    private final int[] pairs = new int[1 << PLACES];

    /** @param pattern none that matches the empty text, or looks behind itself for the start of the text */
    public Sought(String pattern) {
        String rest = withoutWhatComesBefore(pattern);
        this.pattern = Pattern.compile(pattern);
        this.beginning = rest.equals(pattern) ? this.pattern : Pattern.compile(rest);
    }

    public Pattern pattern() {
        return pattern;
    }

    public boolean in(String text) {
        return first(text) != null;
    }

    /** A matcher that stands at the first match; null for none. */
    public Matcher first(String text) {
        return from(0, text, null);
    }

    /** The same at the match behind the one where it stands; null for none. */
    public Matcher next(Matcher matcher, String text) {
        return from(matcher.end(), text, matcher);
    }

    private Matcher from(int start, String text, Matcher made) {
        Matcher matcher = made;
        int length = text.length();
        int before = start == 0 ? MAY_STAND_BEFORE : of(text.charAt(start - 1));
        for (int at = start; at < length; at++) {
            int here = of(text.charAt(at));
            if ((here & MAY_BEGIN) != 0 && (before & MAY_STAND_BEFORE) != 0 && mayBeginWithTwo(text, at)) {
                matcher = matcher == null ? freely(pattern.matcher(text)) : matcher;
                if (matcher.region(at, length).lookingAt()) {
                    return matcher;
                }
            }
            before = here;
        }
        return null;
    }

    private static Matcher freely(Matcher matcher) {
        return matcher.useTransparentBounds(true).useAnchoringBounds(false);
    }

    private int of(char letter) {
        if (letter >= KNOWN) {
            return MAY_BEGIN | MAY_STAND_BEFORE;
        }
        byte known = letters[letter];
        if (known == 0) {
            Matcher matcher = freely(beginning.matcher(String.valueOf(letter)));
            int begins = matcher.lookingAt() || matcher.hitEnd() ? MAY_BEGIN : 0;
            int before = matcher.region(1, 1).lookingAt() || matcher.hitEnd() ? MAY_STAND_BEFORE : 0;
            known = (byte) (ASKED | begins | before);
            letters[letter] = known;
        }
        return known;
    }

    private boolean mayBeginWithTwo(String text, int at) {
        char first = text.charAt(at);
        char second = at + 1 < text.length() ? text.charAt(at + 1) : KNOWN;
        if (first >= KNOWN || second >= KNOWN) {
            return true;
        }
        int pair = first << BITS | second;
        int place = pair * 0x9E3779B1 >>> Integer.SIZE - PLACES;
        int known = pairs[place];
        if ((known & ~PAIR_MAY_BEGIN) != (pair | PAIR_ASKED)) {
            Matcher matcher = freely(beginning.matcher(text.substring(at, at + 2)));
            known = pair | PAIR_ASKED | (matcher.lookingAt() || matcher.hitEnd() ? PAIR_MAY_BEGIN : 0);
            pairs[place] = known;
        }
        return (known & PAIR_MAY_BEGIN) != 0;
    }

    /** The pattern without its groups {@code (?<=…)}. */
    private static String withoutWhatComesBefore(String pattern) {
        StringBuilder rest = new StringBuilder(pattern);
        for (int at = rest.indexOf("(?<="); at >= 0; at = rest.indexOf("(?<=", at)) {
            rest.delete(at, endOfGroup(rest, at));
        }
        return rest.toString();
    }

    private static int endOfGroup(CharSequence pattern, int open) {
        int depth = 0;
        boolean oneOf = false;
        for (int at = open; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '[' -> oneOf = true;
                case ']' -> oneOf = false;
                case '(' -> depth += oneOf ? 0 : 1;
                case ')' -> depth -= oneOf ? 0 : 1;
                default -> {}
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException(pattern.toString());
    }
}
