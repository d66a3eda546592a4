package org.planlint.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.planlint.review.Waiver;
import org.planlint.text.Sha256;

/** What reviewers let pass, by the document's name and the finding's fingerprint; a fingerprint outlives changes elsewhere in the document. */
final class KeptWaivers {
    private static final Path HERE = Path.of("planlint");

    private final Store store;

    KeptWaivers(Store store) {
        this.store = store;
    }

    List<Waiver> of(String name) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM waivers WHERE name = :name ORDER BY fingerprint")
                        .bind("name", name)
                        .map((row, context) -> new Waiver(
                                HERE,
                                1,
                                null,
                                null,
                                row.getString("fingerprint"),
                                null,
                                row.getString("reason"),
                                row.getString("by_whom"),
                                row.getObject("expires", LocalDate.class)))
                        .list());
    }

    /** In place of one that is there for the same finding. */
    void add(String name, String fingerprint, String reason, String by, LocalDate expires) {
        store.jdbi().useTransaction(handle -> {
            handle.createUpdate("DELETE FROM waivers WHERE name = :name AND fingerprint = :fingerprint")
                    .bind("name", name)
                    .bind("fingerprint", fingerprint)
                    .execute();
            handle.createUpdate(
                            "INSERT INTO waivers (name, fingerprint, reason, by_whom, expires, created) VALUES (:name, :fingerprint, :reason, :by, :expires, :created)")
                    .bind("name", name)
                    .bind("fingerprint", fingerprint)
                    .bind("reason", reason)
                    .bind("by", by)
                    .bind("expires", expires)
                    .bind("created", OffsetDateTime.now(ZoneOffset.UTC))
                    .execute();
        });
    }

    /** False where there was none. */
    boolean remove(String name, String fingerprint) {
        return store.jdbi()
                        .withHandle(handle -> handle.createUpdate(
                                        "DELETE FROM waivers WHERE name = :name AND fingerprint = :fingerprint")
                                .bind("name", name)
                                .bind("fingerprint", fingerprint)
                                .execute())
                > 0;
    }

    /** Names the waivers of a document; empty for none. */
    String digest(String name) {
        List<Waiver> waivers = of(name);
        return waivers.isEmpty() ? "" : Sha256.shortHex(waivers.toString().getBytes(StandardCharsets.UTF_8));
    }
}
