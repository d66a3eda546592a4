package org.planlint.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.util.Map;
import org.planlint.facts.Facts;
import org.planlint.facts.PartialDate;
import org.planlint.text.Document;
import org.planlint.text.Span;

/** Prints facts as JSON, and as one line a fact with the words it was read from. */
final class FactsPrinter {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting()
            .registerTypeAdapter(PartialDate.class,
                    (JsonSerializer<PartialDate>) (date, type, context) -> new JsonPrimitive(date.toString()))
            .create();

    private final Document document;
    private final Facts facts;

    FactsPrinter(Document document, Facts facts) {
        this.document = document;
        this.facts = facts;
    }

    String json() {
        JsonObject root = GSON.toJsonTree(facts).getAsJsonObject();
        root.remove("sectionOf");
        root.addProperty("file", document.name());
        root.addProperty("mediaType", document.mediaType());
        root.add("capabilities", GSON.toJsonTree(document.capabilities().stream().sorted().toList()));
        return GSON.toJson(root) + "\n";
    }

    String text() {
        JsonObject root = GSON.toJsonTree(facts).getAsJsonObject();
        root.remove("sectionOf");
        StringBuilder out = new StringBuilder();
        out.append(document.name()).append("  ").append(document.mediaType()).append("  ")
                .append(document.capabilities().stream().sorted().toList()).append('\n');
        for (Map.Entry<String, JsonElement> entry : root.entrySet()) {
            JsonElement value = entry.getValue();
            if (value.isJsonNull() || value.isJsonArray() && value.getAsJsonArray().isEmpty()) {
                out.append('\n').append(entry.getKey()).append(": -\n");
            } else if (value.isJsonArray()) {
                JsonArray list = value.getAsJsonArray();
                out.append('\n').append(entry.getKey()).append(" (").append(list.size()).append(")\n");
                list.forEach(fact -> line(out, fact.getAsJsonObject(), "  "));
            } else {
                out.append('\n').append(entry.getKey()).append('\n');
                line(out, value.getAsJsonObject(), "  ");
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, JsonObject fact, String indent) {
        out.append(indent);
        StringBuilder nested = new StringBuilder();
        boolean first = true;
        for (Map.Entry<String, JsonElement> field : fact.entrySet()) {
            JsonElement value = field.getValue();
            if (value.isJsonNull() || field.getKey().equals("span") || value.isJsonArray() && value.getAsJsonArray().isEmpty()) {
                continue;
            }
            if (value.isJsonArray() && value.getAsJsonArray().get(0).isJsonObject()) {
                value.getAsJsonArray().forEach(item -> line(nested, item.getAsJsonObject(), indent + "    "));
                continue;
            }
            out.append(first ? "" : "  ").append(field.getKey()).append('=').append(plain(value));
            first = false;
        }
        if (fact.get("span") instanceof JsonObject span) {
            out.append("  «").append(quote(span)).append('»');
        }
        out.append('\n').append(nested);
    }

    private static String plain(JsonElement value) {
        if (value instanceof JsonObject object && object.has("paragraph")) {
            return "«" + quote(object) + "»";
        }
        if (value instanceof JsonObject object) {
            StringBuilder out = new StringBuilder("{");
            object.entrySet().stream().filter(e -> !e.getValue().isJsonNull())
                    .forEach(e -> out.append(out.length() > 1 ? ", " : "").append(e.getKey()).append(' ').append(plain(e.getValue())));
            return out.append('}').toString();
        }
        return value.isJsonPrimitive() ? value.getAsString().replace("\n", " ") : value.toString();
    }

    private static String quote(JsonObject span) {
        String text = GSON.fromJson(span, Span.class).text().replaceAll("\\s+", " ");
        return text.length() > 100 ? text.substring(0, 99) + "…" : text;
    }
}
