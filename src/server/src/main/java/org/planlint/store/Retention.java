package org.planlint.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * For how long reports are kept, and the documents with them. What reviewers let pass stays: it is about documents to come as well.
 *
 * @param age  the oldest report, or null for any
 * @param most how many reports, 0 for any number; the newest stay
 */
public record Retention(Duration age, int most) {
    public static final Retention FOR_EVER = new Retention(null, 0);

    /** Takes away the reports whose time is over, and every document that has no report. */
    public void sweep(Store store, KeptDocuments documents, InstantSource clock) throws IOException {
        // Those that are here have their reports by now; one that comes meanwhile is not among them.
        Set<String> here = documents.ids();
        store.dropBefore(age == null ? Instant.EPOCH : clock.instant().minus(age));
        if (most > 0) {
            store.keepNewest(most);
        }
        Set<String> reported = store.ids();
        for (String id : here) {
            if (!reported.contains(id)) {
                documents.drop(id);
            }
        }
    }
}
