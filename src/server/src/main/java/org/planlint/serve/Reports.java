package org.planlint.serve;

import com.google.gson.JsonObject;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.record.RecordWriter;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.Status;
import org.planlint.report.Text;
import org.planlint.report.Verdict;
import org.planlint.report.XlsxReportWriter;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.Hosted;
import org.planlint.report.html.HtmlReport;
import org.planlint.store.CheckOnce;
import org.planlint.store.KeptDocuments;
import org.planlint.store.Listing;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** Shows what was said, to programs and to people, and lets reviewers settle findings. */
final class Reports {
    private static final String XML = "application/xml; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PLACE = "/v1/reports/";
    /** The longest list at a time. */
    private static final int LIST = 200;

    private final PlanLint engine;
    private final CheckOnce checks;
    private final Store store;
    private final KeptDocuments documents;
    private final Access access;
    private final SmallBodies bodies;
    private final Pages pages;
    private final Copies copies;
    /** Each is long to make and has no state. */
    private final Map<Language, JsonReportWriter> reportWriters = new EnumMap<>(Language.class);

    private final Map<Language, HtmlReport> reportPages = new EnumMap<>(Language.class);

    Reports(
            PlanLint engine,
            CheckOnce checks,
            Store store,
            KeptDocuments documents,
            Access access,
            SmallBodies bodies,
            Pages pages,
            Copies copies) {
        this.engine = engine;
        this.checks = checks;
        this.store = store;
        this.documents = documents;
        this.access = access;
        this.bodies = bodies;
        this.pages = pages;
        this.copies = copies;
        for (Language language : Language.values()) {
            reportWriters.put(language, new JsonReportWriter(language));
            reportPages.put(language, new HtmlReport(language));
        }
    }

    Store.Kept kept(Context ctx) {
        return checks.report(ctx.pathParam("id")).orElseThrow(Problem.NOT_FOUND::raised);
    }

    void report(Context ctx) throws IOException {
        Store.Kept kept = kept(ctx);
        if ("xlsx".equals(ctx.queryParam("format"))) {
            workbook(ctx, kept);
        } else if (Pages.areWanted(ctx)) {
            page(ctx, kept);
        } else {
            answer(ctx, kept);
        }
    }

    private void page(Context ctx, Store.Kept kept) throws IOException {
        DocumentView view = documents.view(kept.id(), kept.report());
        Hosted hosted = new Hosted(
                PLACE + kept.id(),
                absent(kept, view),
                copies.notes(kept),
                copies.mends(kept),
                access.role(ctx).covers(Role.REVIEW),
                access.bearer(ctx).map(Store.Token::name).orElse(null),
                PlanLint.today(),
                checks.confirmed(kept));
        StringWriter page = new StringWriter();
        reportPages
                .get(pages.language(ctx))
                .document(
                        view == null ? DocumentView.of(kept.report()) : view,
                        engine.report(kept.report()),
                        hosted,
                        page);
        ctx.contentType(Pages.HTML).result(page.toString());
    }

    /** Why the document itself cannot be shown; null where it is, or nothing could be read of it. */
    private Text absent(Store.Kept kept, DocumentView view) {
        if (view != null || kept.report().status() != Status.CHECKED) {
            return null;
        }
        return Text.of(documents.document(kept.id()) == null ? "html.absent.notKept" : "html.absent.tooMuch");
    }

    private void workbook(Context ctx, Store.Kept kept) throws IOException {
        DocumentView view = documents.view(kept.id(), kept.report());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxReportWriter.write(
                engine.report(kept.report()),
                view == null ? Map.of() : Map.of(kept.report().path(), view.lines()),
                pages.language(ctx),
                out);
        Copies.attach(ctx, kept.report().path() + ".xlsx");
        ctx.contentType(XLSX).result(out.toByteArray());
    }

    /** The record of the document as it says of itself: {@code ?as=json}, {@code ead} or {@code edxml}. */
    void record(Context ctx) {
        Store.Kept kept = kept(ctx);
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

    /**
     * Settles a finding: fingerprint, decision (pass, confirm, back), reason, by (where no token says who) and expires, as JSON or
     * as the page's form.
     */
    void settle(Context ctx) throws IOException {
        boolean form = !String.valueOf(ctx.contentType()).startsWith("application/json");
        byte[] body = bodies.known(ctx);
        JsonObject given = form ? new JsonObject() : Json.object(body);
        if (form) {
            SmallBodies.form(body).forEach(given::addProperty);
        }
        Store.Kept kept = settled(
                        ctx.pathParam("id"),
                        given,
                        access.bearer(ctx).map(Store.Token::name).orElse(Json.word(given, "by")))
                .orElseThrow(Problem.NOT_FOUND::raised);
        if (form) {
            ctx.redirect(PLACE + kept.id() + "?format=html", HttpStatus.SEE_OTHER);
        } else {
            answer(ctx, kept);
        }
    }

    private Optional<Store.Kept> settled(String id, JsonObject given, String by) {
        String fingerprint = Json.word(given, "fingerprint");
        switch (Json.word(given, "decision")) {
            case "back" -> {
                return checks.unwaive(id, fingerprint);
            }
            case "confirm" -> {
                require(!by.isEmpty());
                return checks.confirm(id, fingerprint, by);
            }
            case "", "pass" -> {
                String reason = Json.word(given, "reason");
                LocalDate expires = day(Json.word(given, "expires"));
                require(!by.isEmpty() && !reason.isEmpty());
                require(expires == null || !expires.isBefore(PlanLint.today()));
                return checks.waive(id, fingerprint, reason, by, expires);
            }
            default -> throw Problem.BAD_REQUEST.raised();
        }
    }

    private static void require(boolean given) {
        if (!given) {
            throw Problem.BAD_REQUEST.raised();
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

    /** A part of the list, and in its head how many there are of each verdict. */
    void reports(Context ctx) {
        Listing listing = new Listing(
                Optional.ofNullable(ctx.queryParam("search")).orElse(""),
                named(ctx.queryParam("verdict"), List.of(Verdict.values()), Verdict::word, null),
                named(ctx.queryParam("sort"), List.of(Listing.By.values()), Listing.By::word, Listing.By.RECEIVED),
                !"up".equals(ctx.queryParam("order")),
                number(ctx.queryParam("from"), 0, Integer.MAX_VALUE),
                number(ctx.queryParam("most"), LIST, LIST));
        Map<Verdict, Integer> counts = store.counts(listing);
        ctx.header(
                "X-PlanLint-Counts",
                Stream.of(Verdict.values())
                        .map(verdict -> verdict.word() + "=" + counts.getOrDefault(verdict, 0))
                        .collect(Collectors.joining(", ")));
        Json.answer(ctx, store.reports(listing));
    }

    private interface Word<T> {
        String of(T thing);
    }

    private static <T> T named(String word, List<T> all, Word<T> words, T usual) {
        if (word == null || word.isEmpty()) {
            return usual;
        }
        return all.stream()
                .filter(one -> words.of(one).equals(word))
                .findFirst()
                .orElseThrow(Problem.BAD_REQUEST::raised);
    }

    private static int number(String word, int usual, int most) {
        try {
            int number = word == null || word.isEmpty() ? usual : Integer.parseInt(word);
            require(number >= 0);
            return Math.min(number, most);
        } catch (NumberFormatException e) {
            throw Problem.BAD_REQUEST.raised();
        }
    }

    /** The report as JSON, with the verdict in its head. */
    void answer(Context ctx, Store.Kept kept) throws IOException {
        answer(ctx, kept.verdict(), List.of(kept));
    }

    /** The reports on several documents as one. */
    void answer(Context ctx, Verdict verdict, List<Store.Kept> each) throws IOException {
        StringBuilder out = new StringBuilder();
        Report whole = engine.report(each.stream().map(Store.Kept::report).toList(), Report.Review.NONE);
        reportWriters.get(pages.language(ctx)).write(whole, out);
        ctx.header("X-PlanLint-Verdict", verdict.word()).contentType(Json.TYPE).result(out.toString());
    }
}
