package org.planlint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The findings of a report as rows for spreadsheets; a file that could not be checked, and one that is no plan and has no
 * finding, has one row that says so.
 */
final class FindingTable {
    private static final List<String> COLUMNS = List.of(
            "path",
            "status",
            "number",
            "agency",
            "issueDate",
            "severity",
            "rule",
            "title",
            "section",
            "page",
            "message",
            "evidence",
            "expected",
            "advice",
            "citation",
            "fingerprint",
            "waivedBy",
            "waiver");

    /** The column of the findings' fingerprints. */
    static final int FINGERPRINT = COLUMNS.indexOf("fingerprint");

    /** Columns that people read elsewhere: whether a file was read is told by its message as well. */
    static final List<Integer> FOR_PROGRAMS = List.of(COLUMNS.indexOf("status"), FINGERPRINT);

    private FindingTable() {}

    static List<String> header(Language language) {
        ResourceBundle words = language.words();
        return COLUMNS.stream()
                .map(column -> words.getString("column." + column))
                .toList();
    }

    /** Each cell a String, an Integer or null. */
    static List<List<Object>> rows(Report report, Language language) {
        Map<String, Text> titles = titles(report.rules());
        return report.documents().stream()
                .flatMap(document -> rows(document, titles, language).stream())
                .toList();
    }

    /** Of the rules, by id. */
    static Map<String, Text> titles(List<RuleInfo> rules) {
        return rules.stream().collect(Collectors.toMap(RuleInfo::id, RuleInfo::title));
    }

    /** The rows of one document. */
    static List<List<Object>> rows(DocumentReport document, Map<String, Text> titles, Language language) {
        List<List<Object>> rows = new ArrayList<>();
        if (document.scope() == Scope.NOT_A_PLAN && document.findings().isEmpty()) {
            Object[] row = new Object[COLUMNS.size()];
            row[0] = document.path();
            row[1] = Scope.said(document).in(language);
            row[2] = document.plan().fullNumber();
            row[3] = document.plan().agency();
            row[4] = language.dayOf(document.plan().issueDate());
            row[10] = language.words().getString("html.notPlan");
            rows.add(Arrays.asList(row));
        }
        if (document.status() != Status.CHECKED) {
            Object[] row = new Object[COLUMNS.size()];
            row[0] = document.path();
            row[1] = Scope.said(document).in(language);
            row[10] = document.error().message().in(language);
            row[13] = document.error().help().in(language);
            rows.add(Arrays.asList(row));
        }
        for (Finding finding : document.findings()) {
            rows.add(row(document, finding, titles.get(finding.rule()), language));
        }
        return rows;
    }

    private static List<Object> row(DocumentReport document, Finding f, Text title, Language language) {
        DocumentReport.PlanSummary plan = document.plan();
        Finding.Location at = f.location();
        return Arrays.asList(
                document.path(),
                Scope.said(document).in(language),
                plan.fullNumber(),
                plan.agency(),
                language.dayOf(plan.issueDate()),
                language.words().getString("html.one." + f.severity().word()),
                f.rule(),
                title == null ? null : title.in(language),
                at == null ? null : at.section(),
                at == null ? null : at.page(),
                f.message().in(language),
                f.evidence(),
                f.expected(),
                f.advice().in(language),
                f.citation().in(language),
                f.fingerprint(),
                f.isWaived() ? f.waiver().by() : null,
                f.isWaived() ? f.waiver().reason() : null);
    }
}
