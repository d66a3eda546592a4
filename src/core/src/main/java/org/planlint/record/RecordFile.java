package org.planlint.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.DocumentRecord.Source;

/**
 * Records in a file: JSON of one, JSON or CSV of many, each with the name of the file that it is about. Fields bear the names of
 * Decree 30/2020, PL VI, those of QCVN 102, or our own ({@link RecordNames}).
 */
final class RecordFile {
    /** Says, in a record beside a file, that a document system gave it. */
    static final String SOURCE = "source";

    private static final char BOM = '\uFEFF';
    private static final String SEPARATORS = ",;\t";
    /** A record is short, and a list of a whole archive is not long. */
    private static final long LONGEST = 256L << 20;

    private static final String NAMES = String.join(", ", RecordNames.FILE);

    private RecordFile() {}

    /**
     * The one record of a JSON object.
     *
     * @throws RecordError if it is not one
     */
    static DocumentRecord one(String json, Source source) throws RecordError {
        JsonElement root = parse(json);
        if (!root.isJsonObject()) {
            throw new RecordError("cần một đối tượng JSON / expected a JSON object");
        }
        Map<String, List<String>> said = said(root.getAsJsonObject());
        boolean given = List.of(Source.SYSTEM.word()).equals(said.get(SOURCE));
        return RecordNames.record(given ? Source.SYSTEM : source, said);
    }

    /**
     * The records of a list, by the names of files.
     *
     * @throws RecordError if it is none, with the line or the number of the first that cannot be read
     */
    static Map<String, DocumentRecord> many(Path file) throws RecordError {
        String text = text(file);
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        List<Map<String, List<String>>> rows = json ? objects(text) : rows(text);
        Map<String, DocumentRecord> found = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String where = "#" + (json ? i + 1 : i + 2);
            String name = file(rows.get(i));
            if (name == null) {
                throw new RecordError(where + ": thiếu tên tệp (" + NAMES + ") / no name of a file (" + NAMES + ")");
            }
            try {
                DocumentRecord record = RecordNames.record(Source.FILE, rows.get(i));
                if (found.put(name, record) != null) {
                    throw new RecordError(name + ": tệp có hai bản ghi / two records of one file");
                }
            } catch (RecordError e) {
                throw new RecordError(where + ": " + e.getMessage());
            }
        }
        return found;
    }

    static String text(Path file) throws RecordError {
        try {
            if (Files.size(file) > LONGEST) {
                throw new RecordError("quá lớn / too large");
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        } catch (IOException e) {
            throw new RecordError("không đọc được / cannot be read");
        }
    }

    private static String file(Map<String, List<String>> row) {
        for (Map.Entry<String, List<String>> field : row.entrySet()) {
            if (RecordNames.FILE.contains(field.getKey().strip().toLowerCase(Locale.ROOT))
                    && !field.getValue().get(0).isBlank()) {
                return field.getValue().get(0).strip();
            }
        }
        return null;
    }

    // ---- JSON ----

    private static JsonElement parse(String json) throws RecordError {
        try {
            return JsonParser.parseString(json);
        } catch (JsonParseException | StackOverflowError e) {
            throw new RecordError("không phải JSON / no JSON"
                    + (e.getMessage() == null
                            ? ""
                            : ": " + e.getMessage().lines().findFirst().orElse("")));
        }
    }

    /** A list of objects, or objects by the names of files. */
    private static List<Map<String, List<String>>> objects(String json) throws RecordError {
        JsonElement root = parse(json);
        List<Map<String, List<String>>> rows = new ArrayList<>();
        if (root instanceof JsonArray array) {
            for (JsonElement one : array) {
                if (!one.isJsonObject()) {
                    throw new RecordError("cần danh sách đối tượng / expected a list of objects");
                }
                rows.add(said(one.getAsJsonObject()));
            }
            return rows;
        }
        for (Map.Entry<String, JsonElement> one :
                root.isJsonObject() ? root.getAsJsonObject().entrySet() : List.<Map.Entry<String, JsonElement>>of()) {
            if (!one.getValue().isJsonObject()) {
                throw new RecordError(
                        "cần danh sách, hoặc đối tượng theo tên tệp / expected a list, or objects by names of files");
            }
            Map<String, List<String>> row = said(one.getValue().getAsJsonObject());
            row.put(RecordNames.FILE.get(0), List.of(one.getKey()));
            rows.add(row);
        }
        return rows;
    }

    /** Values by their names; of those within another, {@code SignerInfo.FullName}, where that is a name, and else the last part. */
    private static Map<String, List<String>> said(JsonObject object) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        object.entrySet().forEach(field -> add(field.getKey(), field.getValue(), said));
        return said;
    }

    private static void add(String name, JsonElement value, Map<String, List<String>> said) {
        if (value.isJsonPrimitive()) {
            said.computeIfAbsent(name, n -> new ArrayList<>()).add(value.getAsString());
        } else if (value instanceof JsonArray array) {
            array.forEach(one -> add(name, one, said));
        } else if (value instanceof JsonObject inner) {
            for (Map.Entry<String, JsonElement> field : inner.entrySet()) {
                String whole = name + "." + field.getKey();
                boolean ofOther = name.equalsIgnoreCase("to");
                add(RecordNames.field(whole) != null || ofOther ? whole : field.getKey(), field.getValue(), said);
            }
        }
    }

    // ---- CSV ----

    /** RFC 4180; between fields whatever the first line has most of. */
    private static List<Map<String, List<String>>> rows(String csv) throws RecordError {
        char separator = separator(csv.lines().findFirst().orElse(""));
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= csv.length(); i++) {
            char c = i == csv.length() ? '\n' : csv.charAt(i);
            if (quoted && i == csv.length()) {
                throw new RecordError("dấu nháy chưa đóng / a quotation mark is not closed");
            } else if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                line.add(field.toString().strip());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        List<String> names = lines.get(0);
        if (names.stream().noneMatch(name -> RecordNames.FILE.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new RecordError(
                    "dòng đầu thiếu cột tên tệp (" + NAMES + ") / no column for the file (" + NAMES + ")");
        }
        List<Map<String, List<String>>> rows = new ArrayList<>();
        for (List<String> one : lines.subList(1, lines.size())) {
            if (one.equals(List.of(""))) {
                continue;
            }
            if (one.size() > names.size()) {
                throw new RecordError("#" + (rows.size() + 2) + ": có " + one.size() + " cột, dòng đầu có "
                        + names.size() + " / " + one.size() + " columns, the first row has " + names.size());
            }
            Map<String, List<String>> row = new LinkedHashMap<>();
            for (int i = 0; i < one.size(); i++) {
                row.put(names.get(i), List.of(one.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static char separator(String head) {
        return SEPARATORS
                .chars()
                .mapToObj(c -> (char) c)
                .max(Comparator.comparingLong(
                        separator -> head.chars().filter(c -> c == separator).count()))
                .orElseThrow();
    }
}
