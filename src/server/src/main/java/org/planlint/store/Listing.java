package org.planlint.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.report.Verdict;

/**
 * Which reports a reader wants to see.
 *
 * @param search  words of the name, number, agency or subject, all of which must be there; empty for all
 * @param verdict or null for all
 * @param by      what they are sorted by
 * @param down    the greatest first
 * @param from    how many are passed over
 * @param most    how many are wanted
 */
public record Listing(String search, Verdict verdict, By by, boolean down, int from, int most) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Words that are looked for; a sentence finds nothing more by its end. */
    private static final int WORDS = 8;

    /** A column of the list. */
    public enum By {
        RECEIVED("received"),
        NAME("name"),
        NUMBER("number"),
        AGENCY("agency"),
        ISSUED("issued"),
        SENDER("sender"),
        VERDICT("verdict"),
        ERRORS("errors"),
        WARNINGS("warnings"),
        INFOS("infos");

        private final String column;

        By(String column) {
            this.column = column;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is blank comes last, and of equal ones the newest first. */
    String order() {
        return by.column + (down ? " DESC" : " ASC") + " NULLS LAST, received DESC, id";
    }

    /** What each word must be like, as SQL has it; {@code !} stands before a letter that means itself. */
    List<String> like() {
        return Arrays.stream(SPACES.split(FoldedWords.of(search).strip()))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .map(word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .toList();
    }
}
