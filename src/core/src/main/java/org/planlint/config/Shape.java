package org.planlint.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The JSON Schema of a file of settings. Editors complete by it; the reader of the file takes from it which keys and words there
 * are, so that the two cannot differ.
 */
public final class Shape {
    private final JsonObject schema;

    private Shape(JsonObject schema) {
        this.schema = schema;
    }

    /** @param resource the schema's name, beside the class that reads the file */
    public static Shape of(Class<?> reader, String resource) {
        try (InputStream in = reader.getResourceAsStream(resource)) {
            return new Shape(JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of the file itself. */
    public List<String> keys() {
        return keysOf(schema);
    }

    /** The keys of one of its definitions. */
    public List<String> keys(String definition) {
        return keysOf(definition(definition));
    }

    /** The words of which a definition allows one. */
    public List<String> words(String definition) {
        return StreamSupport.stream(
                        definition(definition).getAsJsonArray("enum").spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    /** Whether a value is as the pattern of a definition has it. */
    public boolean allows(String definition, String value) {
        return Pattern.compile(definition(definition).get("pattern").getAsString())
                .matcher(value)
                .find();
    }

    private JsonObject definition(String name) {
        return schema.getAsJsonObject("$defs").getAsJsonObject(name);
    }

    private static List<String> keysOf(JsonObject object) {
        return List.copyOf(object.getAsJsonObject("properties").keySet());
    }
}
