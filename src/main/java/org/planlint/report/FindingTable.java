package org.planlint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** The findings of a report as rows for spreadsheets; a file that could not be checked has one row that says why. */
final class FindingTable {
    private static final List<String> COLUMNS = List.of("path", "status", "number", "agency", "issueDate", "severity", "rule",
            "title", "section", "page", "message", "evidence", "expected", "advice", "citation", "fingerprint", "waivedBy", "waiver");

    private FindingTable() {
    }

    static List<String> header(Language language) {
        ResourceBundle words = language.words();
        return COLUMNS.stream().map(column -> words.getString("column." + column)).toList();
    }

    /** Each cell a String, an Integer or null. */
    static List<List<Object>> rows(Report report, Language language) {
        List<List<Object>> rows = new ArrayList<>();
        for (DocumentReport document : report.documents()) {
            if (document.status() != Status.CHECKED) {
                Object[] row = new Object[COLUMNS.size()];
                row[0] = document.path();
                row[1] = document.status().word();
                row[10] = document.error().message().in(language);
                row[13] = document.error().help().in(language);
                rows.add(Arrays.asList(row));
            }
            for (Finding finding : document.findings()) {
                rows.add(row(report, document, finding, language));
            }
        }
        return rows;
    }

    private static List<Object> row(Report report, DocumentReport document, Finding f, Language language) {
        DocumentReport.PlanSummary plan = document.plan();
        String title = report.rules().stream().filter(rule -> rule.id().equals(f.rule())).findFirst()
                .map(rule -> rule.title().in(language)).orElse(null);
        Finding.Location at = f.location();
        return Arrays.asList(document.path(), document.status().word(), plan.fullNumber(), plan.agency(), plan.issueDate(),
                f.severity().word(), f.rule(), title, at == null ? null : at.section(), at == null ? null : at.page(),
                f.message().in(language), f.evidence(), f.expected(), f.advice().in(language), f.citation().in(language),
                f.fingerprint(), f.isWaived() ? f.waiver().by() : null, f.isWaived() ? f.waiver().reason() : null);
    }
}
