package org.planlint.serve;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.planlint.PlanLint;
import org.planlint.facts.Stage;
import org.planlint.fix.Asked;
import org.planlint.host.Alarm;
import org.planlint.host.EventSource;
import org.planlint.host.Policy;
import org.planlint.host.Signature;
import org.planlint.isolate.Upload;
import org.planlint.isolate.WorkerPool;
import org.planlint.report.DocumentReport;
import org.planlint.report.Language;
import org.planlint.report.RuleInfo;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.report.Verdict;
import org.planlint.store.CheckOnce;
import org.planlint.store.Keeping;
import org.planlint.store.KeptDocuments;
import org.planlint.store.Queue;
import org.planlint.store.Retention;
import org.planlint.store.Role;
import org.planlint.store.Sending;
import org.planlint.store.Store;
import org.planlint.text.Sha256;

/**
 * Checks documents that are sent over HTTP, and shows what it said of them. No upload is opened in this process: workers do,
 * within their limits.
 */
public final class Service implements AutoCloseable {
    private static final String PROBLEM = "application/problem+json; charset=utf-8";
    private static final Map<String, Stage> STAGES = Map.of("draft", Stage.DRAFT, "final", Stage.FINAL);
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);
    /** How many may send for each that may be checked or wait. */
    private static final int SENDERS = 4;
    /** Threads beside those that may wait for a body or a check: who asks how it is always has one. */
    private static final int SPARE = 32;
    /** How often is looked for reports whose time is over. */
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    /** Longest time without a byte. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /**
     * @param host      the address that it listens on; without tokens only a loopback one
     * @param port      0 for any
     * @param data      a folder for uploads under way, and documents that are kept
     * @param maxBytes  largest upload
     * @param upload    longest time for an upload to come
     * @param most      how many checks at most, under way and waiting
     * @param mostOfOne how many of one client
     * @param failOn    the mildest severity that makes a plan not acceptable
     * @param policy    what senders are told to do with their document
     * @param keeping   whose documents are kept
     * @param retention for how long reports are
     */
    public record Settings(
            String host,
            int port,
            Path data,
            long maxBytes,
            Duration upload,
            int most,
            int mostOfOne,
            Severity failOn,
            Policy policy,
            Language language,
            Keeping keeping,
            Retention retention) {
        /** Those of a service that keeps what a sender asks it to, for ever. */
        public Settings(
                String host,
                int port,
                Path data,
                long maxBytes,
                Duration upload,
                int most,
                int mostOfOne,
                Severity failOn,
                Policy policy,
                Language language) {
            this(
                    host,
                    port,
                    data,
                    maxBytes,
                    upload,
                    most,
                    mostOfOne,
                    failOn,
                    policy,
                    language,
                    Keeping.ASKED,
                    Retention.FOR_EVER);
        }
    }

    private final Settings settings;
    private final PlanLint engine;
    private final CheckOnce checks;
    private final Queue queue;
    private final Alarm alarm;
    private final Map<String, EventSource> sources = new ConcurrentHashMap<>();
    private final Gate gate;
    private final Gate senders;
    private final Intake intake;
    private final SmallBodies bodies = new SmallBodies();
    private final Access access;
    private final Pages pages;
    private final Copies copies;
    private final Reports reports;
    private final ScheduledExecutorService sweeper;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer times = Timer.builder("planlint.check")
            .description("a check, waiting for a worker included")
            .publishPercentiles(0.5, 0.95)
            .register(meters);
    private Javalin server;

    /** @throws IllegalArgumentException where others than this machine could come in without a token */
    public Service(Settings settings, PlanLint engine, WorkerPool workers, Store store, Alarm alarm)
            throws IOException {
        this.settings = settings;
        this.engine = engine;
        KeptDocuments documents = new KeptDocuments(settings.data().resolve("documents"));
        InstantSource clock = InstantSource.system();
        this.checks = new CheckOnce(engine, workers, store, documents, settings.failOn(), this::count, clock);
        this.queue = new Queue(store);
        this.alarm = alarm;
        this.gate = new Gate(settings.most(), settings.mostOfOne());
        this.senders = new Gate(settings.most() * SENDERS, settings.mostOfOne() * SENDERS);
        this.intake = new Intake(
                Files.createDirectories(settings.data().resolve("uploads")), settings.maxBytes(), settings.upload());
        boolean loopback = isLoopback(settings.host());
        this.access = new Access(store, loopback, bodies);
        this.pages = new Pages(engine, access, settings);
        this.copies = new Copies(checks, documents, intake.folder());
        this.reports = new Reports(engine, checks, store, documents, access, bodies, pages, copies);
        if (!loopback && !store.hasTokens()) {
            throw new IllegalArgumentException(settings.host());
        }
        intake.sweep();
        settings.retention().sweep(store, documents, clock);
        this.sweeper = Executors.newSingleThreadScheduledExecutor(Service::daemon);
        sweeper.scheduleWithFixedDelay(
                () -> sweep(store, documents, clock),
                BETWEEN_SWEEPS.toSeconds(),
                BETWEEN_SWEEPS.toSeconds(),
                TimeUnit.SECONDS);
        Gauge.builder("planlint.documents.waiting", queue, Queue::waiting)
                .description("documents of other systems that are to be looked at")
                .register(meters);
        Gauge.builder("planlint.documents.failed", queue, q -> q.failed().size())
                .description("those that nobody tries any more")
                .register(meters);
        FunctionCounter.builder("planlint.alarms", alarm, Alarm::raised)
                .description("uploads that passed without a check, and systems that do not answer")
                .register(meters);
        Gauge.builder("planlint.checks.inside", gate, Gate::inside)
                .description("checks under way and waiting")
                .register(meters);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "planlint-sweeper");
        thread.setDaemon(true);
        return thread;
    }

    private void sweep(Store store, KeptDocuments documents, InstantSource clock) {
        try {
            settings.retention().sweep(store, documents, clock);
        } catch (IOException | RuntimeException e) {
            // The next time is another chance; an exception would end it.
            alarm.raise("retention", "", e.toString());
        }
    }

    private static boolean isLoopback(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    /** Checks as the service does, and counts it. */
    public CheckOnce checks() {
        return checks;
    }

    /** Takes the notifications of this system in. */
    public void connect(EventSource source) {
        sources.put(source.name(), source);
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
        config.jetty.threadPool = new QueuedThreadPool(settings.most() * (SENDERS + 1) + SmallBodies.STRANGERS + SPARE);
        config.jetty.modifyServer(jetty -> jetty.getBeans(ServerConnector.class)
                .forEach(c -> c.setIdleTimeout(Math.min(settings.upload().toMillis(), LONGEST_SILENCE.toMillis()))));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.beforeMatched(access::authorize);
        get(config, "/", pages::home, Role.ANYONE);
        get(config, "/rules", pages::rules, Role.UPLOAD);
        get(config, "/rules/{id}", pages::rule, Role.UPLOAD);
        config.routes.post("/login", access::login, new Needs(Role.ANYONE));
        get(config, "/v1/health", this::health, Role.ANYONE);
        get(config, "/v1/openapi.json", this::openApi, Role.UPLOAD);
        config.routes.post("/v1/check", this::check, new Needs(Role.UPLOAD));
        config.routes.post("/v1/fix", this::fix, new Needs(Role.UPLOAD));
        config.routes.post("/v1/events/{source}", this::event, new Needs(Role.ANYONE));
        get(config, "/v1/reports/{id}", reports::report, Role.UPLOAD);
        get(config, "/v1/reports/{id}/record", reports::record, Role.UPLOAD);
        config.routes.get("/v1/reports/{id}/annotated", this::annotated, new Needs(Role.UPLOAD));
        config.routes.get("/v1/reports/{id}/fixed", this::fixed, new Needs(Role.UPLOAD));
        config.routes.post("/v1/reports/{id}/waivers", reports::settle, new Needs(Role.REVIEW));
        config.routes.delete("/v1/reports/{id}/waivers/{fingerprint}", reports::unwaive, new Needs(Role.REVIEW));
        get(config, "/v1/reports", reports::reports, Role.REVIEW);
        get(config, "/v1/rules", this::rules, Role.UPLOAD);
        get(config, "/v1/tokens", access::tokens, Role.ADMIN);
        config.routes.post("/v1/tokens", access::addToken, new Needs(Role.ADMIN));
        config.routes.delete("/v1/tokens/{name}", access::revokeToken, new Needs(Role.ADMIN));
        get(config, "/metrics", this::metrics, Role.ADMIN);
        config.routes.exception(Problem.Raised.class, (e, ctx) -> answer(e.problem(), ctx));
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) -> answer(
                        e.getStatus() == 413
                                ? Problem.TOO_LARGE
                                : e.getStatus() == 404 || e.getStatus() == 405
                                        ? Problem.NOT_FOUND
                                        : Problem.BAD_REQUEST,
                        ctx));
        config.routes.exception(Exception.class, (e, ctx) -> {
            // Who has shown no token cannot make anybody be woken.
            if (ctx.attribute(Access.ROLE) != Role.ANYONE) {
                alarm.raise("service", ctx.path(), e.toString());
            }
            answer(Problem.BROKEN, ctx);
        });
        config.routes.error(404, ctx -> answer(Problem.NOT_FOUND, ctx));
        config.routes.after(Service::harden);
    }

    /** Who asks for the head alone is answered as who asks for the whole (RFC 9110, 9.3.2). */
    private static void get(JavalinConfig config, String path, Handler handler, Role role) {
        config.routes.get(path, handler, new Needs(role));
        config.routes.head(path, handler, new Needs(role));
    }

    private void answer(Problem problem, Context ctx) {
        ctx.status(problem.status());
        if (Pages.areWanted(ctx)) {
            pages.problem(ctx, problem);
        } else {
            ctx.contentType(PROBLEM).result(problem.json());
        }
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
        ctx.header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Frame-Options", "DENY");
    }

    // ---- checks ----

    private void check(Context ctx) throws IOException, InterruptedException {
        String record = RecordHeader.of(ctx);
        Sending sending = sending(ctx);
        intake.requireSize(ctx);
        gate.requirePlace();
        // Who sends slowly holds a place among those who send, and none of a check.
        try (Upload upload = received(ctx).recorded(record);
                Gate.Pass pass = gate.enter(client(ctx))) {
            List<Store.Kept> each = checks.each(upload, sending);
            Store.Kept kept = CheckOnce.gravest(each);
            ctx.header("Location", "/v1/reports/" + kept.id());
            ctx.header(
                    "X-PlanLint-Decision",
                    settings.policy().decide(kept.report(), kept.verdict()).word());
            for (Store.Kept one : each) {
                if (Policy.isFailure(one.report())) {
                    alarm.raise(
                            "check", one.report().path(), one.report().status().word());
                }
            }
            ctx.status(kept.verdict().status());
            reports.answer(ctx, kept.verdict(), each);
        }
    }

    /** The docx that is sent, mended: {@code ?only=ID,ID&unsafe=true&accept=true}. Neither is kept. */
    private void fix(Context ctx) throws IOException, InterruptedException {
        intake.requireSize(ctx);
        Asked asked = asked(ctx);
        gate.requirePlace();
        try (Upload upload = received(ctx);
                Gate.Pass pass = gate.enter(client(ctx))) {
            copies.fixed(ctx, upload, asked);
        }
    }

    /** A copy of a document that is kept, with a note at each finding. */
    private void annotated(Context ctx) throws IOException, InterruptedException {
        Store.Kept kept = reports.kept(ctx);
        try (Gate.Pass pass = gate.enter(client(ctx))) {
            copies.annotated(ctx, kept, pages.language(ctx));
        }
    }

    /** A mended copy of a docx that is kept. */
    private void fixed(Context ctx) throws IOException, InterruptedException {
        Store.Kept kept = reports.kept(ctx);
        try (Gate.Pass pass = gate.enter(client(ctx))) {
            copies.fixed(ctx, kept, pages.language(ctx));
        }
    }

    /** What the sender says of the document and wants: {@code ?stage=draft} or {@code final}, {@code keep=true} or {@code false}. */
    private Sending sending(Context ctx) {
        String stage = ctx.queryParam("stage");
        String keep = ctx.queryParam("keep");
        if (stage != null && !stage.isEmpty() && !STAGES.containsKey(stage)
                || keep != null && !FLAGS.containsKey(keep)) {
            throw Problem.BAD_REQUEST.raised();
        }
        return new Sending(
                access.bearer(ctx).map(Store.Token::name).orElse(null),
                stage == null ? null : STAGES.get(stage),
                settings.keeping().keeps(keep == null ? null : FLAGS.get(keep)));
    }

    private Asked asked(Context ctx) {
        String ids = ctx.queryParam("only");
        Set<String> only = ids == null || ids.isEmpty() ? Set.of() : new TreeSet<>(List.of(ids.split(",")));
        Set<String> known = engine.ruleInfos().stream().map(RuleInfo::id).collect(Collectors.toSet());
        if (!known.containsAll(only)) {
            throw Problem.BAD_REQUEST.raised();
        }
        return new Asked(only, "true".equals(ctx.queryParam("unsafe")), "true".equals(ctx.queryParam("accept")));
    }

    private String client(Context ctx) {
        String header = ctx.header("Authorization");
        return header == null ? ctx.ip() : Sha256.shortHex(header.getBytes(StandardCharsets.UTF_8));
    }

    private Upload received(Context ctx) throws IOException {
        try (Gate.Pass pass = senders.enter(client(ctx))) {
            return intake.upload(ctx);
        }
    }

    private void count(DocumentReport report, Verdict verdict, Duration took) {
        times.record(took);
        meters.counter(
                        "planlint.verdicts",
                        "verdict",
                        verdict.word(),
                        "status",
                        report.status().word())
                .increment();
    }

    // ---- notifications ----

    /**
     * A system tells that documents may have changed. Where it has a secret it signs; else it needs a token as everybody. Who may
     * not does not learn which systems there are.
     */
    private void event(Context ctx) throws IOException {
        EventSource source = sources.get(ctx.pathParam("source"));
        String secret = source == null ? null : source.secret();
        if (secret == null && !access.role(ctx).covers(Role.UPLOAD)) {
            throw Problem.UNAUTHORIZED.raised();
        }
        String id = ctx.header("webhook-id");
        byte[] body = secret == null ? bodies.known(ctx) : signed(ctx, secret, id);
        if (source == null) {
            throw Problem.NOT_FOUND.raised();
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("documents", named(source, id, Json.object(body)));
        ctx.status(202);
        Json.answer(ctx, answer);
    }

    private static int named(EventSource source, String id, JsonObject notification) {
        try {
            return source.notified(id, notification);
        } catch (Queue.TooLong | EventSource.Unreadable e) {
            throw Problem.BAD_REQUEST.raised();
        }
    }

    /** What lacks a signature is not read. */
    private byte[] signed(Context ctx, String secret, String id) throws IOException {
        String time = ctx.header("webhook-timestamp");
        String signature = ctx.header("webhook-signature");
        if (id == null || time == null || signature == null) {
            throw Problem.UNAUTHORIZED.raised();
        }
        byte[] body = bodies.stranger(ctx);
        if (!Signature.isRight(secret, id, time, signature, body, Instant.now())) {
            throw Problem.UNAUTHORIZED.raised();
        }
        return body;
    }

    private void rules(Context ctx) {
        Language language = pages.language(ctx);
        Gson gson = new GsonBuilder()
                .disableHtmlEscaping()
                .registerTypeAdapter(Text.class, (JsonSerializer<Text>) (v, t, c) -> new JsonPrimitive(v.in(language)))
                .registerTypeAdapter(
                        Severity.class, (JsonSerializer<Severity>) (v, t, c) -> new JsonPrimitive(v.word()))
                .create();
        ctx.contentType(Json.TYPE).result(gson.toJson(engine.ruleInfos()));
    }

    // ---- the service itself ----

    /** Whether it is up is for everybody, the rest for who has a token. */
    private void health(Context ctx) {
        JsonObject health = new JsonObject();
        health.addProperty("status", "up");
        if (access.role(ctx) != Role.ANYONE) {
            health.addProperty("version", PlanLint.programVersion());
            health.addProperty("rules", engine.rulesDigest());
            health.addProperty("inside", gate.inside());
            health.addProperty("waiting", queue.waiting());
            health.addProperty("failed", queue.failed().size());
        }
        Json.answer(ctx, health);
    }

    private void metrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private void openApi(Context ctx) throws IOException {
        try (InputStream in = Service.class.getResourceAsStream("openapi.json")) {
            ctx.contentType(Json.TYPE).result(in.readAllBytes());
        }
    }

    /** Lets what is under way end, and takes nothing new. */
    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        sweeper.shutdown();
        meters.close();
    }
}
