package org.planlint.spi;

import java.util.Map;

/**
 * What a host sees of the plugin: it sends a document and is told what to think of it. Nothing here is of any library, so
 * that a host may load the plugin in a class loader of its own and share this package alone.
 *
 * <p>Safe for use by many threads once it is open. No document makes it throw.
 */
public interface DocumentChecker extends AutoCloseable {
    /**
     * Makes it ready.
     *
     * @param settings by the names in the descriptor's {@code config.schema}; those that are left out have their defaults
     * @throws IllegalArgumentException if a name is unknown or a value is none of the schema's
     */
    void open(Map<String, Object> settings);

    /**
     * Checks one document.
     *
     * @param name    what its users call it; only shown, and may help where the bytes do not say what they are
     * @param content the file
     * @throws IllegalStateException if it is not open
     */
    Outcome check(String name, byte[] content);

    /**
     * The same of a document of which the host's own system says something: that is held against what the document prints.
     *
     * @param record an object of JSON, whose fields bear the names of QCVN 102:2016/BTTTT, of Decree 30/2020, Annex VI, or our own:
     *               {@code {"number": "71", "symbol": "KH-UBND", "date": "2024-01-04"}}; null for nothing
     * @throws IllegalArgumentException if it is no object, or has no field of a known name
     */
    default Outcome check(String name, byte[] content, String record) {
        return check(name, content);
    }

    /** Ends the processes that it has started. */
    @Override
    void close();
}
