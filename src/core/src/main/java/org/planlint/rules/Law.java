package org.planlint.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.facts.IssuerOfSymbol;
import org.planlint.facts.LawTables;
import org.planlint.facts.NamePeriod;
import org.planlint.facts.OrganisationNames;
import org.planlint.facts.Regime;
import org.planlint.facts.Regimes;
import org.planlint.facts.Replacement;

/** The law's parameters with their dates, from {@code rules/law/}. */
public final class Law {
    private Law() {}

    public static LawTables tables() {
        List<Regimes.Period> periods = new ArrayList<>();
        for (JsonObject o : read("regimes")) {
            periods.add(new Regimes.Period(Regime.valueOf(text(o, "regime")), date(o, "from"), date(o, "to")));
        }
        return new LawTables(
                new Regimes(periods),
                names("provinces"),
                names("agencies"),
                organisations(),
                replacements(),
                issuers());
    }

    private static List<OrganisationNames> organisations() {
        return read("organisations").stream()
                .map(o -> new OrganisationNames(text(o, "name"), text(o, "norm"), texts(o, "heads"), texts(o, "not")))
                .toList();
    }

    /** Each row with those that follow it; an act that several took the place of ends its chain. */
    private static Map<String, Replacement> replacements() {
        Map<String, JsonObject> rows = new HashMap<>();
        for (JsonObject row : read("replaced")) {
            rows.put(text(row, "cited"), row);
        }
        Map<String, Replacement> replaced = new HashMap<>();
        rows.keySet().forEach(cited -> replaced.put(cited, replacement(cited, rows)));
        return replaced;
    }

    private static Replacement replacement(String cited, Map<String, JsonObject> rows) {
        JsonObject row = rows.get(cited);
        if (row == null) {
            return null;
        }
        String by = text(row, "by");
        return new Replacement(
                text(row, "name"),
                by,
                date(row, "from"),
                row.getAsJsonArray("sources").size() > 1,
                replacement(by.substring(by.lastIndexOf(' ') + 1), rows));
    }

    private static List<IssuerOfSymbol> issuers() {
        return read("issuers").stream()
                .map(o -> new IssuerOfSymbol(text(o, "symbol"), text(o, "issuer"), texts(o, "names")))
                .toList();
    }

    private static List<NamePeriod> names(String table) {
        return read(table).stream()
                .map(o -> new NamePeriod(
                        text(o, "name"),
                        text(o, "level"),
                        date(o, "from"),
                        date(o, "to"),
                        text(o, "successor"),
                        text(o, "norm")))
                .toList();
    }

    private static String text(JsonObject row, String key) {
        JsonElement value = row.get(key);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }

    private static List<String> texts(JsonObject row, String key) {
        return row.getAsJsonArray(key).asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private static LocalDate date(JsonObject row, String key) {
        String text = text(row, key);
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<JsonObject> read(String table) {
        try (InputStream in = Law.class.getResourceAsStream("/rules/law/" + table + ".json")) {
            JsonArray rows = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonArray();
            return rows.asList().stream().map(JsonElement::getAsJsonObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
