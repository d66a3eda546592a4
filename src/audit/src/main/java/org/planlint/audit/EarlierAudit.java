package org.planlint.audit;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * What an earlier audit found, by document, on disk. A document is the one of the same path below what was given; one that was moved is
 * known by its bytes, where nothing lies at its old path.
 */
final class EarlierAudit implements AutoCloseable {
    private static final Gson GSON = new Gson();

    /**
     * A document of it.
     *
     * @param rules    by which program and rules it was judged
     * @param read     whether it could be read
     * @param findings that counted, by fingerprint
     */
    record Known(String path, String sha256, String rules, boolean read, Map<String, Was> findings) {}

    record Was(String rule, String severity, String message) {}

    private final Given today;
    private final Path file;
    private final MVStore store;
    private final MVMap<String, String> documents;
    private final MVMap<String, String> byBytes;
    /** Those that lie elsewhere now. */
    private final MVMap<String, Boolean> moved;

    /**
     * @param results the lines that it wrote
     * @param summary which says what it was given; one of an older program does not
     * @param today   what is given to the audit of today
     * @param file    where what is needed of it lies meanwhile
     * @throws IOException if it cannot be read
     */
    EarlierAudit(Path results, Path summary, Given today, Path file) throws IOException {
        this.today = today;
        this.file = file;
        Files.deleteIfExists(file);
        try {
            this.store = new MVStore.Builder()
                    .fileName(file.toString())
                    .compress()
                    .cacheSize(8)
                    .autoCommitBufferSize(1024)
                    .autoCompactFillRate(0)
                    .open();
        } catch (MVStoreException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
        documents = store.openMap("documents");
        byBytes = store.openMap("by bytes");
        moved = store.openMap("moved");
        Given given = given(summary, today);
        try (BufferedReader lines = Files.newBufferedReader(results, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(JsonParser.parseString(line).getAsJsonObject(), given);
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new FileSystemException(results.toString(), null, "planlint-report/1: " + e.getMessage());
        }
    }

    private static Given given(Path summary, Given today) throws IOException {
        if (!Files.isRegularFile(summary)) {
            return today;
        }
        try {
            JsonElement paths = JsonParser.parseString(Files.readString(summary))
                    .getAsJsonObject()
                    .get(AuditWriter.GIVEN);
            List<String> given = new ArrayList<>();
            if (paths != null) {
                paths.getAsJsonArray().forEach(path -> given.add(path.getAsString()));
            }
            return given.isEmpty() ? today : Given.of(given);
        } catch (JsonParseException | IllegalStateException e) {
            return today;
        }
    }

    private void add(JsonObject report, Given given) {
        String rules = report.getAsJsonObject("tool").get("version").getAsString() + " "
                + report.getAsJsonObject("tool").get("rules").getAsString();
        for (JsonElement element : report.getAsJsonArray("documents")) {
            JsonObject document = element.getAsJsonObject();
            Map<String, Was> findings = new LinkedHashMap<>();
            for (JsonElement each : document.getAsJsonArray("findings")) {
                JsonObject finding = each.getAsJsonObject();
                if (finding.get("waiver").isJsonNull()) {
                    findings.put(
                            finding.get("fingerprint").getAsString(),
                            new Was(
                                    finding.get("rule").getAsString(),
                                    finding.get("severity").getAsString(),
                                    finding.get("message").getAsString()));
                }
            }
            JsonElement sha256 = document.get("sha256");
            Known known = new Known(
                    given.relative(document.get("path").getAsString()),
                    sha256.isJsonNull() ? null : sha256.getAsString(),
                    rules,
                    document.get("status").getAsString().equals("checked"),
                    findings);
            documents.put(known.path(), GSON.toJson(known));
            if (known.sha256() != null) {
                byBytes.put(known.sha256(), known.path());
            }
        }
    }

    /** The document that it knew, or null for a new one; it is not told as {@link #gone}. */
    Known take(String path, String sha256) {
        String same = documents.remove(path);
        if (same != null) {
            return GSON.fromJson(same, Known.class);
        }
        String before = sha256 == null ? null : byBytes.get(sha256);
        String elsewhere = before == null ? null : documents.get(before);
        if (elsewhere == null || today.holds(before)) {
            return null;
        }
        moved.put(before, true);
        return GSON.fromJson(elsewhere, Known.class);
    }

    /** Hands over those that are not there any more. */
    void gone(Consumer<Known> each) {
        for (Cursor<String, String> cursor = documents.cursor(null); cursor.hasNext(); ) {
            if (!moved.containsKey(cursor.next())) {
                each.accept(GSON.fromJson(cursor.getValue(), Known.class));
            }
        }
    }

    @Override
    public void close() throws IOException {
        store.closeImmediately();
        Files.deleteIfExists(file);
    }
}
