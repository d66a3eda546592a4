package org.planlint.report;

import java.util.List;

/**
 * One thing that only several documents of an archive show together.
 *
 * @param message  what is wrong
 * @param evidence the words at fault as they stand in the first of the documents, or empty
 * @param citation the clause, or the custom that the rule rests on
 * @param advice   how to write it right
 * @param paths    the documents, first the one to look into
 */
public record ArchiveFinding(
        String rule, Severity severity, Text message, String evidence, Text citation, Text advice, List<String> paths) {
    public ArchiveFinding {
        paths = List.copyOf(paths);
    }

    /** @param shown the same documents, as they are shown */
    public ArchiveFinding withPaths(List<String> shown) {
        return new ArchiveFinding(rule, severity, message, evidence, citation, advice, shown);
    }
}
