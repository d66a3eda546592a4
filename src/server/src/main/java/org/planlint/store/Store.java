package org.planlint.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.planlint.report.DocumentReport;
import org.planlint.report.ReportCodec;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;
import org.planlint.text.Sha256;

/** What the service remembers: reports and tokens, in an embedded database or in PostgreSQL. */
public final class Store implements AutoCloseable {
    private static final String H2 = "jdbc:h2:";
    /** A path behind it, with H2's word for a file or without. */
    private static final Pattern H2_FILE = Pattern.compile("^jdbc:h2:(?:file:|(?=[/~.]|[A-Za-z]:[/\\\\]))");

    private static final int TOKEN_BYTES = 32;
    private static final String TOKEN_PREFIX = "plt_";

    private final HikariDataSource source;
    private final Jdbi jdbi;

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param url of JDBC: {@code jdbc:h2:file:/srv/planlint/db} or {@code jdbc:postgresql://…}
     */
    public Store(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(unharmed(url));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        if (url.startsWith(H2)) {
            // Else it tells that something is kept half a second before it is.
            config.setConnectionInitSql("SET WRITE_DELAY 0");
            // It is closed by who has opened it; two who close it at once may wait for each other for ever.
            config.addDataSourceProperty("DB_CLOSE_ON_EXIT", "FALSE");
        }
        this.source = new HikariDataSource(config);
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(source)
                .javaMigrations(new FoldedWords())
                .locations("classpath:org/planlint/store/tables")
                .load()
                .migrate();
        this.jdbi = Jdbi.create(source);
    }

    /**
     * H2's usual files are closed under all threads when one is interrupted while it reads or writes, as those are that take too
     * long or are told to end; its asynchronous ones are not (h2database, issues 227 and 1076).
     */
    private static String unharmed(String url) {
        return H2_FILE.matcher(url).replaceFirst(H2 + "async:");
    }

    /**
     * A report with what the service says of it.
     *
     * @param sender who sent the document first, or null
     */
    public record Kept(String id, Instant received, String sender, Verdict verdict, DocumentReport report) {
        Kept settled(Verdict verdict, DocumentReport report) {
            return new Kept(id, received, sender, verdict, report);
        }
    }

    /**
     * A report as a line of a list.
     *
     * @param issued the plan's own date as far as it says, {@code 2024-04}, or null
     * @param sender who sent it first, or null
     */
    public record Line(
            String id,
            Instant received,
            String name,
            String verdict,
            String status,
            int errors,
            int warnings,
            int infos,
            String number,
            String agency,
            String issued,
            String sender) {}

    public record Token(String name, Role role, Instant created, boolean revoked) {}

    // ---- reports ----

    public Optional<Kept> report(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT received, sender, verdict, report, packed FROM reports WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new Kept(
                        id,
                        row.getObject("received", OffsetDateTime.class).toInstant(),
                        row.getString("sender"),
                        Verdict.valueOf(row.getString("verdict")),
                        ReportCodec.read(
                                row.getBytes("packed") == null
                                        ? row.getString("report")
                                        : Packed.text(row.getBytes("packed")))))
                .findOne());
    }

    /** Keeps a report in place of one of the same id. */
    public void keep(Kept kept) {
        DocumentReport report = kept.report();
        DocumentReport.PlanSummary plan = report.plan();
        try {
            jdbi.useTransaction(handle -> {
                handle.createUpdate("DELETE FROM reports WHERE id = :id")
                        .bind("id", kept.id())
                        .execute();
                handle.createUpdate(
                                "INSERT INTO reports (id, received, name, sha256, verdict, status, errors, warnings, infos, number, agency, issued, sender, words, packed) "
                                        + "VALUES (:id, :received, :name, :sha256, :verdict, :status, :errors, :warnings, :infos, :number, :agency, :issued, :sender, :words, :packed)")
                        .bind("id", kept.id())
                        .bind("received", kept.received().atOffset(ZoneOffset.UTC))
                        .bind("name", report.path())
                        .bind("sha256", report.sha256())
                        .bind("verdict", kept.verdict().name())
                        .bind("status", report.status().word())
                        .bind("errors", (int) report.count(Severity.ERROR))
                        .bind("warnings", (int) report.count(Severity.WARNING))
                        .bind("infos", (int) report.count(Severity.INFO))
                        .bind("number", plan == null ? null : plan.fullNumber())
                        .bind("agency", plan == null ? null : plan.agency())
                        .bind("issued", plan == null ? null : plan.issueDate())
                        .bind("sender", kept.sender())
                        .bind(
                                "words",
                                FoldedWords.of(
                                        report.path(),
                                        plan == null ? null : plan.fullNumber(),
                                        plan == null ? null : plan.agency(),
                                        plan == null ? null : plan.subject()))
                        .bind("packed", Packed.of(ReportCodec.write(report)))
                        .execute();
            });
        } catch (UnableToExecuteStatementException e) {
            // Another service on the same database was a moment faster.
            if (report(kept.id()).isEmpty()) {
                throw e;
            }
        }
    }

    /** Counts anew what a report says after something in it was let pass. */
    void recount(Kept kept) {
        DocumentReport report = kept.report();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE reports SET verdict = :verdict, errors = :errors, warnings = :warnings, infos = :infos WHERE id = :id")
                .bind("id", kept.id())
                .bind("verdict", kept.verdict().name())
                .bind("errors", (int) report.count(Severity.ERROR))
                .bind("warnings", (int) report.count(Severity.WARNING))
                .bind("infos", (int) report.count(Severity.INFO))
                .execute());
    }

    /** The reports on all documents of this name. */
    List<String> reportsOn(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM reports WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .list());
    }

    /** The newest reports first; see {@link Listing}. */
    public List<Line> reports(String search, Verdict verdict, int most) {
        return reports(new Listing(search, verdict, Listing.By.RECEIVED, true, 0, most));
    }

    public List<Line> reports(Listing listing) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, received, name, verdict, status, errors, warnings, infos, number, agency, issued, sender FROM reports"
                                + where(listing)
                                + (listing.verdict() == null ? "" : " AND verdict = :verdict")
                                + " ORDER BY " + listing.order() + " LIMIT :most OFFSET :from")
                .bindMap(likes(listing))
                .bind(
                        "verdict",
                        listing.verdict() == null ? null : listing.verdict().name())
                .bind("most", listing.most())
                .bind("from", listing.from())
                .map((row, context) -> line(row))
                .list());
    }

    /** How many reports have each verdict, among those that the words of the listing find. */
    public Map<Verdict, Integer> counts(Listing listing) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT verdict, COUNT(*) AS n FROM reports" + where(listing) + " GROUP BY verdict")
                .bindMap(likes(listing))
                .map((row, context) -> counts.put(Verdict.valueOf(row.getString("verdict")), row.getInt("n")))
                .list());
        return counts;
    }

    private static String where(Listing listing) {
        StringBuilder where = new StringBuilder(" WHERE TRUE");
        likes(listing)
                .keySet()
                .forEach(name -> where.append(" AND words LIKE :").append(name).append(" ESCAPE '!'"));
        return where.toString();
    }

    private static Map<String, String> likes(Listing listing) {
        Map<String, String> likes = new LinkedHashMap<>();
        listing.like().forEach(like -> likes.put("like" + likes.size(), like));
        return likes;
    }

    // ---- retention ----

    Set<String> ids() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT id FROM reports").mapTo(String.class).set());
    }

    void dropBefore(Instant oldest) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM reports WHERE received < :oldest")
                .bind("oldest", oldest.atOffset(ZoneOffset.UTC))
                .execute());
    }

    void keepNewest(int most) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM reports WHERE id IN (SELECT id FROM reports ORDER BY received DESC, id OFFSET :most ROWS)")
                .bind("most", most)
                .execute());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                Verdict.valueOf(row.getString("verdict")).word(),
                row.getString("status"),
                row.getInt("errors"),
                row.getInt("warnings"),
                row.getInt("infos"),
                row.getString("number"),
                row.getString("agency"),
                row.getString("issued"),
                row.getString("sender"));
    }

    /** For the other tables of this room. */
    Jdbi jdbi() {
        return jdbi;
    }

    // ---- tokens ----

    /** Makes a token, which is shown this once: only its hash is kept. */
    public String addToken(String name, Role role) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO tokens (hash, name, role, created, revoked) VALUES (:hash, :name, :role, :created, FALSE)")
                .bind("hash", hash(token))
                .bind("name", name)
                .bind("role", role.name())
                .bind("created", OffsetDateTime.now(ZoneOffset.UTC))
                .execute());
        return token;
    }

    /** The token that is meant, if it is known and not revoked. */
    public Optional<Token> token(String token) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM tokens WHERE hash = :hash AND NOT revoked")
                .bind("hash", hash(token))
                .map((row, context) -> token(row))
                .findOne());
    }

    public List<Token> tokens() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM tokens ORDER BY created")
                .map((row, context) -> token(row))
                .list());
    }

    /** Revokes all tokens of that name; how many there were. */
    public int revoke(String name) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("UPDATE tokens SET revoked = TRUE WHERE name = :name AND NOT revoked")
                        .bind("name", name)
                        .execute());
    }

    public boolean hasTokens() {
        return tokens().stream().anyMatch(token -> !token.revoked());
    }

    /** Whether there has ever been one, revoked ones too. */
    public boolean hasHadTokens() {
        return !tokens().isEmpty();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getBoolean("revoked"));
    }

    /** A token has 256 random bits, so that a plain hash cannot be guessed. */
    private static String hash(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        source.close();
    }
}
