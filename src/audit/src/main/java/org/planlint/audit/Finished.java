package org.planlint.audit;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An audit that came to its end: what it rested on and what it wrote. Where both still stand, there is nothing to do.
 *
 * @param state    of the archive, the rules and the waivers
 * @param outputs  the checksum of each file that it wrote
 * @param pages    how many pages it has
 * @param complete whether every file could be checked
 */
public record Finished(
        String state, Map<String, Long> outputs, long pages, int documents, int errors, boolean complete) {
    private static final Gson GSON = new Gson();
    private static final String FILE = "cache/finished.json";

    /** The last audit in this folder, if it ended; else null. */
    public static Finished read(Path folder) throws IOException {
        try {
            return GSON.fromJson(Files.readString(folder.resolve(FILE)), Finished.class);
        } catch (NoSuchFileException | JsonParseException none) {
            return null;
        }
    }

    /** Says that the audit of {@code state} has ended, over all that lies in the folder. */
    public static Finished write(Path folder, String state, int documents, int errors, boolean complete)
            throws IOException {
        Map<String, Long> outputs = new TreeMap<>();
        for (String name : AuditWriter.OUTPUTS) {
            if (Files.exists(folder.resolve(name))) {
                outputs.put(name, Checksum.of(folder.resolve(name)));
            }
        }
        Finished finished = new Finished(state, outputs, pagesIn(folder), documents, errors, complete);
        Files.writeString(folder.resolve(FILE), GSON.toJson(finished), StandardCharsets.UTF_8);
        return finished;
    }

    /** An audit that begins anew has not ended. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Whether what it wrote is still there as it was written. */
    public boolean stands(Path folder) throws IOException {
        for (String output : outputs.keySet()) {
            if (!stands(folder, output)) {
                return false;
            }
        }
        return pagesIn(folder) == pages;
    }

    /** Whether its results stand, so that the next audit can be compared with it. */
    public boolean hasResults(Path folder) throws IOException {
        return stands(folder, AuditWriter.RESULTS) && stands(folder, AuditWriter.SUMMARY);
    }

    private boolean stands(Path folder, String output) throws IOException {
        Path file = folder.resolve(output);
        Long checksum = outputs.get(output);
        return checksum != null && Files.isRegularFile(file) && Checksum.of(file) == checksum;
    }

    /** Those of documents and of agencies. */
    private static long pagesIn(Path folder) throws IOException {
        long count = 0;
        for (String name : List.of(AuditWriter.PAGES, AgencyPages.FOLDER)) {
            if (Files.isDirectory(folder.resolve(name))) {
                try (Stream<Path> pages = Files.list(folder.resolve(name))) {
                    count += pages.count();
                }
            }
        }
        return count;
    }
}
