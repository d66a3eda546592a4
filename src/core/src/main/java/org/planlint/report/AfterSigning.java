package org.planlint.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a draft cannot have yet: people are told so in one quiet line, and programs by a finding each.
 *
 * @param titles of the rules that ask for it, by id
 */
public record AfterSigning(Map<String, Text> titles) {
    public AfterSigning {
        titles = Map.copyOf(titles);
    }

    public static AfterSigning of(Report report) {
        return new AfterSigning(report.rules().stream()
                .filter(RuleInfo::afterSigning)
                .collect(Collectors.toMap(RuleInfo::id, RuleInfo::title)));
    }

    public boolean covers(DocumentReport document, Finding finding) {
        return document.plan().draft()
                && finding.severity() == Severity.INFO
                && !finding.isWaived()
                && titles.containsKey(finding.rule());
    }

    /** The line, which names what is to come. */
    public Text said(List<Finding> later) {
        return Text.each(language -> Words.say(
                language.words(),
                "draft",
                later.stream()
                        .map(f -> titles.get(f.rule()).in(language))
                        .map(title -> title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1))
                        .collect(Collectors.joining(", "))));
    }
}
