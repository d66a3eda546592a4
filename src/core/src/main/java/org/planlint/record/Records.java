package org.planlint.record;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ReadFailure.Reason;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.DocumentRecord.Source;
import org.planlint.text.Sha256;

/**
 * Where the record of a file is found: beside it, in {@code FILE.record.json}, or in a list of many.
 *
 * @param byName the list's records by the names or ends of paths that it gives
 * @param digest names the list's content; empty for none
 */
public record Records(Map<String, DocumentRecord> byName, String digest) {
    /** No list: only what lies beside files. */
    public static final Records NONE = new Records(Map.of(), "");

    /** Behind a file's whole name. */
    public static final String BESIDE = ".record.json";

    public Records {
        byName = Map.copyOf(byName);
    }

    /**
     * A list, as JSON or CSV.
     *
     * @throws RecordError with the line of the first thing that is wrong
     */
    public static Records of(Path list) throws RecordError {
        try {
            return new Records(
                    RecordFile.many(list), Sha256.shortHex(RecordFile.text(list).getBytes(StandardCharsets.UTF_8)));
        } catch (RecordError e) {
            throw new RecordError(list + ": " + e.getMessage());
        }
    }

    /**
     * A record that a system gives as JSON.
     *
     * @throws RecordError if it cannot be read
     */
    public static DocumentRecord given(String json) throws RecordError {
        return RecordFile.one(json, Source.SYSTEM);
    }

    /**
     * The same to be laid beside a file, so that who reads it knows where it is from.
     *
     * @param json an object
     */
    public static String fromSystem(String json) {
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        object.addProperty(RecordFile.SOURCE, Source.SYSTEM.word());
        return object.toString();
    }

    /**
     * The record of a file, or null where there is none.
     *
     * @throws ReadFailure if the one beside it cannot be read
     */
    public DocumentRecord about(Path file) throws ReadFailure {
        Path beside = beside(file);
        if (beside != null) {
            try {
                return RecordFile.one(RecordFile.text(beside), Source.FILE);
            } catch (RecordError e) {
                throw new ReadFailure(Reason.BAD_RECORD, beside.getFileName() + ": " + e.getMessage(), e);
            }
        }
        String path = file.toString().replace('\\', '/');
        for (int from = 0; from >= 0; from = path.indexOf('/', from) < 0 ? -1 : path.indexOf('/', from) + 1) {
            DocumentRecord found = byName.get(path.substring(from));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Names what would be said of a file: its record may change while it does not. Empty where there is none. */
    public String digest(Path file) {
        Path beside = beside(file);
        try {
            return beside == null
                    ? digest
                    : Sha256.shortHex(RecordFile.text(beside).getBytes(StandardCharsets.UTF_8));
        } catch (RecordError e) {
            return e.getMessage();
        }
    }

    private static Path beside(Path file) {
        Path name = file.getFileName();
        if (name == null || name.toString().toLowerCase(Locale.ROOT).endsWith(BESIDE)) {
            return null;
        }
        Path beside = file.resolveSibling(name + BESIDE);
        return Files.isRegularFile(beside) ? beside : null;
    }
}
