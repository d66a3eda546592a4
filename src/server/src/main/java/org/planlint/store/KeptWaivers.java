package org.planlint.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planlint.review.Waiver;
import org.planlint.text.Sha256;

/** What reviewers let pass or say is right, by the document's name and the finding's fingerprint; a fingerprint outlives changes elsewhere in the document. */
final class KeptWaivers {
    private static final Path HERE = Path.of("planlint");

    private final Store store;

    KeptWaivers(Store store) {
        this.store = store;
    }

    List<Waiver> of(String name) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM waivers WHERE name = :name AND NOT confirms ORDER BY fingerprint")
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

    /** By whom each finding of a document was said to be right, by its fingerprint. */
    Map<String, String> confirmed(String name) {
        Map<String, String> confirmed = new TreeMap<>();
        store.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "SELECT fingerprint, by_whom FROM waivers WHERE name = :name AND confirms")
                        .bind("name", name)
                        .map((row, context) -> confirmed.put(row.getString("fingerprint"), row.getString("by_whom")))
                        .list());
        return confirmed;
    }

    /** In place of what was said of the same finding. */
    void add(String name, String fingerprint, String reason, String by, LocalDate expires) {
        add(name, fingerprint, reason, by, expires, false);
    }

    /** The same. */
    void confirm(String name, String fingerprint, String by) {
        add(name, fingerprint, "", by, null, true);
    }

    private void add(String name, String fingerprint, String reason, String by, LocalDate expires, boolean confirms) {
        store.jdbi().useTransaction(handle -> {
            handle.createUpdate("DELETE FROM waivers WHERE name = :name AND fingerprint = :fingerprint")
                    .bind("name", name)
                    .bind("fingerprint", fingerprint)
                    .execute();
            handle.createUpdate(
                            "INSERT INTO waivers (name, fingerprint, reason, by_whom, expires, confirms, created) VALUES (:name, :fingerprint, :reason, :by, :expires, :confirms, :created)")
                    .bind("name", name)
                    .bind("fingerprint", fingerprint)
                    .bind("reason", reason)
                    .bind("by", by)
                    .bind("expires", expires)
                    .bind("confirms", confirms)
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

    /** Names what was said of a document; empty for nothing. */
    String digest(String name) {
        List<Waiver> waivers = of(name);
        Map<String, String> confirmed = confirmed(name);
        return waivers.isEmpty() && confirmed.isEmpty()
                ? ""
                : Sha256.shortHex(
                        (waivers + (confirmed.isEmpty() ? "" : confirmed.toString())).getBytes(StandardCharsets.UTF_8));
    }
}
