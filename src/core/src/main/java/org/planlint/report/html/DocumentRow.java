package org.planlint.report.html;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import org.planlint.report.AuditSummary;
import org.planlint.report.Coverage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Scope;
import org.planlint.report.Severity;
import org.planlint.report.Status;

/** A document as a line of an audit's list. */
public final class DocumentRow {
    /** With HTML's own letters escaped, since rows stand within a page. */
    private static final Gson GSON = new Gson();
    /** How many weights there are. */
    public static final int WEIGHTS = 3;

    private DocumentRow() {}

    /** How much somebody should look at it: 2 for errors and for what was not read, 1 for other findings, else 0. */
    public static int weight(DocumentReport document) {
        if (document.status() != Status.CHECKED || document.count(Severity.ERROR) > 0) {
            return 2;
        }
        return document.findings().stream().allMatch(Finding::isWaived) ? 0 : 1;
    }

    /**
     * In JSON.
     *
     * @param year  null for one that is not known
     * @param page  where its report lies, or null
     * @param fresh how many of its findings an earlier audit did not have
     */
    public static String of(DocumentReport document, Integer year, String page, int fresh) {
        JsonObject row = new JsonObject();
        row.addProperty("path", document.path());
        row.addProperty("status", Scope.tally(document));
        row.addProperty("page", page);
        if (document.error() != null) {
            row.addProperty("reason", document.error().code());
        }
        row.addProperty("agency", AuditSummary.agency(document));
        if (fresh > 0) {
            row.addProperty("fresh", fresh);
        }
        DocumentReport.PlanSummary plan = document.plan();
        if (plan != null) {
            if (document.scope() == Scope.NOT_A_PLAN) {
                row.addProperty("type", plan.type());
            }
            row.addProperty("number", plan.fullNumber());
            row.addProperty("date", plan.issueDate());
            row.addProperty("year", year);
            row.addProperty("regime", document.regime());
            row.addProperty("error", document.count(Severity.ERROR));
            row.addProperty("warning", document.count(Severity.WARNING));
            row.addProperty("info", document.count(Severity.INFO));
            Coverage.Recognised recognised = document.coverage().recognised();
            if (recognised != null) {
                row.addProperty("unread", recognised.of() - recognised.pages());
                row.addProperty("confidence", recognised.confidence());
                row.addProperty("review", document.toReview());
            }
            row.add(
                    "rule",
                    GSON.toJsonTree(document.findings().stream()
                            .filter(f -> !f.isWaived())
                            .map(Finding::rule)
                            .distinct()
                            .toList()));
        }
        return GSON.toJson(row);
    }
}
