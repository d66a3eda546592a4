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
import java.util.List;
import org.planlint.facts.Regime;
import org.planlint.facts.Regimes;

/** The law's parameters with their dates, from {@code rules/law/}. */
public final class Law {
    private Law() {
    }

    public static Regimes regimes() {
        List<Regimes.Period> periods = new ArrayList<>();
        for (JsonElement e : read("/rules/law/regimes.json")) {
            JsonObject o = e.getAsJsonObject();
            periods.add(new Regimes.Period(Regime.valueOf(o.get("regime").getAsString()),
                    LocalDate.parse(o.get("from").getAsString()),
                    o.get("to").isJsonNull() ? null : LocalDate.parse(o.get("to").getAsString())));
        }
        return new Regimes(periods);
    }

    private static JsonArray read(String resource) {
        try (InputStream in = Law.class.getResourceAsStream(resource)) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
