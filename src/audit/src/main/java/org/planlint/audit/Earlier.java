package org.planlint.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the results of an earlier audit lie: in its own folder, or, of the last one in this folder, among what is kept.
 *
 * @param results the lines that it wrote
 * @param summary beside them
 */
public record Earlier(Path results, Path summary) {
    private static final String KEPT = "cache/before-";

    /** The audit that wrote into this folder; null where it holds none. */
    public static Earlier in(Path folder) {
        return there(folder.resolve(AuditWriter.RESULTS), folder.resolve(AuditWriter.SUMMARY));
    }

    /** What is kept of the audit before, in the folder of results; null for the first. */
    public static Earlier before(Path folder) {
        return there(folder.resolve(KEPT + AuditWriter.RESULTS), folder.resolve(KEPT + AuditWriter.SUMMARY));
    }

    private static Earlier there(Path results, Path summary) {
        return Files.isRegularFile(results) ? new Earlier(results, summary) : null;
    }

    /** Keeps what an audit that has ended wrote into the folder, before another one writes there. */
    public static void keep(Path folder) throws IOException {
        for (String name : new String[] {AuditWriter.SUMMARY, AuditWriter.RESULTS}) {
            Files.move(folder.resolve(name), folder.resolve(KEPT + name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Names what it holds. */
    public String state() throws IOException {
        return Long.toHexString(Checksum.of(results));
    }
}
