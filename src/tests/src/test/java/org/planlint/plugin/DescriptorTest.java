package org.planlint.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlint.spi.DocumentChecker;

/** The descriptor against its published schema and against the program. */
class DescriptorTest {
    private static JsonObject descriptor() throws Exception {
        return JsonParser.parseString(Files.readString(Path.of("plugin-descriptor.json")))
                .getAsJsonObject();
    }

    @Test
    void itIsValidAndPointsAtWhatThereIs() throws Exception {
        assertEquals("[]", PluginHost.errors(descriptor().toString()).toString());
        JsonObject entries = descriptor().getAsJsonObject("entryPoints");
        Class<?> checker =
                Class.forName(entries.getAsJsonObject("checker").get("class").getAsString());
        assertTrue(DocumentChecker.class.isAssignableFrom(checker));
        assertEquals(
                DocumentChecker.class.getName(),
                entries.getAsJsonObject("checker").get("spi").getAsString());
        assertTrue(descriptor()
                .getAsJsonObject("runtime")
                .getAsJsonArray("sharedPackages")
                .toString()
                .contains(DocumentChecker.class.getPackageName()));
        assertTrue(Files.isDirectory(Path.of(descriptor()
                .getAsJsonArray("rulePacks")
                .get(0)
                .getAsJsonObject()
                .get("path")
                .getAsString())));
        assertTrue(Files.readString(Path.of("pom.xml"))
                .contains("<version>" + descriptor().get("version").getAsString() + "</version>"));
    }

    /** Every required field left out, and fields of a wrong form. */
    @TestFactory
    Stream<DynamicTest> aSpoiledOneIsRefused() throws Exception {
        Stream<DynamicTest> without = descriptor().keySet().stream()
                .map(field -> DynamicTest.dynamicTest("without " + field, () -> {
                    JsonObject spoiled = descriptor();
                    spoiled.remove(field);
                    assertFalse(PluginHost.errors(spoiled.toString()).isEmpty());
                }));
        Map<String, JsonElement> wrong = Map.ofEntries(
                Map.entry("descriptorVersion", new JsonPrimitive(2)),
                Map.entry("id", new JsonPrimitive("Plan Lint")),
                Map.entry("version", new JsonPrimitive("1")),
                Map.entry("name.vi", new JsonPrimitive("")),
                Map.entry("engines.java", new JsonPrimitive("17")),
                Map.entry("runtime.artifact", new JsonPrimitive("../x.jar")),
                Map.entry("runtime.sha256", new JsonPrimitive("x")),
                Map.entry("runtime.libraries", new JsonPrimitive("lib/x.jar")),
                Map.entry("runtime.isolation", new JsonPrimitive("none")),
                Map.entry("entryPoints.checker.class", new JsonPrimitive("PlanChecker")),
                Map.entry("accepts.maxBytes", new JsonPrimitive(0)),
                Map.entry("health.selfTest", new JsonPrimitive("/etc/passwd")),
                Map.entry("health.expectVerdict", new JsonPrimitive("good")),
                Map.entry("config.schema.additionalProperties", new JsonPrimitive(true)),
                Map.entry("permissions", new JsonPrimitive("all")),
                Map.entry("license", JsonNull.INSTANCE),
                Map.entry("unknown", new JsonPrimitive(1)));
        return Stream.concat(
                without,
                wrong.entrySet().stream()
                        .map(spoil -> DynamicTest.dynamicTest(spoil.getKey() + " = " + spoil.getValue(), () -> {
                            JsonObject spoiled = descriptor();
                            List<String> path = List.of(spoil.getKey().split("\\."));
                            JsonObject parent = spoiled;
                            for (String step : path.subList(0, path.size() - 1)) {
                                parent = parent.getAsJsonObject(step);
                            }
                            parent.add(path.get(path.size() - 1), spoil.getValue());
                            assertFalse(PluginHost.errors(spoiled.toString()).isEmpty());
                        })));
    }
}
