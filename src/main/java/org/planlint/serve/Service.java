package org.planlint.serve;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.ServerConnector;
import org.planlint.PlanLint;
import org.planlint.config.Policy;
import org.planlint.connect.Alarm;
import org.planlint.connect.Connector;
import org.planlint.connect.Signature;
import org.planlint.isolate.Upload;
import org.planlint.isolate.WorkerPool;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.report.Verdict;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.report.html.ServiceHtml;
import org.planlint.store.CheckOnce;
import org.planlint.store.Queue;
import org.planlint.store.Role;
import org.planlint.store.Store;
import org.planlint.text.Sha256;

/**
 * Checks documents that are sent over HTTP, and shows what it said of them. No upload is opened in this process: workers do,
 * within their limits.
 */
public final class Service implements AutoCloseable {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>) (v, t, c) -> new JsonPrimitive(v.toString()))
            .registerTypeAdapter(Severity.class, (JsonSerializer<Severity>) (v, t, c) -> new JsonPrimitive(v.word()))
            .registerTypeAdapter(Role.class, (JsonSerializer<Role>) (v, t, c) -> new JsonPrimitive(v.word())).create();
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String BEARER = "Bearer ";
    /** In which the page for people keeps a token; scripts do not see it, and no other site sends it. */
    private static final String COOKIE = "planlint";
    private static final int LIST = 200;
    /** How many may send for each that may be checked or wait. */
    private static final int SENDERS = 4;
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    /** What a form may add to its file. */
    private static final int FORM = 1 << 16;
    /** The largest notification. */
    private static final int NOTIFICATION = 1 << 20;

    /**
     * @param host      the address that it listens on; without tokens only a loopback one
     * @param port      0 for any
     * @param data      a folder for uploads under way
     * @param maxBytes  largest upload
     * @param upload    longest time for an upload to come
     * @param most      how many checks at most, under way and waiting
     * @param mostOfOne how many of one client
     * @param failOn    the mildest severity that makes a plan not acceptable
     * @param policy    what senders are told to do with their document
     */
    public record Settings(String host, int port, Path data, long maxBytes, Duration upload, int most, int mostOfOne, Severity failOn, Policy policy,
                           Language language) {
    }

    private final Settings settings;
    private final PlanLint engine;
    private final CheckOnce checks;
    private final Store store;
    private final Queue queue;
    private final Alarm alarm;
    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();
    private final Gate gate;
    private final Gate senders;
    private final Path uploads;
    private final boolean loopback;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer times = Timer.builder("planlint.check").description("a check, waiting for a worker included").publishPercentiles(0.5, 0.95).register(meters);
    /** Each is long to make and has no state. */
    private final Map<Language, JsonReportWriter> reportWriters = new EnumMap<>(Language.class);
    private final Map<Language, HtmlReport> reportPages = new EnumMap<>(Language.class);
    private final Map<Language, ServiceHtml> homePages = new EnumMap<>(Language.class);
    private Javalin server;

    /** @throws IllegalArgumentException where others than this machine could come in without a token */
    public Service(Settings settings, PlanLint engine, WorkerPool workers, Store store, Alarm alarm) throws IOException {
        this.settings = settings;
        this.engine = engine;
        this.checks = new CheckOnce(engine, workers, store, settings.failOn(), this::count);
        this.store = store;
        this.queue = new Queue(store);
        this.alarm = alarm;
        this.gate = new Gate(settings.most(), settings.mostOfOne());
        this.senders = new Gate(settings.most() * SENDERS, settings.mostOfOne() * SENDERS);
        this.uploads = Files.createDirectories(settings.data().resolve("uploads"));
        this.loopback = isLoopback(settings.host());
        for (Language language : Language.values()) {
            reportWriters.put(language, new JsonReportWriter(language));
            reportPages.put(language, new HtmlReport(language));
            homePages.put(language, new ServiceHtml(language));
        }
        if (!loopback && !store.hasTokens()) {
            throw new IllegalArgumentException(settings.host());
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(uploads)) {
            for (Path upload : left) {
                Files.delete(upload);
            }
        }
        Gauge.builder("planlint.documents.waiting", queue, Queue::waiting).description("documents of other systems that are to be looked at").register(meters);
        Gauge.builder("planlint.documents.failed", queue, q -> q.failed().size()).description("those that nobody tries any more").register(meters);
        FunctionCounter.builder("planlint.alarms", alarm, Alarm::raised).description("uploads that passed without a check, and systems that do not answer").register(meters);
        Gauge.builder("planlint.checks.inside", gate, Gate::inside).description("checks under way and waiting").register(meters);
    }

    private static boolean isLoopback(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    /** Checks as the service does, and counts it. */
    public CheckOnce checks() {
        return checks;
    }

    /** Takes the notifications of this system in. */
    public void connect(Connector connector) {
        connectors.put(connector.source().name(), connector);
    }

    /** Begins to listen; the port is that of the settings, or the one that was free. */
    public int start() {
        server = Javalin.create(this::configure).start(settings.host(), settings.port());
        return server.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = settings.maxBytes();
        config.jetty.multipartConfig.cacheDirectory(uploads.toString());
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        // A form that is a little too large is read to its end all the same, so that its sender hears why it is refused.
        config.jetty.multipartConfig.maxFileSize(settings.maxBytes() + FORM, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(settings.maxBytes() + FORM, SizeUnit.BYTES);
        config.jetty.modifyServer(jetty -> jetty.getBeans(ServerConnector.class).forEach(c -> c.setIdleTimeout(settings.upload().toMillis())));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.beforeMatched(this::authorize);
        config.routes.get("/", this::home, new Needs(Role.ANYONE));
        config.routes.post("/login", this::login, new Needs(Role.ANYONE));
        config.routes.get("/v1/health", this::health, new Needs(Role.ANYONE));
        config.routes.get("/v1/openapi.json", this::openApi, new Needs(Role.UPLOAD));
        config.routes.post("/v1/check", this::check, new Needs(Role.UPLOAD));
        config.routes.post("/v1/events/{source}", this::event, new Needs(Role.ANYONE));
        config.routes.get("/v1/reports/{id}", this::report, new Needs(Role.UPLOAD));
        config.routes.post("/v1/reports/{id}/waivers", this::waive, new Needs(Role.REVIEW));
        config.routes.delete("/v1/reports/{id}/waivers/{fingerprint}", this::unwaive, new Needs(Role.REVIEW));
        config.routes.get("/v1/reports", this::reports, new Needs(Role.REVIEW));
        config.routes.get("/v1/rules", this::rules, new Needs(Role.UPLOAD));
        config.routes.get("/v1/tokens", ctx -> ctx.contentType(JSON).result(GSON.toJson(store.tokens())), new Needs(Role.ADMIN));
        config.routes.post("/v1/tokens", this::addToken, new Needs(Role.ADMIN));
        config.routes.delete("/v1/tokens/{name}", this::revokeToken, new Needs(Role.ADMIN));
        config.routes.get("/metrics", this::metrics, new Needs(Role.ADMIN));
        config.routes.exception(Problem.Raised.class, (e, ctx) -> answer(e.problem(), ctx));
        config.routes.exception(HttpResponseException.class, (e, ctx) -> answer(e.getStatus() == 413 ? Problem.TOO_LARGE
                : e.getStatus() == 404 || e.getStatus() == 405 ? Problem.NOT_FOUND : Problem.BAD_REQUEST, ctx));
        config.routes.exception(Exception.class, (e, ctx) -> answer(Problem.BROKEN, ctx));
        config.routes.error(404, ctx -> answer(Problem.NOT_FOUND, ctx));
        config.routes.after(Service::harden);
    }

    private static void answer(Problem problem, Context ctx) {
        ctx.status(problem.status()).contentType(PROBLEM).result(problem.json());
        if (problem == Problem.BUSY || problem == Problem.TOO_MANY) {
            ctx.header("Retry-After", "1");
        }
        if (problem == Problem.UNAUTHORIZED) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        if (problem == Problem.BAD_REQUEST || problem == Problem.TOO_LARGE || problem == Problem.TOO_SLOW) {
            // What is left of the body is not read, so that nothing can follow it.
            ctx.header("Connection", "close");
        }
    }

    private static void harden(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store").header("Referrer-Policy", "same-origin")
                .header("X-Frame-Options", "DENY");
    }

    // ---- who may ----

    private void authorize(Context ctx) {
        Role asked = ((Needs) ctx.routeRoles().iterator().next()).role();
        if (!asked.equals(Role.ANYONE) && !role(ctx).covers(asked)) {
            throw (role(ctx) == Role.ANYONE ? Problem.UNAUTHORIZED : Problem.FORBIDDEN).raised();
        }
    }

    /** Without tokens whoever is on this machine may do all; else what the token lets. */
    private Role role(Context ctx) {
        Role known = ctx.attribute("role");
        if (known != null) {
            return known;
        }
        Role role = token(ctx) != null ? bearer(ctx).map(Store.Token::role).orElse(Role.ANYONE)
                : loopback && !store.hasTokens() && isThisMachine(ctx) ? Role.ADMIN : Role.ANYONE;
        ctx.attribute("role", role);
        return role;
    }

    private static String token(Context ctx) {
        String header = ctx.header("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : ctx.cookie(COOKIE);
    }

    private Optional<Store.Token> bearer(Context ctx) {
        String token = token(ctx);
        return token == null ? Optional.empty() : store.token(token);
    }

    /** No page of another site speaks for who sits here, not even one whose name leads to this machine. */
    private static boolean isThisMachine(Context ctx) {
        String host = String.valueOf(ctx.header("Host"));
        String origin = ctx.header("Origin");
        return THIS_MACHINE.matcher(host).matches() && (origin == null || origin.equals("http://" + host));
    }

    /** The token is in the answer, this once. */
    private void addToken(Context ctx) throws IOException {
        JsonObject given = object(body(ctx));
        Role role = Arrays.stream(Role.values()).filter(known -> known != Role.ANYONE && known.word().equals(word(given, "role"))).findFirst()
                .orElseThrow(Problem.BAD_REQUEST::raised);
        if (word(given, "name").isEmpty()) {
            throw Problem.BAD_REQUEST.raised();
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("token", store.addToken(word(given, "name"), role));
        ctx.status(201).contentType(JSON).result(GSON.toJson(answer));
    }

    private void revokeToken(Context ctx) {
        if (store.revoke(ctx.pathParam("name")) == 0) {
            throw Problem.NOT_FOUND.raised();
        }
        ctx.status(204);
    }

    private void login(Context ctx) {
        String token = ctx.formParam("token");
        if (token == null || store.token(token.strip()).isEmpty()) {
            throw Problem.UNAUTHORIZED.raised();
        }
        ctx.res().addHeader("Set-Cookie", COOKIE + "=" + token.strip() + "; Path=/; HttpOnly; SameSite=Strict");
        ctx.redirect("/", io.javalin.http.HttpStatus.SEE_OTHER);
    }

    // ---- checks ----

    private void check(Context ctx) throws IOException, InterruptedException {
        if (ctx.req().getContentLengthLong() > settings.maxBytes() + (ctx.isMultipartFormData() ? FORM : 0)) {
            drain(ctx);
            throw Problem.TOO_LARGE.raised();
        }
        gate.requirePlace();
        // Who sends slowly holds a place among those who send, and none of a check.
        try (Upload upload = received(ctx); Gate.Pass pass = gate.enter(client(ctx))) {
            Store.Kept kept = checks.check(upload);
            ctx.header("Location", "/v1/reports/" + kept.id());
            ctx.header("X-PlanLint-Verdict", kept.verdict().word());
            ctx.header("X-PlanLint-Decision", settings.policy().decide(kept.report(), kept.verdict()).word());
            if (Policy.isFailure(kept.report())) {
                alarm.raise("check", upload.name(), kept.report().status().word());
            }
            ctx.status(kept.verdict().status()).contentType(JSON).result(json(kept.report(), language(ctx)));
        }
    }

    /** Who is still sending does not hear the answer: what is too much is let pass, as long and as far as an upload may go. */
    private void drain(Context ctx) {
        long deadline = System.nanoTime() + settings.upload().toNanos();
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = ctx.req().getInputStream();
            long left = settings.maxBytes() * 2;
            for (int read = in.read(buffer); read >= 0 && left > 0 && System.nanoTime() < deadline; read = in.read(buffer)) {
                left -= read;
            }
        } catch (IOException gone) {
            // Nobody waits for the answer.
        }
    }

    private String client(Context ctx) {
        String header = ctx.header("Authorization");
        return header == null ? ctx.ip() : Sha256.shortHex(header.getBytes(StandardCharsets.UTF_8));
    }

    /** The file of a form, or the whole body with its name in {@code ?name=}. */
    private Upload upload(Context ctx) throws IOException {
        if (!ctx.isMultipartFormData()) {
            try (InputStream body = ctx.req().getInputStream()) {
                return Upload.take(ctx.queryParam("name"), body, uploads, settings.maxBytes(), settings.upload());
            } catch (Upload.Refused e) {
                if (!e.isTooSlow()) {
                    drain(ctx);
                }
                throw (e.isTooSlow() ? Problem.TOO_SLOW : Problem.TOO_LARGE).raised();
            } catch (IOException e) {
                throw (e.getCause() instanceof TimeoutException ? Problem.TOO_SLOW : Problem.BAD_REQUEST).raised();
            }
        }
        List<UploadedFile> files;
        try {
            files = ctx.uploadedFiles();
        } catch (HttpResponseException e) {
            throw e;
        } catch (Exception broken) {
            // Javalin lets the servlet's checked exceptions through unannounced.
            throw (tooLarge(broken) ? Problem.TOO_LARGE : Problem.BAD_REQUEST).raised();
        }
        if (files.size() != 1) {
            throw Problem.BAD_REQUEST.raised();
        }
        try (InputStream content = files.get(0).content()) {
            return Upload.take(files.get(0).filename(), content, uploads, settings.maxBytes(), settings.upload());
        } catch (Upload.Refused e) {
            throw (e.isTooSlow() ? Problem.TOO_SLOW : Problem.TOO_LARGE).raised();
        }
    }

    /** Jetty says so only in words. */
    private static boolean tooLarge(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String words = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (words.contains("exceed") || words.contains("too large")) {
                return true;
            }
        }
        return false;
    }

    private Upload received(Context ctx) throws IOException {
        try (Gate.Pass pass = senders.enter(client(ctx))) {
            return upload(ctx);
        }
    }

    private void count(DocumentReport report, Verdict verdict, Duration took) {
        times.record(took);
        meters.counter("planlint.verdicts", "verdict", verdict.word(), "status", report.status().word()).increment();
    }

    // ---- notifications ----

    /**
     * A system tells that documents may have changed. Where it has a secret it signs; else it needs a token as everybody. Who may
     * not does not learn which systems there are.
     */
    private void event(Context ctx) throws IOException {
        Connector connector = connectors.get(ctx.pathParam("source"));
        String secret = connector == null ? null : connector.source().secret();
        if (secret == null && !role(ctx).covers(Role.UPLOAD)) {
            throw Problem.UNAUTHORIZED.raised();
        }
        byte[] body = body(ctx);
        String id = ctx.header("webhook-id");
        if (secret != null && !Signature.isRight(secret, id, ctx.header("webhook-timestamp"), ctx.header("webhook-signature"), body, Instant.now())) {
            throw Problem.UNAUTHORIZED.raised();
        }
        if (connector == null) {
            throw Problem.NOT_FOUND.raised();
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("documents", connector.notified(id, object(body)));
        queue.forgetEvents(Signature.WINDOW.multipliedBy(3));
        ctx.status(202).contentType(JSON).result(GSON.toJson(answer));
    }

    private static byte[] body(Context ctx) throws IOException {
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] body = in.readNBytes(NOTIFICATION + 1);
            if (body.length > NOTIFICATION) {
                throw Problem.TOO_LARGE.raised();
            }
            return body;
        }
    }

    private static JsonObject object(byte[] body) {
        try {
            return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw Problem.BAD_REQUEST.raised();
        }
    }

    // ---- what was said ----

    private void report(Context ctx) throws IOException {
        Store.Kept kept = checks.report(ctx.pathParam("id")).orElseThrow(Problem.NOT_FOUND::raised);
        if (wantsPage(ctx)) {
            StringWriter page = new StringWriter();
            String waivers = role(ctx).covers(Role.REVIEW) ? "/v1/reports/" + kept.id() + "/waivers" : null;
            reportPages.get(language(ctx)).document(DocumentView.of(kept.report()), header(kept.report()), waivers, page);
            ctx.contentType(HTML).result(page.toString());
        } else {
            ctx.header("X-PlanLint-Verdict", kept.verdict().word());
            ctx.contentType(JSON).result(json(kept.report(), language(ctx)));
        }
    }

    /** Lets a finding pass: fingerprint, reason, by (where no token says who) and expires, as JSON or as the page's form. */
    private void waive(Context ctx) throws IOException {
        boolean form = !String.valueOf(ctx.contentType()).startsWith("application/json");
        JsonObject given = form ? new JsonObject() : object(body(ctx));
        if (form) {
            ctx.formParamMap().forEach((name, values) -> given.addProperty(name, values.get(0)));
        }
        String reason = word(given, "reason");
        String by = bearer(ctx).map(Store.Token::name).orElse(word(given, "by"));
        if (reason.isEmpty() || by.isEmpty()) {
            throw Problem.BAD_REQUEST.raised();
        }
        Store.Kept kept = checks.waive(ctx.pathParam("id"), word(given, "fingerprint"), reason, by, day(word(given, "expires"))).orElseThrow(Problem.NOT_FOUND::raised);
        if (form) {
            ctx.redirect("/v1/reports/" + kept.id() + "?format=html", io.javalin.http.HttpStatus.SEE_OTHER);
        } else {
            ctx.header("X-PlanLint-Verdict", kept.verdict().word()).contentType(JSON).result(json(kept.report(), language(ctx)));
        }
    }

    private void unwaive(Context ctx) throws IOException {
        Store.Kept kept = checks.unwaive(ctx.pathParam("id"), ctx.pathParam("fingerprint")).orElseThrow(Problem.NOT_FOUND::raised);
        ctx.header("X-PlanLint-Verdict", kept.verdict().word()).contentType(JSON).result(json(kept.report(), language(ctx)));
    }

    private static String word(JsonObject given, String name) {
        return given.has(name) && given.get(name).isJsonPrimitive() ? given.get(name).getAsString().strip() : "";
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

    private void reports(Context ctx) {
        String search = Optional.ofNullable(ctx.queryParam("search")).orElse("");
        ctx.contentType(JSON).result(GSON.toJson(store.reports(search, verdict(ctx.queryParam("verdict")), LIST)));
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

    private void rules(Context ctx) {
        Language language = language(ctx);
        Gson gson = new GsonBuilder().disableHtmlEscaping().registerTypeAdapter(Text.class, (JsonSerializer<Text>) (v, t, c) -> new JsonPrimitive(v.in(language)))
                .registerTypeAdapter(Severity.class, (JsonSerializer<Severity>) (v, t, c) -> new JsonPrimitive(v.word())).create();
        ctx.contentType(JSON).result(gson.toJson(engine.ruleInfos()));
    }

    // ---- the service itself ----

    /** Whether it is up is for everybody, the rest for who has a token. */
    private void health(Context ctx) {
        JsonObject health = new JsonObject();
        health.addProperty("status", "up");
        if (role(ctx) != Role.ANYONE) {
            health.addProperty("version", PlanLint.programVersion());
            health.addProperty("rules", engine.rulesDigest());
            health.addProperty("inside", gate.inside());
            health.addProperty("waiting", queue.waiting());
            health.addProperty("failed", queue.failed().size());
        }
        ctx.contentType(JSON).result(GSON.toJson(health));
    }

    private void metrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private void openApi(Context ctx) throws IOException {
        try (InputStream in = Service.class.getResourceAsStream("openapi.json")) {
            ctx.contentType(JSON).result(in.readAllBytes());
        }
    }

    private void home(Context ctx) throws IOException {
        StringWriter page = new StringWriter();
        homePages.get(language(ctx)).home(role(ctx).covers(Role.UPLOAD), role(ctx).covers(Role.REVIEW), PlanLint.programVersion(), page);
        ctx.contentType(HTML).result(page.toString());
    }

    private Language language(Context ctx) {
        String asked = ctx.queryParam("lang");
        return "en".equals(asked) ? Language.EN : "vi".equals(asked) ? Language.VI : settings.language();
    }

    private Report header(DocumentReport document) {
        return engine.report(List.of(document), Report.Review.NONE);
    }

    private String json(DocumentReport report, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        reportWriters.get(language).write(header(report), out);
        return out.toString();
    }

    /** Lets what is under way end, and takes nothing new. */
    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        meters.close();
    }
}
