package org.planlint.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.Built;
import org.planlint.PlanLint;
import org.planlint.report.Severity;
import org.planlint.samples.StartsPrograms;
import org.planlint.spi.Outcome;

/** The plugin as the build has made it, in a host. */
@StartsPrograms
class BuiltPluginTest {
    /** ms in which no machine answers, and in which every one does. */
    private static final Long NO_TIME = 0L;

    private static final Long AMPLE = 3_600_000L;
    private static final Set<String> ALL = Set.of("process.start", "file.temporary");
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");

    @TempDir
    Path folder;

    /** A host takes the zip away into its own folder, and unpacks it there. */
    private Path copy(String name) throws IOException {
        return Files.copy(Built.PLUGIN, folder.resolve(name + ".zip"));
    }

    @Test
    void aHostLoadsItAndLearnsWhatToThinkOfAnUpload() throws Exception {
        try (PluginHost host = new PluginHost(
                copy("a"),
                folder.resolve("plugins"),
                Map.of("language", "en", "workers", 1, "timeoutSeconds", 600),
                ALL)) {
            assertNotSame(PlanChecker.class, host.checker().getClass(), "in its own class loader");
            PluginHost.Decision decision = uploaded(host, "kế hoạch.docx", Files.readAllBytes(FAULTY), AMPLE);
            assertEquals(new PluginHost.Decision(false, false, decision.outcome()), decision);
            Outcome outcome = decision.outcome();
            assertEquals(PlanLint.builder().build().check(FAULTY).count(Severity.ERROR), outcome.errors());
            JsonObject report = JsonParser.parseString(outcome.json()).getAsJsonObject();
            assertEquals("planlint-report/1", report.get("schema").getAsString());
            assertEquals(
                    "kế hoạch.docx",
                    report.getAsJsonArray("documents")
                            .get(0)
                            .getAsJsonObject()
                            .get("path")
                            .getAsString());
            assertTrue(outcome.html().contains("Content-Security-Policy"));
            assertEquals(
                    "not-evaluable",
                    uploaded(host, "rong.docx", new byte[0], AMPLE).outcome().verdict());
            assertEquals(
                    "not-acceptable",
                    uploaded(host, "a." + "x".repeat(300), Files.readAllBytes(FAULTY), AMPLE)
                            .outcome()
                            .verdict(),
                    "no name makes it throw");
            PluginHost.Decision late = uploaded(host, "a.docx", Files.readAllBytes(FAULTY), NO_TIME);
            assertEquals(
                    new PluginHost.Decision(true, true, null),
                    late,
                    "no upload waits longer than its time, and what is let in unseen raises an alarm");
            assertEquals(
                    "not-acceptable",
                    uploaded(host, "a.docx", Files.readAllBytes(FAULTY), AMPLE)
                            .outcome()
                            .verdict(),
                    "it goes on");
            int before = host.attempts();
            assertEquals(
                    new PluginHost.Decision(true, true, null),
                    host.publish("document.changed", "a.docx", Files.readAllBytes(FAULTY), NO_TIME)
                            .orElseThrow()
                            .get());
            assertEquals(before + 3, host.attempts(), "as often as the descriptor says");
            assertEquals(
                    "not-acceptable",
                    host.publish("document.changed", "a.docx", Files.readAllBytes(FAULTY), AMPLE)
                            .orElseThrow()
                            .get()
                            .outcome()
                            .verdict());
            assertTrue(
                    host.publish("document.deleted", "a.docx", new byte[0], null)
                            .isEmpty(),
                    "it has not subscribed to that");
        }
    }

    /** An event that is waited for. */
    private static PluginHost.Decision uploaded(PluginHost host, String name, byte[] content, Long limit)
            throws Exception {
        Future<PluginHost.Decision> decision =
                host.publish("document.uploaded", name, content, limit).orElseThrow();
        assertTrue(decision.isDone());
        return decision.get();
    }

    @Test
    void aHostRefusesWhatItCannotTrust() throws Exception {
        refused("settings", copy("a"), Map.of("langauge", "en"), ALL);
        refused("settings", copy("b"), Map.of("workers", 0), ALL);
        refused("wants", copy("c"), Map.of(), Set.of("file.temporary"));
        refused(
                "not the one",
                spoiled("d", json -> json.getAsJsonObject("runtime").addProperty("sha256", "0".repeat(64))),
                Map.of(),
                ALL);
        refused(
                "not the one",
                spoiled(
                        "l",
                        json -> json.getAsJsonObject("runtime")
                                .getAsJsonObject("libraries")
                                .entrySet()
                                .iterator()
                                .next()
                                .setValue(new com.google.gson.JsonPrimitive("0".repeat(64)))),
                Map.of(),
                ALL);
        refused(
                "not described",
                spoiled("m", json -> json.getAsJsonObject("runtime").add("libraries", new JsonObject())),
                Map.of(),
                ALL);
        refused(
                "not the one",
                spoiled("e", json -> json.getAsJsonObject("runtime").add("sha256", com.google.gson.JsonNull.INSTANCE)),
                Map.of(),
                ALL);
        refused(
                "needs java",
                spoiled("f", json -> json.getAsJsonObject("engines").addProperty("java", ">=99")),
                Map.of(),
                ALL);
        refused(
                "needs host",
                spoiled("g", json -> json.getAsJsonObject("engines").addProperty("host", ">=2")),
                Map.of(),
                ALL);
        refused(
                "self-test",
                spoiled("h", json -> json.getAsJsonObject("health").addProperty("expectVerdict", "acceptable")),
                Map.of(),
                ALL);
        refused("descriptor", spoiled("i", json -> json.addProperty("extra", 1)), Map.of(), ALL);
    }

    private void refused(String why, Path zip, Map<String, Object> settings, Set<String> granted) {
        PluginHost.Refused refused = assertThrows(
                PluginHost.Refused.class,
                () -> new PluginHost(zip, folder.resolve(zip.getFileName() + "-home"), settings, granted).close());
        assertTrue(refused.getMessage().startsWith(why) || refused.getMessage().contains(why), refused.getMessage());
    }

    private Path spoiled(String name, Consumer<JsonObject> spoil) throws IOException {
        Path zip = folder.resolve(name + ".zip");
        try (ZipFile from = new ZipFile(Built.PLUGIN.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(zip))) {
            to.setLevel(Deflater.NO_COMPRESSION);
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("plugin-descriptor.json")) {
                    JsonObject json = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                            .getAsJsonObject();
                    spoil.accept(json);
                    bytes = json.toString().getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
        }
        return zip;
    }

    @Test
    void settingsThatTheSchemaNamesAreTheOnesThatThePluginTakes() throws Exception {
        JsonObject schema = JsonParser.parseString(Files.readString(Path.of("plugin-descriptor.json")))
                .getAsJsonObject()
                .getAsJsonObject("config")
                .getAsJsonObject("schema")
                .getAsJsonObject("properties");
        for (String name : schema.keySet()) {
            try (PlanChecker checker = new PlanChecker()) {
                Object standard = new com.google.gson.Gson()
                        .fromJson(schema.getAsJsonObject(name).get("default"), Object.class);
                checker.open(Map.of(name, standard));
            }
        }
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> new PlanChecker().open(Map.of("langauge", "vi")));
        schema.keySet().forEach(name -> assertTrue(unknown.getMessage().contains(name), name));
        assertThrows(IllegalArgumentException.class, () -> new PlanChecker().open(Map.of("workers", 0)));
    }
}
