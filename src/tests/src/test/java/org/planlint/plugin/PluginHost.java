package org.planlint.plugin;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginWrapper;
import org.planlint.spi.DocumentChecker;
import org.planlint.spi.Outcome;
import org.planlint.text.Sha256;

/** A small document system: it loads the plugin as its descriptor says, refuses what it cannot trust, and holds no upload too long. */
final class PluginHost implements AutoCloseable {
    static final Path SCHEMA = Path.of("docs/plugin-descriptor-1.schema.json");
    private static final int HOST = 1;

    /** Why a plugin is not taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** What a host decides about an upload. {@code outcome} is null where the plugin gave none in time. */
    record Decision(boolean accepted, boolean alarm, Outcome outcome) {}

    private final DefaultPluginManager manager;
    private final DocumentChecker checker;
    private final JsonObject descriptor;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger attempts = new AtomicInteger();

    PluginHost(Path zip, Path home, Map<String, Object> settings, Set<String> granted) throws Refused, IOException {
        manager = new DefaultPluginManager(Files.createDirectories(home)) {
            @Override
            protected PluginDescriptorFinder createPluginDescriptorFinder() {
                return new Finder();
            }
        };
        String id = manager.loadPlugin(zip);
        PluginWrapper plugin = manager.getPlugin(id);
        descriptor = JsonParser.parseString(
                        Files.readString(plugin.getPluginPath().resolve("plugin-descriptor.json")))
                .getAsJsonObject();
        requireTrust(plugin.getPluginPath(), granted);
        requireSettings(settings);
        manager.startPlugin(id);
        checker = checker(plugin);
        checker.open(settings);
        selfTest(plugin.getPluginPath());
    }

    /** Reads our descriptor in place of PF4J's own. */
    private static final class Finder implements PluginDescriptorFinder {
        @Override
        public boolean isApplicable(Path plugin) {
            return Files.exists(plugin.resolve("plugin-descriptor.json"));
        }

        @Override
        public PluginDescriptor find(Path plugin) {
            try {
                JsonObject json = JsonParser.parseString(Files.readString(plugin.resolve("plugin-descriptor.json")))
                        .getAsJsonObject();
                return new DefaultPluginDescriptor(
                        json.get("id").getAsString(),
                        json.getAsJsonObject("name").get("en").getAsString(),
                        org.pf4j.Plugin.class.getName(),
                        json.get("version").getAsString(),
                        "",
                        "",
                        json.get("license").getAsString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Everything that is wrong with a descriptor by its schema; empty for nothing. */
    static Set<?> errors(String descriptor) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMA))
                .validate(descriptor, InputFormat.JSON);
    }

    private void requireTrust(Path folder, Set<String> granted) throws Refused, IOException {
        require(errors(descriptor.toString()).isEmpty(), "descriptor: " + errors(descriptor.toString()));
        JsonObject engines = descriptor.getAsJsonObject("engines");
        require(least(engines, "host") <= HOST, "needs host " + engines.get("host"));
        require(least(engines, "java") <= Runtime.version().feature(), "needs java " + engines.get("java"));
        JsonObject runtime = descriptor.getAsJsonObject("runtime");
        requireDigest(folder.resolve(runtime.get("artifact").getAsString()), runtime.get("sha256"));
        JsonObject libraries = runtime.getAsJsonObject("libraries");
        for (String library : libraries.keySet()) {
            requireDigest(folder.resolve(library), libraries.get(library));
        }
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            require(jars.count() == libraries.size() + 1, "there are jars that were not described");
        }
        for (JsonElement permission : descriptor.getAsJsonArray("permissions")) {
            require(granted.contains(permission.getAsString()), "wants " + permission);
        }
    }

    private static void requireDigest(Path jar, JsonElement digest) throws Refused, IOException {
        require(
                !digest.isJsonNull() && digest.getAsString().equals(Sha256.hex(jar)),
                "the program is not the one that was described");
    }

    private static int least(JsonObject engines, String which) {
        return Integer.parseInt(engines.get(which).getAsString().replaceAll("\\D*(\\d+).*", "$1"));
    }

    private void requireSettings(Map<String, Object> settings) throws Refused {
        JsonObject schema = descriptor.getAsJsonObject("config").getAsJsonObject("schema");
        Set<?> wrong = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema.toString())
                .validate(new Gson().toJson(settings), InputFormat.JSON);
        require(wrong.isEmpty(), "settings: " + wrong);
    }

    private static void require(boolean right, String why) throws Refused {
        if (!right) {
            throw new Refused(why);
        }
    }

    private DocumentChecker checker(PluginWrapper plugin) {
        JsonObject entry = descriptor.getAsJsonObject("entryPoints").getAsJsonObject("checker");
        try {
            return (DocumentChecker) plugin.getPluginClassLoader()
                    .loadClass(entry.get("class").getAsString())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void selfTest(Path folder) throws IOException, Refused {
        JsonObject health = descriptor.getAsJsonObject("health");
        String sample = health.get("selfTest").getAsString();
        String verdict = checker.check(sample, Files.readAllBytes(folder.resolve(sample)))
                .verdict();
        require(verdict.equals(health.get("expectVerdict").getAsString()), "self-test: " + verdict);
    }

    DocumentChecker checker() {
        return checker;
    }

    /**
     * Tells the plugin of an event that its descriptor subscribes to: a sync one is waited for, an async one goes on behind, with
     * the attempts that it names. What the plugin gives no answer to in time ends as {@code onError} says.
     *
     * @param limit ms in place of the descriptor's, or null
     * @return empty where the plugin has not subscribed
     */
    Optional<Future<Decision>> publish(String event, String name, byte[] content, Long limit) {
        return subscriptions().stream()
                .filter(s -> s.get("on").getAsString().equals(event))
                .findFirst()
                .map(subscription -> {
                    CompletableFuture<Decision> decision =
                            CompletableFuture.supplyAsync(() -> decide(subscription, name, content, limit), threads);
                    if (subscription.get("mode").getAsString().equals("sync")) {
                        decision.join();
                    }
                    return decision;
                });
    }

    private List<JsonObject> subscriptions() {
        return descriptor.getAsJsonArray("events").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private Decision decide(JsonObject subscription, String name, byte[] content, Long limit) {
        for (int attempt = 0; attempt < subscription.get("maxAttempts").getAsInt(); attempt++) {
            attempts.incrementAndGet();
            Future<Outcome> answer = threads.submit(() -> checker.check(name, content));
            try {
                Outcome outcome = answer.get(
                        limit == null ? subscription.get("timeoutMs").getAsLong() : limit, TimeUnit.MILLISECONDS);
                return new Decision(!outcome.verdict().equals("not-acceptable"), false, outcome);
            } catch (TimeoutException | ExecutionException late) {
                answer.cancel(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new Decision(subscription.get("onError").getAsString().equals("accept-with-alarm"), true, null);
    }

    /** How often the plugin was asked. */
    int attempts() {
        return attempts.get();
    }

    @Override
    public void close() throws Exception {
        checker.close();
        threads.shutdownNow();
        manager.unloadPlugins();
    }
}
