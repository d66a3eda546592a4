package org.planlint.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The documents of other systems that are to be looked at, and what was said of them last. All of it is on disk before anybody is
 * told that it was taken in, so that whoever is killed goes on where it was.
 */
public final class Queue {
    /** As long as an event's id may be, in characters. */
    public static final int LONGEST_EVENT = 200;
    /** As long as a document's id may be. */
    private static final int LONGEST_DOCUMENT = 1000;

    private final Store store;
    private final InstantSource clock;

    /** An id is longer than any that is kept. */
    public static final class TooLong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private TooLong(int length) {
            super(length + " characters");
        }
    }

    public Queue(Store store) {
        this(store, InstantSource.system());
    }

    /** @param clock by which it is known what is due */
    Queue(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A document that is to be looked at.
     *
     * @param revision tells whether it was named anew since
     * @param attempts how many went wrong
     * @param problem  what went wrong last, or null
     */
    public record Work(String source, String document, int revision, int attempts, String problem) {}

    /**
     * What was last said of a document.
     *
     * @param version what its system says of its state; another where anything of it changed
     * @param sha256  of its content
     * @param rules   the digest of those that judged it
     */
    public record Seen(String source, String document, String version, String sha256, String rules) {}

    /**
     * A document that may have changed.
     *
     * @param version as in {@link Seen}, or null where only the id is known
     */
    public record Found(String id, String version) {}

    /**
     * How far a system's changes have been followed.
     *
     * @param until in the system's own words
     */
    public record Followed(String source, String rules, String until) {}

    // ---- work ----

    /**
     * Takes an event in, with the documents that it names; false for one that was taken in before.
     *
     * @throws TooLong where the event's id is, or a document's
     */
    public boolean take(String source, String event, List<String> documents) {
        requireLength(event, LONGEST_EVENT);
        try {
            store.jdbi().useTransaction(handle -> {
                handle.createUpdate("INSERT INTO events (source, id, received) VALUES (:source, :id, :received)")
                        .bind("source", source)
                        .bind("id", event)
                        .bind("received", at(clock.instant()))
                        .execute();
                documents.forEach(document -> add(handle, source, document, null));
            });
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (isKnown(source, event)) {
                return false;
            }
            throw e;
        }
    }

    private static void requireLength(String id, int most) {
        if (id.length() > most) {
            throw new TooLong(id.length());
        }
    }

    private boolean isKnown(String source, String event) {
        return store.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT COUNT(*) FROM events WHERE source = :source AND id = :id")
                                .bind("source", source)
                                .bind("id", event)
                                .mapTo(Integer.class)
                                .one())
                > 0;
    }

    /** Forgets events that are older than any that is still taken. */
    public void forgetEvents(Duration age) {
        store.jdbi()
                .useHandle(handle -> handle.createUpdate("DELETE FROM events WHERE received < :before")
                        .bind("before", at(clock.instant().minus(age)))
                        .execute());
    }

    /**
     * Names documents that are to be looked at; those that wait already are looked at once.
     *
     * @throws TooLong where the id of one is
     */
    public void add(String source, List<String> documents) {
        store.jdbi().useTransaction(handle -> documents.forEach(document -> add(handle, source, document, null)));
    }

    /** A version that went wrong before and is found again is no news. */
    private void add(Handle handle, String source, String document, String version) {
        requireLength(document, LONGEST_DOCUMENT);
        Optional<String> there = handle.createQuery(
                        "SELECT COALESCE(version, '') FROM work WHERE source = :source AND document = :document")
                .bind("source", source)
                .bind("document", document)
                .mapTo(String.class)
                .findOne();
        if (there.isPresent() && there.get().equals(version)) {
            return;
        }
        handle.createUpdate(
                        there.isPresent()
                                ? "UPDATE work SET version = :version, revision = revision + 1, attempts = 0, failed = FALSE, due = :now "
                                        + "WHERE source = :source AND document = :document"
                                : "INSERT INTO work (source, document, version, revision, attempts, due, failed) VALUES (:source, :document, :version, 0, 0, :now, FALSE)")
                .bind("source", source)
                .bind("document", document)
                .bind("version", version)
                .bind("now", at(clock.instant()))
                .execute();
    }

    /** What waits longest first. */
    public List<Work> due(String source, int most) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM work WHERE source = :source AND NOT failed AND due <= :now ORDER BY due, document "
                                        + "LIMIT :most")
                        .bind("source", source)
                        .bind("now", at(clock.instant()))
                        .bind("most", most)
                        .map((row, context) -> work(row))
                        .list());
    }

    /** What nobody tries any more, of all systems. */
    public List<Work> failed() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM work WHERE failed ORDER BY source, document")
                        .map((row, context) -> work(row))
                        .list());
    }

    /** How many documents wait, of all systems. */
    public int waiting() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM work WHERE NOT failed")
                        .mapTo(Integer.class)
                        .one());
    }

    private static Work work(ResultSet row) throws SQLException {
        return new Work(
                row.getString("source"),
                row.getString("document"),
                row.getInt("revision"),
                row.getInt("attempts"),
                row.getString("problem"));
    }

    /** The document was looked at; one that was named anew meanwhile stays. */
    public void done(Work work) {
        change("DELETE FROM work", work);
    }

    /** Something went wrong; it is tried again then. */
    public void later(Work work, Instant due, String problem) {
        store.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE work SET attempts = :attempts, due = :due, problem = :problem" + OF)
                        .bind("attempts", work.attempts() + 1)
                        .bind("due", at(due))
                        .bind("problem", problem)
                        .bind("source", work.source())
                        .bind("document", work.document())
                        .bind("revision", work.revision())
                        .execute());
    }

    /** Something went wrong too often; it stays as failed until it is named anew. */
    public void giveUp(Work work, String problem) {
        later(work, clock.instant(), problem);
        change("UPDATE work SET failed = TRUE", work);
    }

    /** What was given up is tried again. */
    public void retry(String source) {
        store.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE work SET failed = FALSE, attempts = 0, due = :now WHERE source = :source AND failed")
                        .bind("now", at(clock.instant()))
                        .bind("source", source)
                        .execute());
    }

    private static final String DOCUMENT = " WHERE source = :source AND document = :document";
    private static final String OF = DOCUMENT + " AND revision = :revision";

    private void change(String statement, Work work) {
        store.jdbi()
                .useHandle(handle -> handle.createUpdate(statement + OF)
                        .bind("source", work.source())
                        .bind("document", work.document())
                        .bind("revision", work.revision())
                        .execute());
    }

    // ---- what was told ----

    /** Keeps what a notification says of these documents; where that is new, they are to be looked at whatever was said of them. */
    public void tell(String source, List<String> documents, String record) {
        store.jdbi()
                .useTransaction(handle -> documents.forEach(document -> {
                    requireLength(document, LONGEST_DOCUMENT);
                    boolean known = handle.createQuery("SELECT record FROM told" + DOCUMENT)
                            .bind("source", source)
                            .bind("document", document)
                            .mapTo(String.class)
                            .findOne()
                            .filter(record::equals)
                            .isPresent();
                    if (!known) {
                        for (String table : List.of("told", "seen")) {
                            handle.createUpdate("DELETE FROM " + table + DOCUMENT)
                                    .bind("source", source)
                                    .bind("document", document)
                                    .execute();
                        }
                        handle.createUpdate(
                                        "INSERT INTO told (source, document, record) VALUES (:source, :document, :record)")
                                .bind("source", source)
                                .bind("document", document)
                                .bind("record", record)
                                .execute();
                    }
                }));
    }

    /** What was told of a document of this content; nothing where it was told of another. */
    public Optional<String> told(String source, String document, String sha256) {
        return store.jdbi().inTransaction(handle -> {
            handle.createUpdate("UPDATE told SET sha256 = :sha256" + DOCUMENT + " AND sha256 IS NULL")
                    .bind("source", source)
                    .bind("document", document)
                    .bind("sha256", sha256)
                    .execute();
            return handle.createQuery("SELECT record FROM told" + DOCUMENT + " AND sha256 = :sha256")
                    .bind("source", source)
                    .bind("document", document)
                    .bind("sha256", sha256)
                    .mapTo(String.class)
                    .findOne();
        });
    }

    // ---- what was said ----

    public Optional<Seen> seen(String source, String document) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM seen WHERE source = :source AND document = :document")
                        .bind("source", source)
                        .bind("document", document)
                        .map((row, context) -> new Seen(
                                row.getString("source"),
                                row.getString("document"),
                                row.getString("version"),
                                row.getString("sha256"),
                                row.getString("rules")))
                        .findOne());
    }

    public void saw(Seen seen) {
        store.jdbi().useTransaction(handle -> {
            handle.createUpdate("DELETE FROM seen WHERE source = :source AND document = :document")
                    .bindMethods(seen)
                    .execute();
            handle.createUpdate(
                            "INSERT INTO seen (source, document, version, sha256, rules) VALUES (:source, :document, :version, :sha256, :rules)")
                    .bindMethods(seen)
                    .execute();
        });
    }

    /** Documents of this content are to be looked at anew. */
    void again(String sha256) {
        store.jdbi().useTransaction(handle -> {
            List<String[]> documents = handle.createQuery("SELECT source, document FROM seen WHERE sha256 = :sha256")
                    .bind("sha256", sha256)
                    .map((row, context) -> new String[] {row.getString("source"), row.getString("document")})
                    .list();
            handle.createUpdate("DELETE FROM seen WHERE sha256 = :sha256")
                    .bind("sha256", sha256)
                    .execute();
            documents.forEach(document -> add(handle, document[0], document[1], null));
        });
    }

    public Optional<Followed> followed(String source) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM followed WHERE source = :source")
                        .bind("source", source)
                        .map((row, context) ->
                                new Followed(row.getString("source"), row.getString("rules"), row.getString("until")))
                        .findOne());
    }

    /** The documents of these changes are to be looked at, and the changes need not be asked for again: both or neither. */
    public void follow(Followed followed, List<Found> documents) {
        store.jdbi().useTransaction(handle -> {
            documents.forEach(document -> add(handle, followed.source(), document.id(), document.version()));
            handle.createUpdate("DELETE FROM followed WHERE source = :source")
                    .bindMethods(followed)
                    .execute();
            handle.createUpdate("INSERT INTO followed (source, rules, until) VALUES (:source, :rules, :until)")
                    .bindMethods(followed)
                    .execute();
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
