package org.planlint.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlint.facts.Abbreviation;
import org.planlint.facts.Agenda;
import org.planlint.facts.Amount;
import org.planlint.facts.ArchiveLine;
import org.planlint.facts.Attachment;
import org.planlint.facts.AttachmentPromise;
import org.planlint.facts.Budget;
import org.planlint.facts.DateMention;
import org.planlint.facts.Deadline;
import org.planlint.facts.EndMark;
import org.planlint.facts.Event;
import org.planlint.facts.Facts;
import org.planlint.facts.Indicator;
import org.planlint.facts.Located;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecipientsBlock;
import org.planlint.facts.Reference;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.facts.TimeMention;
import org.planlint.facts.Trace;
import org.planlint.text.Document;
import org.planlint.text.Span;

/** Prints facts as JSON, and as one line a fact with the words it was read from. */
final class FactsPrinter {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .registerTypeAdapter(PartialDate.class, (JsonSerializer<PartialDate>)
                    (date, type, context) -> new JsonPrimitive(date.toString()))
            .create();

    /** A type of facts with a name of its own in what is printed; {@code single} where a plan has at most one of it. */
    private record Named(String name, Class<? extends Located> type, boolean single) {
        Named(String name, Class<? extends Located> type) {
            this(name, type, false);
        }
    }

    private static final List<Named> NAMED = List.of(
            new Named("sections", Section.class),
            new Named("dates", DateMention.class),
            new Named("times", TimeMention.class),
            new Named("events", Event.class),
            new Named("deadlines", Deadline.class),
            new Named("references", Reference.class),
            new Named("agendas", Agenda.class),
            new Named("signatures", Signature.class),
            new Named("recipientsBlock", RecipientsBlock.class, true),
            new Named("recipients", Recipient.class),
            new Named("archiveLine", ArchiveLine.class, true),
            new Named("budgets", Budget.class),
            new Named("amounts", Amount.class),
            new Named("indicators", Indicator.class),
            new Named("attachments", Attachment.class),
            new Named("promises", AttachmentPromise.class),
            new Named("abbreviations", Abbreviation.class),
            new Named("traces", Trace.class),
            new Named("endMark", EndMark.class, true));

    private final Document document;
    private final Facts facts;

    FactsPrinter(Document document, Facts facts) {
        this.document = document;
        this.facts = facts;
    }

    String json() {
        JsonObject root = tree();
        root.addProperty("file", document.name());
        root.addProperty("mediaType", document.mediaType());
        root.add(
                "capabilities",
                GSON.toJsonTree(document.capabilities().stream().sorted().toList()));
        return GSON.toJson(root) + "\n";
    }

    String text() {
        JsonObject root = tree();
        StringBuilder out = new StringBuilder();
        out.append(document.name())
                .append("  ")
                .append(document.mediaType())
                .append("  ")
                .append(document.capabilities().stream().sorted().toList())
                .append('\n');
        for (Map.Entry<String, JsonElement> entry : root.entrySet()) {
            JsonElement value = entry.getValue();
            if (value.isJsonNull()
                    || value.isJsonArray() && value.getAsJsonArray().isEmpty()) {
                out.append('\n').append(entry.getKey()).append(": -\n");
            } else if (value.isJsonArray()) {
                JsonArray list = value.getAsJsonArray();
                out.append('\n')
                        .append(entry.getKey())
                        .append(" (")
                        .append(list.size())
                        .append(")\n");
                list.forEach(fact -> line(out, fact.getAsJsonObject(), "  "));
            } else {
                out.append('\n').append(entry.getKey()).append('\n');
                line(out, value.getAsJsonObject(), "  ");
            }
        }
        return out.toString();
    }

    /** The plan, what has a name of its own under it, and all the rest under "further". */
    private JsonObject tree() {
        JsonObject root = new JsonObject();
        root.add("plan", GSON.toJsonTree(facts.plan()));
        root.add("digitalSignatures", GSON.toJsonTree(document.signatures()));
        for (Named named : NAMED) {
            root.add(named.name, GSON.toJsonTree(named.single ? facts.first(named.type) : facts.all(named.type)));
        }
        Set<Class<?>> types = NAMED.stream().map(Named::type).collect(Collectors.toSet());
        root.add(
                "further",
                GSON.toJsonTree(facts.all().stream()
                        .filter(fact -> !types.contains(fact.getClass()))
                        .toList()));
        return root;
    }

    private static void line(StringBuilder out, JsonObject fact, String indent) {
        out.append(indent);
        StringBuilder nested = new StringBuilder();
        boolean first = true;
        for (Map.Entry<String, JsonElement> field : fact.entrySet()) {
            JsonElement value = field.getValue();
            if (value.isJsonNull()
                    || field.getKey().equals("span")
                    || value.isJsonArray() && value.getAsJsonArray().isEmpty()) {
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
            object.entrySet().stream()
                    .filter(e -> !e.getValue().isJsonNull())
                    .forEach(e -> out.append(out.length() > 1 ? ", " : "")
                            .append(e.getKey())
                            .append(' ')
                            .append(plain(e.getValue())));
            return out.append('}').toString();
        }
        return value.isJsonPrimitive() ? value.getAsString().replace("\n", " ") : value.toString();
    }

    private static String quote(JsonObject span) {
        String text = GSON.fromJson(span, Span.class).text().replaceAll("\\s+", " ");
        return text.length() > 100 ? text.substring(0, 99) + "…" : text;
    }
}
