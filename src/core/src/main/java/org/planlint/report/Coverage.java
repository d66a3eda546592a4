package org.planlint.report;

import java.util.List;
import java.util.Map;

/**
 * What became of every rule on a document.
 *
 * @param applicable   how many rules bind it
 * @param evaluated    how many of these could be judged on what the file shows
 * @param notEvaluated the others, and what was missing
 * @param exempt       rules that the configuration excuses this file from; they do not count as applicable
 * @param pagesWithoutText pictures among the pages of a pdf with text, by number; what may stand there is not judged
 * @param recognised what was recognised from pictures of pages, or null for nothing
 * @param states       the state of each rule, by its id in alphabetical order
 */
public record Coverage(
        int applicable,
        int evaluated,
        List<Missing> notEvaluated,
        List<Exempt> exempt,
        List<Integer> pagesWithoutText,
        Recognised recognised,
        Map<String, State> states) {
    public static final Coverage NONE = new Coverage(0, 0, List.of(), List.of(), List.of(), null, Map.of());

    public Coverage {
        notEvaluated = List.copyOf(notEvaluated);
        exempt = List.copyOf(exempt);
        // a report that an older version kept has none
        pagesWithoutText = pagesWithoutText == null ? List.of() : List.copyOf(pagesWithoutText);
        states = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(states));
    }

    /** @param needs what the file or the plan does not show: LAYOUT, ISSUE_DATE …; SURE_FIGURES where figures may be misread; ERROR where the rule itself failed */
    public record Missing(String rule, String needs) {}

    public record Exempt(String rule, String reason) {}

    /**
     * @param pages      how many were recognised
     * @param of         how many are pictures
     * @param confidence how sure the engine is of the words on average, 0 to 100
     * @param ink        the share of the ink that lies under words and drawn lines, 0 to 1
     */
    public record Recognised(int pages, int of, int confidence, double ink) {}
}
