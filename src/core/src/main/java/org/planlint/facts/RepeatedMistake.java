package org.planlint.facts;

import java.util.List;

/**
 * What a rule finds in the same words in several plans of one agency, as a template leaves it.
 *
 * @param phrase the words at fault as they stand in the first of the plans
 * @param paths  the plans
 */
public record RepeatedMistake(String agency, String rule, String phrase, List<String> paths) {
    public RepeatedMistake {
        paths = List.copyOf(paths);
    }

    public int size() {
        return paths.size();
    }
}
