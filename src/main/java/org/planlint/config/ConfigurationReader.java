package org.planlint.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.rules.Nearest;
import org.planlint.rules.OwnCheck;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.rules.Settings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads {@code planlint.yaml}. Every key and rule id is checked; what is unknown is refused with its line and the
 * nearest right name.
 */
public final class ConfigurationReader {
    private static final List<String> TOP = List.of("rules", "exceptions", "require", "forbid", "packs");
    private static final List<String> SETTING = List.of("enabled", "severity", "parameters");
    private static final List<String> EXCEPTION = List.of("files", "rules", "reason", "expires");
    private static final List<String> REQUIRE = List.of("id", "section", "severity", "message", "advice");
    private static final List<String> FORBID = List.of("id", "phrase", "pattern", "severity", "message", "advice");
    private static final List<String> SEVERITIES = List.of("error", "warning", "info");

    private final Path file;
    private RuleBase base;

    private ConfigurationReader(Path file, RuleBase base) {
        this.file = file;
        this.base = base;
    }

    /**
     * @param base the rules that may be named; those of the file's own packs may be too
     * @throws ConfigurationError with the line of the first thing that is wrong
     */
    public static Configuration read(Path file, RuleBase base) throws ConfigurationError {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigurationError(file + ": không đọc được / cannot be read");
        }
        return new ConfigurationReader(file, base).read(bytes);
    }

    private Configuration read(byte[] bytes) throws ConfigurationError {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                    .composeString(new String(bytes, StandardCharsets.UTF_8));
        } catch (MarkedYamlEngineException e) {
            throw new ConfigurationError(file, e.getProblemMark().map(m -> m.getLine() + 1).orElse(1), e.getProblem());
        } catch (YamlEngineException e) {
            throw new ConfigurationError(file, 1, e.getMessage());
        }
        if (root.isEmpty()) {
            return new Configuration(file, Settings.NONE, base, digest(bytes));
        }
        Map<String, Node> top = map(root.get(), TOP);
        if (top.containsKey("packs")) {
            List<Path> packs = new ArrayList<>();
            for (Node pack : list(top.get("packs"))) {
                packs.add(file.toAbsolutePath().getParent().resolve(word(pack)).normalize());
            }
            base = Packs.load(packs, base);
        }
        List<OwnCheck> checks = new ArrayList<>();
        for (Node node : top.containsKey("require") ? list(top.get("require")) : List.<Node>of()) {
            checks.add(require(node));
        }
        for (Node node : top.containsKey("forbid") ? list(top.get("forbid")) : List.<Node>of()) {
            checks.add(forbid(node));
        }
        List<String> ids = new ArrayList<>(base.pages().stream().map(RulePage::id).toList());
        for (OwnCheck check : checks) {
            if (ids.contains(check.id())) {
                throw new ConfigurationError(file, 1, "mã " + check.id() + " đã có / the id is taken");
            }
            ids.add(check.id());
        }
        Map<String, Settings.Setting> rules = new LinkedHashMap<>();
        if (top.containsKey("rules")) {
            for (NodeTuple tuple : mapping(top.get("rules")).getValue()) {
                String id = known(tuple.getKeyNode(), ids);
                rules.put(id, setting(id, tuple.getValueNode()));
            }
        }
        List<Settings.Exemption> exemptions = new ArrayList<>();
        for (Node node : top.containsKey("exceptions") ? list(top.get("exceptions")) : List.<Node>of()) {
            exemptions.add(exemption(node, ids));
        }
        return new Configuration(file, new Settings(rules, exemptions, checks), base, digest(bytes));
    }

    // ---- pieces ----

    /** {@code off}, {@code on}, a severity, or a map. */
    private Settings.Setting setting(String id, Node node) throws ConfigurationError {
        if (node instanceof ScalarNode scalar) {
            String word = scalar.getValue().toLowerCase(Locale.ROOT);
            if (List.of("off", "false", "on", "true").contains(word)) {
                return new Settings.Setting(word.equals("on") || word.equals("true"), null, Map.of());
            }
            return new Settings.Setting(null, severity(node), Map.of());
        }
        Map<String, Node> map = map(node, SETTING);
        Map<String, Integer> parameters = new LinkedHashMap<>();
        if (map.containsKey("parameters")) {
            RulePage page = base.page(id);
            List<String> names = page == null ? List.of() : page.parameters().keySet().stream().sorted().toList();
            for (NodeTuple tuple : mapping(map.get("parameters")).getValue()) {
                if (names.isEmpty()) {
                    throw error(tuple.getKeyNode(), "quy tắc " + id + " không có tham số / the rule has no parameters");
                }
                parameters.put(known(tuple.getKeyNode(), names), number(tuple.getValueNode()));
            }
        }
        Node enabled = map.get("enabled");
        return new Settings.Setting(enabled == null ? null : Boolean.valueOf(flag(enabled)),
                map.containsKey("severity") ? severity(map.get("severity")) : null, parameters);
    }

    private Settings.Exemption exemption(Node node, List<String> ids) throws ConfigurationError {
        Map<String, Node> map = map(node, EXCEPTION);
        List<String> rules = new ArrayList<>();
        if (map.containsKey("rules")) {
            for (Node rule : list(map.get("rules"))) {
                rules.add(known(rule, ids));
            }
        }
        LocalDate expires = null;
        if (map.containsKey("expires")) {
            try {
                expires = LocalDate.parse(word(map.get("expires")));
            } catch (DateTimeParseException e) {
                throw error(map.get("expires"), "ngày viết dạng 2026-12-31 / a date is written 2026-12-31");
            }
        }
        return new Settings.Exemption(file.toAbsolutePath().normalize().getParent(), word(needed(map, "files", node)),
                rules, word(needed(map, "reason", node)), expires);
    }

    private OwnCheck require(Node node) throws ConfigurationError {
        Map<String, Node> map = map(node, REQUIRE);
        String section = word(needed(map, "section", node));
        Text message = text(map.get("message"), new Text("Kế hoạch không có mục “" + section + "”.",
                "The plan has no section “" + section + "”."));
        return check(map, node, OwnCheck.Kind.REQUIRE_SECTION, words(section), message,
                new Text("Thêm mục “" + section + "”.", "Add a section “" + section + "”."));
    }

    private OwnCheck forbid(Node node) throws ConfigurationError {
        Map<String, Node> map = map(node, FORBID);
        if (map.containsKey("phrase") == map.containsKey("pattern")) {
            throw error(node, "cần một trong hai: phrase, pattern / give either phrase or pattern");
        }
        Pattern pattern;
        if (map.containsKey("phrase")) {
            pattern = words(word(map.get("phrase")));
        } else {
            try {
                pattern = Pattern.compile(word(map.get("pattern")), Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
            } catch (PatternSyntaxException e) {
                throw error(map.get("pattern"), "mẫu sai / bad pattern: " + e.getDescription());
            }
        }
        Text message = text(map.get("message"), new Text("Không dùng “{evidence}”.", "“{evidence}” is not to be used."));
        return check(map, node, OwnCheck.Kind.FORBID, pattern, message, new Text("Sửa hoặc bỏ.", "Change it or leave it out."));
    }

    private OwnCheck check(Map<String, Node> map, Node node, OwnCheck.Kind kind, Pattern pattern, Text message, Text advice)
            throws ConfigurationError {
        String id = word(needed(map, "id", node));
        if (!id.matches("[a-z]+(-[a-z0-9]+)*")) {
            throw error(map.get("id"), "mã viết thường, nối bằng gạch ngang / an id is kebab-case: " + id);
        }
        return new OwnCheck(id, kind, pattern, map.containsKey("severity") ? severity(map.get("severity")) : Severity.WARNING,
                message, text(map.get("advice"), advice));
    }

    private static Pattern words(String phrase) {
        String quoted = Pattern.quote(phrase.strip()).replace(" ", "\\E\\s+\\Q");
        return Pattern.compile("(?<!\\p{L})" + quoted + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    // ---- nodes ----

    private Map<String, Node> map(Node node, List<String> keys) throws ConfigurationError {
        Map<String, Node> found = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping(node).getValue()) {
            found.put(known(tuple.getKeyNode(), keys), tuple.getValueNode());
        }
        return found;
    }

    private MappingNode mapping(Node node) throws ConfigurationError {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw error(node, "cần các cặp khóa: giá trị / expected keys with values");
    }

    private List<Node> list(Node node) throws ConfigurationError {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(node, "cần một danh sách / expected a list");
    }

    private String word(Node node) throws ConfigurationError {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw error(node, "cần một giá trị / expected a value");
    }

    private String known(Node node, Collection<String> names) throws ConfigurationError {
        String typed = word(node);
        if (!names.contains(typed)) {
            throw error(node, "không có “" + typed + "”, có phải “" + Nearest.to(typed, names) + "”? / unknown “" + typed
                    + "”, did you mean “" + Nearest.to(typed, names) + "”?");
        }
        return typed;
    }

    private Node needed(Map<String, Node> map, String key, Node node) throws ConfigurationError {
        Node value = map.get(key);
        if (value == null) {
            throw error(node, "thiếu “" + key + "” / “" + key + "” is missing");
        }
        return value;
    }

    private Severity severity(Node node) throws ConfigurationError {
        return Severity.valueOf(known(node, SEVERITIES).toUpperCase(Locale.ROOT));
    }

    private boolean flag(Node node) throws ConfigurationError {
        return known(node, List.of("true", "false")).equals("true");
    }

    private int number(Node node) throws ConfigurationError {
        try {
            return Integer.parseInt(word(node));
        } catch (NumberFormatException e) {
            throw error(node, "cần một số nguyên / expected a whole number");
        }
    }

    /** One text for both languages, or {@code vi} and {@code en}. */
    private Text text(Node node, Text otherwise) throws ConfigurationError {
        if (node == null) {
            return otherwise;
        }
        if (node instanceof ScalarNode) {
            return new Text(word(node), word(node));
        }
        Map<String, Node> map = map(node, List.of("vi", "en"));
        String vi = word(needed(map, "vi", node));
        return new Text(vi, map.containsKey("en") ? word(map.get("en")) : vi);
    }

    private ConfigurationError error(Node node, String why) {
        return new ConfigurationError(file, node.getStartMark().map(m -> m.getLine() + 1).orElse(1), why);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
