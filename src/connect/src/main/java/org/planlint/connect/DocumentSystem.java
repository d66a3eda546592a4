package org.planlint.connect;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlint.store.Queue.Found;

/**
 * A system that keeps documents for an office. A notification of it is a hint and no more: an id is taken from it, and all
 * else is asked for with our own credentials; what no notification told is found by asking for changes.
 *
 * <p>Used by several threads at once.
 */
public interface DocumentSystem extends AutoCloseable {
    /**
     * Documents that may have changed.
     *
     * @param until what to ask from the next time, in the system's own words; asked from there, some may come again
     */
    record Changes(List<Found> documents, String until) {
        public Changes {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A document as the system has it now.
     *
     * @param version another wherever its content may be another
     * @param bytes   its length, or -1 where the system does not say
     * @param written what the verdict that stands at it is about, or null for none
     */
    record Remote(String id, String name, String version, long bytes, About written) {}

    /**
     * What a verdict in the system is about.
     *
     * @param sha256 of the content
     * @param rules  digest of those that judged it, and of what reviewers let pass in it
     */
    record About(String sha256, String rules) {
        /** As it was written into a field; null for none. */
        public static About of(String words) {
            if (words == null || words.isEmpty()) {
                return null;
            }
            int space = words.indexOf(' ');
            return space < 0 ? new About(words, "") : new About(words.substring(0, space), words.substring(space + 1));
        }

        @Override
        public String toString() {
            return sha256 + " " + rules;
        }
    }

    /**
     * The documents that may have changed since.
     *
     * @param since as it was told the last time; null for all there are
     */
    Changes changes(String since) throws IOException;

    /** The document, where it is there and one that is to be read: our own reports are not. */
    Optional<Remote> document(String id) throws IOException;

    InputStream content(Remote document) throws IOException;

    /**
     * The values that the document has in these fields of the system, by their names; none where it has none, or where such
     * fields are not read.
     */
    default Map<String, String> fields(Remote document, Collection<String> names) throws IOException {
        return Map.of();
    }

    /**
     * Writes these values into fields of the system, by their names, that are still empty there; by default into none.
     *
     * @return the names of those that were written: a field that the system does not have, or that cannot hold the value, is not
     */
    default Set<String> fill(Remote document, Map<String, String> values) throws IOException {
        return Set.of();
    }

    /** Writes the verdict where the system's users look. */
    void write(Remote document, Judged judged) throws IOException;

    /** The documents that a notification names; none where it is about something else. */
    List<String> named(JsonObject notification);

    /** Begins to hear what the system says of its own accord, where it does; each document that is named is handed over. */
    default void listen(Hearer hearer) throws IOException {}

    /** Is told of documents that may have changed. */
    interface Hearer {
        void heard(String event, List<String> documents);
    }

    @Override
    void close();
}
