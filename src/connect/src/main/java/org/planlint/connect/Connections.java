package org.planlint.connect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Shape;
import org.planlint.config.Yaml;
import org.planlint.facts.Stage;
import org.planlint.host.Policy;
import org.planlint.report.Verdict;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * What {@code connections.yaml} says: which document systems there are, and what they are told to do.
 *
 * @param sources by name
 */
public record Connections(Policy policy, Map<String, Source> sources) {
    public static final Connections NONE = new Connections(Policy.OPEN, Map.of());

    private static final Shape SHAPE = Shape.of(Connections.class, "connections.schema.json");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    /**
     * A document system.
     *
     * @param kind     the name of its {@link SystemKind}
     * @param user     with {@code password}, or null where a token says who asks
     * @param token    or null
     * @param secret   with which it signs its events, or null
     * @param folder   below which documents are looked at, in the system's own words; null for all
     * @param stage    of its plans, or null for what each document shows
     * @param every    how often changes are asked for
     * @param attempts how often a document is tried before an alarm is raised
     * @param further  what only its kind may say, by the kind's own names; {@link #record} and {@link #fill} among it
     */
    public record Source(
            String name,
            String kind,
            URI url,
            String user,
            String password,
            String token,
            String secret,
            String folder,
            Stage stage,
            Duration every,
            int attempts,
            Map<String, String> further) {
        /** By default, which with ever longer waits is some minutes. */
        public static final int ATTEMPTS = 8;

        private static final int EVERY_SECONDS = 30;
        private static final String RECORD = "record.";
        private static final String FILL = "fill.";

        /** By a record's field the field of the system in which it stands; none where records are not compared. */
        public Map<String, String> record() {
            Map<String, String> fields = new LinkedHashMap<>();
            further.forEach((key, value) -> {
                if (key.startsWith(RECORD)) {
                    fields.put(key.substring(RECORD.length()), value);
                }
            });
            return fields;
        }

        /** The record's fields that are filled from the document where the system leaves them blank. */
        public List<String> fill() {
            return further.keySet().stream()
                    .filter(key -> key.startsWith(FILL))
                    .map(key -> key.substring(FILL.length()))
                    .toList();
        }

        /** What this source says under a name of its kind, or null. */
        public String own(String setting) {
            return further.get(setting);
        }
    }

    /** What a kind that is shipped may say besides what all may. */
    static List<String> settings(String kind) {
        return SHAPE.keys(kind);
    }

    /**
     * @param environment gives the value of <code>${NAME}</code>, so that no secret need be in the file; null for one that is not set
     * @throws ConfigurationError with the line of the first thing that is wrong
     */
    public static Connections read(Path file, UnaryOperator<String> environment)
            throws ConfigurationError, IOException {
        return new Reader(new Yaml(file), environment).read(Yaml.bytes(file));
    }

    private record Reader(Yaml yaml, UnaryOperator<String> environment) {
        Connections read(byte[] bytes) throws ConfigurationError {
            Optional<Node> root = yaml.root(bytes);
            if (root.isEmpty()) {
                return NONE;
            }
            Map<String, Node> top = yaml.map(root.get(), SHAPE.keys());
            Map<String, Source> sources = new LinkedHashMap<>();
            if (top.containsKey("sources")) {
                for (NodeTuple tuple : yaml.mapping(top.get("sources")).getValue()) {
                    String name = yaml.word(tuple.getKeyNode());
                    if (!NAME.matcher(name).matches()) {
                        throw yaml.error(
                                tuple.getKeyNode(),
                                name + ": tên viết thường, nối bằng gạch ngang / a name is kebab-case");
                    }
                    sources.put(name, source(name, tuple.getValueNode()));
                }
            }
            return new Connections(top.containsKey("policy") ? policy(top.get("policy")) : Policy.OPEN, sources);
        }

        private Policy policy(Node node) throws ConfigurationError {
            Map<String, Node> map = yaml.map(node, SHAPE.keys("policy"));
            Map<Verdict, Policy.Decision> decisions = new EnumMap<>(Verdict.class);
            for (Verdict verdict : Verdict.values()) {
                if (map.containsKey(verdict.word())) {
                    decisions.put(verdict, decision(map.get(verdict.word())));
                }
            }
            return new Policy(
                    decisions,
                    map.containsKey("failure") ? decision(map.get("failure")) : Policy.Decision.ACCEPT,
                    map.containsKey("alarm") ? url(map.get("alarm")) : null);
        }

        private Source source(String name, Node node) throws ConfigurationError {
            List<SystemKind> kinds = SystemKind.all();
            List<String> keys = new ArrayList<>(SHAPE.keys("source"));
            kinds.forEach(kind -> keys.addAll(kind.settings()));
            Map<String, Node> map = yaml.map(node, keys);
            String kind = yaml.known(
                    yaml.needed(map, "kind", node),
                    kinds.stream().map(SystemKind::name).toList());
            List<String> own = SystemKind.named(kind).settings();
            for (String key : map.keySet()) {
                if (!own.contains(key) && !SHAPE.keys("source").contains(key)) {
                    throw yaml.error(
                            map.get(key),
                            key + ": không dành cho " + kind + " / “" + key + "” is not for a source of kind " + kind);
                }
            }
            Map<String, String> further = new LinkedHashMap<>();
            for (String setting : own) {
                if (map.containsKey(setting)) {
                    further.put(setting, value(map, setting));
                }
            }
            if (map.containsKey("record")) {
                for (NodeTuple field : yaml.mapping(map.get("record")).getValue()) {
                    further.put(
                            Source.RECORD + yaml.known(field.getKeyNode(), SHAPE.words("recordField")),
                            yaml.word(field.getValueNode()));
                }
            }
            if (map.containsKey("fill")) {
                for (Node field : yaml.list(map.get("fill"))) {
                    String word = yaml.known(field, SHAPE.words("recordField"));
                    if (!further.containsKey(Source.RECORD + word)) {
                        throw yaml.error(field, word + ": chưa có trong record / is not in record");
                    }
                    further.put(Source.FILL + word, "");
                }
            }
            return new Source(
                    name,
                    kind,
                    url(yaml.needed(map, "url", node)),
                    value(map, "user"),
                    value(map, "password"),
                    value(map, "token"),
                    value(map, "secret"),
                    value(map, "folder"),
                    map.containsKey("stage") ? stage(map.get("stage")) : null,
                    Duration.ofSeconds(number(map, "every", Source.EVERY_SECONDS)),
                    number(map, "attempts", Source.ATTEMPTS),
                    further);
        }

        private Policy.Decision decision(Node node) throws ConfigurationError {
            return Policy.Decision.valueOf(
                    yaml.known(node, SHAPE.words("decision")).toUpperCase(Locale.ROOT));
        }

        private Stage stage(Node node) throws ConfigurationError {
            return Stage.valueOf(yaml.known(node, SHAPE.words("stage")).toUpperCase(Locale.ROOT));
        }

        private int number(Map<String, Node> map, String key, int otherwise) throws ConfigurationError {
            if (!map.containsKey(key)) {
                return otherwise;
            }
            try {
                int number = Integer.parseInt(yaml.word(map.get(key)));
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw yaml.error(map.get(key), "cần một số nguyên dương / expected a positive whole number");
        }

        private URI url(Node node) throws ConfigurationError {
            String value = value(node);
            try {
                URI url = URI.create(value);
                if (("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null) {
                    return url;
                }
            } catch (IllegalArgumentException e) {
                // Said below.
            }
            throw yaml.error(node, "cần một địa chỉ http(s) / expected an address of http(s)");
        }

        private String value(Map<String, Node> map, String key) throws ConfigurationError {
            return map.containsKey(key) ? value(map.get(key)) : null;
        }

        private String value(Node node) throws ConfigurationError {
            Matcher variable = VARIABLE.matcher(yaml.word(node));
            if (!variable.matches()) {
                return yaml.word(node);
            }
            String value = environment.apply(variable.group(1));
            if (value == null) {
                throw yaml.error(node, "biến môi trường " + variable.group(1) + " chưa đặt / the variable is not set");
            }
            return value;
        }
    }
}
