package org.planlint.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.planlint.facts.Stage;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.rules.FileGlob;
import org.planlint.rules.OwnCheck;
import org.planlint.rules.Profile;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.rules.Settings;
import org.planlint.text.Sha256;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads {@code planlint.yaml}. Every key and rule id is checked; what is unknown is refused with its line and the
 * nearest right name.
 */
final class ConfigurationReader {
    private static final Shape SHAPE = Shape.of(ConfigurationReader.class, "planlint.schema.json");

    private final Path file;
    private final Yaml yaml;
    private RuleBase base;

    private ConfigurationReader(Path file, RuleBase base) {
        this.file = file;
        this.yaml = new Yaml(file);
        this.base = base;
    }

    /**
     * @param base the rules that may be named; those of the file's own packs may be too
     * @throws ConfigurationError with the line of the first thing that is wrong
     */
    public static Configuration read(Path file, RuleBase base) throws ConfigurationError {
        return new ConfigurationReader(file, base).read(Yaml.bytes(file));
    }

    private Configuration read(byte[] bytes) throws ConfigurationError {
        Optional<Node> root = yaml.root(bytes);
        if (root.isEmpty()) {
            return new Configuration(file, Settings.NONE, base, Sha256.shortHex(bytes), null, null, null, null, null);
        }
        Map<String, Node> top = yaml.map(root.get(), SHAPE.keys());
        if (top.containsKey("packs")) {
            List<Path> packs = new ArrayList<>();
            for (Node pack : yaml.list(top.get("packs"))) {
                packs.add(folder().resolve(yaml.word(pack)).normalize());
            }
            base = Packs.load(packs, base);
        }
        List<OwnCheck> checks = new ArrayList<>();
        for (Node node : top.containsKey("require") ? yaml.list(top.get("require")) : List.<Node>of()) {
            checks.add(require(node));
        }
        for (Node node : top.containsKey("forbid") ? yaml.list(top.get("forbid")) : List.<Node>of()) {
            checks.add(forbid(node));
        }
        List<String> ids =
                new ArrayList<>(base.pages().stream().map(RulePage::id).toList());
        for (OwnCheck check : checks) {
            if (ids.contains(check.id())) {
                throw new ConfigurationError(file, 1, "mã " + check.id() + " đã có / the id is taken");
            }
            ids.add(check.id());
        }
        Map<String, Settings.Setting> rules = new LinkedHashMap<>();
        if (top.containsKey("rules")) {
            for (NodeTuple tuple : yaml.mapping(top.get("rules")).getValue()) {
                String id = yaml.known(tuple.getKeyNode(), ids);
                rules.put(id, setting(id, tuple.getValueNode()));
            }
        }
        List<Settings.Exemption> exemptions = new ArrayList<>();
        for (Node node : top.containsKey("exceptions") ? yaml.list(top.get("exceptions")) : List.<Node>of()) {
            exemptions.add(exemption(node, ids));
        }
        String waivers = yaml.wordOf(top, "waivers");
        return new Configuration(
                file,
                new Settings(rules, exemptions, checks, only(top)),
                base,
                Sha256.shortHex(bytes),
                waivers == null ? null : folder().resolve(waivers).normalize(),
                top.containsKey("ocr") ? recognition(top.get("ocr")) : null,
                top.containsKey("ocr-pages") ? Integer.valueOf(pages(top.get("ocr-pages"))) : null,
                top.containsKey("stage") ? stage(top.get("stage")) : null,
                top.containsKey("rules-url") ? rulesUrl(top.get("rules-url")) : null);
    }

    private Path folder() {
        return file.toAbsolutePath().normalize().getParent();
    }

    // ---- pieces ----

    /** {@code content}, {@code layout}, or what an archive asks; all rules of an office where it says nothing. */
    private Profile only(Map<String, Node> top) throws ConfigurationError {
        if (top.containsKey("profile")) {
            yaml.known(top.get("profile"), SHAPE.words("profile"));
            if (top.containsKey("only")) {
                throw yaml.error(top.get("only"), "profile, only: chọn một / one of the two");
            }
            return Profile.ARCHIVE;
        }
        return top.containsKey("only")
                ? Profile.valueOf(
                        yaml.known(top.get("only"), SHAPE.words("only")).toUpperCase(Locale.ROOT))
                : Profile.ALL;
    }

    /** {@code off}, {@code on}, a severity, or a map. */
    private Settings.Setting setting(String id, Node node) throws ConfigurationError {
        if (node instanceof ScalarNode scalar) {
            String word = scalar.getValue();
            if (List.of("off", "false", "on", "true").contains(word)) {
                return new Settings.Setting(word.equals("on") || word.equals("true"), null, Map.of());
            }
            return new Settings.Setting(null, severity(node), Map.of());
        }
        Map<String, Node> map = yaml.map(node, SHAPE.keys("longSetting"));
        Map<String, Integer> parameters = new LinkedHashMap<>();
        if (map.containsKey("parameters")) {
            RulePage page = base.page(id);
            List<String> names = page == null
                    ? List.of()
                    : page.parameters().keySet().stream().sorted().toList();
            for (NodeTuple tuple : yaml.mapping(map.get("parameters")).getValue()) {
                if (names.isEmpty()) {
                    throw yaml.error(
                            tuple.getKeyNode(), "quy tắc " + id + " không có tham số / the rule has no parameters");
                }
                parameters.put(yaml.known(tuple.getKeyNode(), names), number(tuple.getValueNode()));
            }
        }
        Node enabled = map.get("enabled");
        return new Settings.Setting(
                enabled == null ? null : Boolean.valueOf(flag(enabled)),
                map.containsKey("severity") ? severity(map.get("severity")) : null,
                parameters);
    }

    private Settings.Exemption exemption(Node node, List<String> ids) throws ConfigurationError {
        Map<String, Node> map = yaml.map(node, SHAPE.keys("exception"));
        List<String> rules = new ArrayList<>();
        if (map.containsKey("rules")) {
            for (Node rule : yaml.list(map.get("rules"))) {
                rules.add(yaml.known(rule, ids));
            }
        }
        return new Settings.Exemption(
                new FileGlob(folder(), yaml.word(yaml.needed(map, "files", node))),
                rules,
                yaml.word(yaml.needed(map, "reason", node)),
                yaml.dayOf(map, "expires"));
    }

    private OwnCheck require(Node node) throws ConfigurationError {
        Map<String, Node> map = yaml.map(node, SHAPE.keys("require"));
        String section = yaml.word(yaml.needed(map, "section", node));
        Text message = text(
                map.get("message"),
                new Text("Kế hoạch không có mục “" + section + "”.", "The plan has no section “" + section + "”."));
        return check(
                map,
                node,
                OwnCheck.Kind.REQUIRE_SECTION,
                words(section),
                message,
                new Text("Thêm mục “" + section + "”.", "Add a section “" + section + "”."));
    }

    private OwnCheck forbid(Node node) throws ConfigurationError {
        Map<String, Node> map = yaml.map(node, SHAPE.keys("forbid"));
        if (map.containsKey("phrase") == map.containsKey("pattern")) {
            throw yaml.error(node, "cần một trong hai: phrase, pattern / give either phrase or pattern");
        }
        Pattern pattern;
        if (map.containsKey("phrase")) {
            pattern = words(yaml.word(map.get("phrase")));
        } else {
            try {
                pattern = Pattern.compile(
                        yaml.word(map.get("pattern")), Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
            } catch (PatternSyntaxException e) {
                throw yaml.error(map.get("pattern"), "mẫu sai / bad pattern: " + e.getDescription());
            }
        }
        Text message =
                text(map.get("message"), new Text("Không dùng “{evidence}”.", "“{evidence}” is not to be used."));
        return check(
                map,
                node,
                OwnCheck.Kind.FORBID,
                pattern,
                message,
                new Text("Sửa hoặc bỏ.", "Change it or leave it out."));
    }

    private OwnCheck check(
            Map<String, Node> map, Node node, OwnCheck.Kind kind, Pattern pattern, Text message, Text advice)
            throws ConfigurationError {
        String id = yaml.word(yaml.needed(map, "id", node));
        if (!id.matches("[a-z]+(-[a-z0-9]+)*")) {
            throw yaml.error(map.get("id"), id + ": mã viết thường, nối bằng gạch ngang / an id is kebab-case");
        }
        return new OwnCheck(
                id,
                kind,
                pattern,
                map.containsKey("severity") ? severity(map.get("severity")) : Severity.WARNING,
                message,
                text(map.get("advice"), advice));
    }

    private static Pattern words(String phrase) {
        String quoted = Pattern.quote(phrase.strip()).replace(" ", "\\E\\s+\\Q");
        return Pattern.compile("(?<!\\p{L})" + quoted + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Severity severity(Node node) throws ConfigurationError {
        return Severity.valueOf(yaml.known(node, SHAPE.words("severity")).toUpperCase(Locale.ROOT));
    }

    private Recognition recognition(Node node) throws ConfigurationError {
        return Recognition.valueOf(yaml.known(node, SHAPE.words("recognition")).toUpperCase(Locale.ROOT));
    }

    private Stage stage(Node node) throws ConfigurationError {
        return Stage.valueOf(yaml.known(node, SHAPE.words("stage")).toUpperCase(Locale.ROOT));
    }

    private String rulesUrl(Node node) throws ConfigurationError {
        String pattern = yaml.word(node);
        if (!SHAPE.allows("rulesUrl", pattern)) {
            throw yaml.error(
                    node, pattern + ": cần một địa chỉ http(s) có {id} / expected an address of http(s) with {id}");
        }
        return pattern;
    }

    private int pages(Node node) throws ConfigurationError {
        int pages = number(node);
        if (pages < 1) {
            throw yaml.error(node, "cần ít nhất một trang / at least one page");
        }
        return pages;
    }

    private boolean flag(Node node) throws ConfigurationError {
        return yaml.known(node, List.of("true", "false")).equals("true");
    }

    private int number(Node node) throws ConfigurationError {
        try {
            return Integer.parseInt(yaml.word(node));
        } catch (NumberFormatException e) {
            throw yaml.error(node, "cần một số nguyên / expected a whole number");
        }
    }

    /** One text for both languages, or {@code vi} and {@code en}. */
    private Text text(Node node, Text otherwise) throws ConfigurationError {
        if (node == null) {
            return otherwise;
        }
        if (node instanceof ScalarNode) {
            return new Text(yaml.word(node), yaml.word(node));
        }
        Map<String, Node> map = yaml.map(node, List.of("vi", "en"));
        String vi = yaml.word(yaml.needed(map, "vi", node));
        return new Text(vi, map.containsKey("en") ? yaml.word(map.get("en")) : vi);
    }
}
