package org.planlint.serve;

import com.google.gson.JsonObject;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlint.PlanLint;
import org.planlint.record.RecordWriter;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.Verdict;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.report.html.ServiceHtml;
import org.planlint.store.CheckOnce;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** Shows what was said, to programs and to people, and lets reviewers let findings pass. */
final class Reports {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String XML = "application/xml; charset=utf-8";
    private static final int LIST = 200;

    private final PlanLint engine;
    private final CheckOnce checks;
    private final Store store;
    private final Access access;
    private final SmallBodies bodies;
    private final Language usual;
    /** Each is long to make and has no state. */
    private final Map<Language, JsonReportWriter> reportWriters = new EnumMap<>(Language.class);

    private final Map<Language, HtmlReport> reportPages = new EnumMap<>(Language.class);
    private final Map<Language, ServiceHtml> homePages = new EnumMap<>(Language.class);

    /** @param usual the language of who asks for none */
    Reports(PlanLint engine, CheckOnce checks, Store store, Access access, SmallBodies bodies, Language usual) {
        this.engine = engine;
        this.checks = checks;
        this.store = store;
        this.access = access;
        this.bodies = bodies;
        this.usual = usual;
        for (Language language : Language.values()) {
            reportWriters.put(language, new JsonReportWriter(language));
            reportPages.put(language, new HtmlReport(language));
            homePages.put(language, new ServiceHtml(language));
        }
    }

    void report(Context ctx) throws IOException {
        Store.Kept kept = checks.report(ctx.pathParam("id")).orElseThrow(Problem.NOT_FOUND::raised);
        if (wantsPage(ctx)) {
            StringWriter page = new StringWriter();
            String waivers = access.role(ctx).covers(Role.REVIEW) ? "/v1/reports/" + kept.id() + "/waivers" : null;
            reportPages
                    .get(language(ctx))
                    .document(DocumentView.of(kept.report()), engine.report(kept.report()), waivers, page);
            ctx.contentType(HTML).result(page.toString());
        } else {
            answer(ctx, kept);
        }
    }

    /** The record of the document as it says of itself: {@code ?as=json}, {@code ead} or {@code edxml}. */
    void record(Context ctx) {
        Store.Kept kept = checks.report(ctx.pathParam("id")).orElseThrow(Problem.NOT_FOUND::raised);
        RecordWriter.Form form = form(ctx.queryParam("as"));
        ctx.contentType(form == RecordWriter.Form.EDXML ? XML : Json.TYPE)
                .result(RecordWriter.write(kept.report(), form));
    }

    private static RecordWriter.Form form(String word) {
        for (RecordWriter.Form form : RecordWriter.Form.values()) {
            if (form.name().equalsIgnoreCase(word == null ? RecordWriter.Form.JSON.name() : word)) {
                return form;
            }
        }
        throw Problem.BAD_REQUEST.raised();
    }

    /** Lets a finding pass: fingerprint, reason, by (where no token says who) and expires, as JSON or as the page's form. */
    void waive(Context ctx) throws IOException {
        boolean form = !String.valueOf(ctx.contentType()).startsWith("application/json");
        byte[] body = bodies.known(ctx);
        JsonObject given = form ? new JsonObject() : Json.object(body);
        if (form) {
            SmallBodies.form(body).forEach(given::addProperty);
        }
        String reason = Json.word(given, "reason");
        String by = access.bearer(ctx).map(Store.Token::name).orElse(Json.word(given, "by"));
        if (reason.isEmpty() || by.isEmpty()) {
            throw Problem.BAD_REQUEST.raised();
        }
        Store.Kept kept = checks.waive(
                        ctx.pathParam("id"),
                        Json.word(given, "fingerprint"),
                        reason,
                        by,
                        day(Json.word(given, "expires")))
                .orElseThrow(Problem.NOT_FOUND::raised);
        if (form) {
            ctx.redirect("/v1/reports/" + kept.id() + "?format=html", HttpStatus.SEE_OTHER);
        } else {
            answer(ctx, kept);
        }
    }

    void unwaive(Context ctx) throws IOException {
        Store.Kept kept = checks.unwaive(ctx.pathParam("id"), ctx.pathParam("fingerprint"))
                .orElseThrow(Problem.NOT_FOUND::raised);
        answer(ctx, kept);
    }

    private static LocalDate day(String word) {
        try {
            return word.isEmpty() ? null : LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw Problem.BAD_REQUEST.raised();
        }
    }

    private static boolean wantsPage(Context ctx) {
        String accept = ctx.header("Accept");
        String asked = ctx.queryParam("format");
        return asked != null ? asked.equals("html") : accept != null && accept.contains("text/html");
    }

    void reports(Context ctx) {
        String search = Optional.ofNullable(ctx.queryParam("search")).orElse("");
        Json.answer(ctx, store.reports(search, verdict(ctx.queryParam("verdict")), LIST));
    }

    private static Verdict verdict(String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        throw Problem.BAD_REQUEST.raised();
    }

    void home(Context ctx) throws IOException {
        StringWriter page = new StringWriter();
        homePages
                .get(language(ctx))
                .home(
                        access.role(ctx).covers(Role.UPLOAD),
                        access.role(ctx).covers(Role.REVIEW),
                        PlanLint.programVersion(),
                        page);
        ctx.contentType(HTML).result(page.toString());
    }

    Language language(Context ctx) {
        String asked = ctx.queryParam("lang");
        return "en".equals(asked) ? Language.EN : "vi".equals(asked) ? Language.VI : usual;
    }

    /** The report as JSON, with the verdict in its head. */
    void answer(Context ctx, Store.Kept kept) throws IOException {
        answer(ctx, kept.verdict(), List.of(kept));
    }

    /** The reports on several documents as one. */
    void answer(Context ctx, Verdict verdict, List<Store.Kept> each) throws IOException {
        StringBuilder out = new StringBuilder();
        Report whole = engine.report(each.stream().map(Store.Kept::report).toList(), Report.Review.NONE);
        reportWriters.get(language(ctx)).write(whole, out);
        ctx.header("X-PlanLint-Verdict", verdict.word()).contentType(Json.TYPE).result(out.toString());
    }
}
