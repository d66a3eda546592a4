package org.planlint.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is tried only where a match may begin: of all places of a line there are few. Which two letters a match may begin
 * with, and between which two it may begin, is asked of the pattern itself, once for each two letters that are met. Its answer holds
 * for all that may stand behind them, unless it hit their end ({@link Matcher#hitEnd}).
 */
public final class Sought {
    /** Letters behind these are rare, and are not asked for. */
    private static final char KNOWN = 0x2100;

    private static final int BITS = 14;
    /** Pairs that are remembered at a time. */
    private static final int PLACES = 1 << 11;

    private static final int BEGINS_WITH_THEM = 1 << 2 * BITS;
    private static final int BEGINS_BETWEEN = BEGINS_WITH_THEM << 1;
    private static final int ASKED = BEGINS_BETWEEN << 1;
    private static final int UNKNOWN = BEGINS_WITH_THEM | BEGINS_BETWEEN;

    private final Pattern pattern;
    /** The same whatever it must stand behind, which two letters cannot show. */
    private final Pattern beginning;
    /** What was answered, each at the place of its pair, where a newer one takes that of an older. */
    private final int[] answers = new int[PLACES];

    /** @param pattern none that matches the empty text, or looks for the start of the text behind itself */
    public Sought(Pattern pattern) {
        this.pattern = pattern;
        this.beginning = Pattern.compile(withoutWhatComesBefore(pattern.pattern()), pattern.flags());
    }

    public Sought(String pattern) {
        this(Pattern.compile(pattern));
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
        boolean between = start == 0 || start < length && (answer(text, start - 1) & BEGINS_BETWEEN) != 0;
        for (int at = start; at < length; at++) {
            int answer = at + 1 < length ? answer(text, at) : UNKNOWN;
            if (between && (answer & BEGINS_WITH_THEM) != 0) {
                matcher = matcher == null
                        ? pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false)
                        : matcher;
                if (matcher.region(at, length).lookingAt()) {
                    return matcher;
                }
            }
            between = (answer & BEGINS_BETWEEN) != 0;
        }
        return null;
    }

    private int answer(String text, int at) {
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        if (first >= KNOWN || second >= KNOWN) {
            return UNKNOWN;
        }
        int pair = first << BITS | second;
        int place = (first * 31 + second) & PLACES - 1;
        int known = answers[place];
        if ((known & (BEGINS_WITH_THEM - 1)) != pair || (known & ASKED) == 0) {
            known = pair | ASKED | ask(text.substring(at, at + 2));
            answers[place] = known;
        }
        return known;
    }

    private int ask(String pair) {
        Matcher matcher = beginning.matcher(pair).useTransparentBounds(true).useAnchoringBounds(false);
        boolean withThem = matcher.lookingAt() || matcher.hitEnd();
        boolean betweenThem = matcher.region(1, 2).lookingAt() || matcher.hitEnd();
        return (withThem ? BEGINS_WITH_THEM : 0) | (betweenThem ? BEGINS_BETWEEN : 0);
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
