package org.planlint.serve;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.planlint.report.Severity;
import org.planlint.store.Role;

/** JSON that comes and goes, reports apart. */
final class Json {
    static final String TYPE = "application/json; charset=utf-8";

    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .serializeNulls()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>) (v, t, c) -> new JsonPrimitive(v.toString()))
            .registerTypeAdapter(Severity.class, (JsonSerializer<Severity>) (v, t, c) -> new JsonPrimitive(v.word()))
            .registerTypeAdapter(Role.class, (JsonSerializer<Role>) (v, t, c) -> new JsonPrimitive(v.word()))
            .create();

    private Json() {}

    static void answer(Context ctx, Object value) {
        ctx.contentType(TYPE).result(GSON.toJson(value));
    }

    static JsonObject object(byte[] body) {
        try {
            return JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw Problem.BAD_REQUEST.raised();
        }
    }

    /** What a field says, without spaces around; nothing where it is absent. */
    static String word(JsonObject given, String name) {
        return given.has(name) && given.get(name).isJsonPrimitive()
                ? given.get(name).getAsString().strip()
                : "";
    }
}
