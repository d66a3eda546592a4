package org.planlint.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.planlint.PlanLint;
import org.planlint.report.Language;
import org.planlint.report.RuleInfo;
import org.planlint.report.html.ServiceHtml;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** The pages for people beside those of reports: home, the rules, and why there is nothing to see. */
final class Pages {
    static final String HTML = "text/html; charset=utf-8";
    /** What the reader chose with the page's own button. */
    private static final String COOKIE = "planlint-lang";

    private final PlanLint engine;
    private final Access access;
    private final Service.Settings settings;
    private final Map<Language, ServiceHtml> pages = new EnumMap<>(Language.class);

    Pages(PlanLint engine, Access access, Service.Settings settings) {
        this.engine = engine;
        this.access = access;
        this.settings = settings;
        for (Language language : Language.values()) {
            pages.put(language, new ServiceHtml(language));
        }
    }

    void home(Context ctx) throws IOException {
        Role role = access.role(ctx);
        show(
                ctx,
                (page, out) -> page.home(
                        new ServiceHtml.Home(
                                role.covers(Role.UPLOAD),
                                role.covers(Role.REVIEW),
                                access.bearer(ctx).map(Store.Token::name).orElse(null),
                                settings.keeping().keeps(true),
                                settings.retention().age() == null
                                        ? null
                                        : settings.retention().age().toDays()),
                        PlanLint.programVersion(),
                        out));
    }

    void rules(Context ctx) throws IOException {
        show(ctx, (page, out) -> page.rules(engine.ruleInfos(), PlanLint.programVersion(), out));
    }

    void rule(Context ctx) throws IOException {
        Optional<RuleInfo> rule = engine.ruleInfos().stream()
                .filter(known -> known.id().equals(ctx.pathParam("id")))
                .findFirst();
        RuleInfo found = rule.orElseThrow(Problem.NOT_FOUND::raised);
        show(ctx, (page, out) -> page.rule(found, PlanLint.programVersion(), out));
    }

    /** Why there is nothing to see; who is not known is asked for a token, and then comes to what was asked for. */
    void problem(Context ctx, Problem problem) {
        String asked = ctx.method().name().equals("GET") && !ctx.path().equals("/login")
                ? ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString())
                : "/";
        try {
            show(
                    ctx,
                    (page, out) -> page.problem(
                            problem.text(),
                            problem == Problem.UNAUTHORIZED ? asked : null,
                            PlanLint.programVersion(),
                            out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void write(ServiceHtml page, Writer out) throws IOException;
    }

    private void show(Context ctx, Writing writing) throws IOException {
        StringWriter page = new StringWriter();
        writing.write(pages.get(language(ctx)), page);
        ctx.contentType(HTML).result(page.toString());
    }

    /** What the address says, then what the reader chose before, then the service's own. */
    Language language(Context ctx) {
        String asked = ctx.queryParam("lang");
        String chosen = asked == null ? ctx.cookie(COOKIE) : asked;
        return "en".equals(chosen) ? Language.EN : "vi".equals(chosen) ? Language.VI : settings.language();
    }

    /** Whether a person with a browser asks. */
    static boolean areWanted(Context ctx) {
        String accept = ctx.header("Accept");
        String asked = ctx.queryParam("format");
        return asked != null ? asked.equals("html") : accept != null && accept.contains("text/html");
    }
}
