package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.TimeMention;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Clock times as clerks write them: 8h30, 08 giờ 30 phút, 13:30, 8g, 7h30’. */
final class Clock {
    static final String TIME = "\\d{1,2}\\s?" + Pieces.HOUR_SIGN + "\\s?(?:\\d{2}(?!\\d))?\\s?(?:phút|p|['’])?";
    private static final Sought ONE = new Sought("(?iu)(?<![\\d/.,:])(\\d{1,2})\\s?(" + Pieces.HOUR_SIGN
            + ")\\s?(\\d{2}(?!\\d))?\\s?(?:phút|p" + Pieces.NO_LETTER_AFTER + "|['’])?" + Pieces.NO_LETTER_AFTER);
    private static final Pattern RANGE =
            Pattern.compile("(?iu)^(?:từ\\s+)?(" + TIME + ")(?:\\s*(?:-|–|—|đến|tới|÷|->|→)\\s*(" + TIME + "))?");
    private static final Pattern SAYS_CLOCK =
            Pattern.compile("(?iu)" + Vocabulary.of("dates").any("before a clock time") + "\\s*$");

    /** How far before a time the word may stand that calls it one: a line may be as long as a file. */
    private static final int NEAR = 60;

    /** Minutes after midnight; {@code end} is null for a single time. {@code length} counts the characters read. */
    record Range(int start, Integer end, int length) {}

    private Clock() {}

    /** The time or stretch at the start of {@code text}, or null. Hours above 24 are no time of day. */
    static Range at(String text) {
        Matcher m = RANGE.matcher(text);
        if (!m.lookingAt()) {
            return null;
        }
        Integer start = minutes(m.group(1));
        Integer end = m.group(2) == null ? null : minutes(m.group(2));
        if (start == null || m.group(2) != null && end == null) {
            return null;
        }
        return new Range(start, end, m.end());
    }

    private static Integer minutes(String time) {
        Matcher m = ONE.pattern().matcher(time.strip());
        if (!m.find()) {
            return null;
        }
        int hour = Integer.parseInt(m.group(1));
        int minute = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        if (m.group(2).equals(":") && m.group(3) == null || hour > 24 || minute > 59) {
            return null;
        }
        return hour * 60 + minute;
    }

    /** The first time in a text as HH:mm, or null. */
    static String first(String text) {
        Matcher m = ONE.pattern().matcher(text);
        if (!m.find() || Integer.parseInt(m.group(1)) > 23 || m.group(3) != null && Integer.parseInt(m.group(3)) > 59) {
            return null;
        }
        return String.format(
                Locale.ROOT, "%02d:%s", Integer.parseInt(m.group(1)), m.group(3) == null ? "00" : m.group(3));
    }

    /** All clock times of the text; durations ("trong 48 giờ") are not among them. */
    static List<TimeMention> find(Found soFar) {
        List<TimeMention> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.HEAD || line.zone == Line.Zone.SIGNATURE || !line.hasDigitBefore("gh:")) {
                continue;
            }
            for (Matcher m = ONE.first(line.text()); m != null; m = ONE.next(m, line.text())) {
                boolean minutes = m.group(3) != null;
                boolean colon = m.group(2).equals(":");
                if (colon && !minutes) {
                    continue;
                }
                int hour = Integer.parseInt(m.group(1));
                int minute = minutes ? Integer.parseInt(m.group(3)) : 0;
                boolean possible = hour <= 24 && minute < 60;
                boolean clock = SAYS_CLOCK
                        .matcher(line.text())
                        .region(Math.max(0, m.start() - NEAR), m.start())
                        .find();
                if (possible ? minutes || clock : !colon && minutes && hour < 60 && (clock || hour <= 30)) {
                    found.add(new TimeMention(hour, minute, line.section, line.span(m.start(), m.end())));
                }
            }
        }
        return found;
    }
}
