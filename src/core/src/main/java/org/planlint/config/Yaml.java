package org.planlint.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlint.rules.Nearest;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The nodes of one YAML file; whatever is not as it should be is refused with its line and the nearest right name. */
public final class Yaml {
    private static final String NO_YAML = "chỗ này không đúng cách viết YAML / this is no YAML: ";

    private final Path file;

    public Yaml(Path file) {
        this.file = file;
    }

    public static byte[] bytes(Path file) throws ConfigurationError {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationError(file + ": không có tệp này / there is no such file");
        } catch (IOException e) {
            throw new ConfigurationError(file + ": không đọc được / cannot be read");
        }
    }

    /** The root; empty for a file without content. */
    public Optional<Node> root(byte[] bytes) throws ConfigurationError {
        try {
            return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                    .composeString(new String(bytes, StandardCharsets.UTF_8));
        } catch (MarkedYamlEngineException e) {
            throw new ConfigurationError(
                    file, e.getProblemMark().map(m -> m.getLine() + 1).orElse(1), NO_YAML + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ConfigurationError(file, 1, NO_YAML + e.getMessage());
        }
    }

    public Map<String, Node> map(Node node, List<String> keys) throws ConfigurationError {
        Map<String, Node> found = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping(node).getValue()) {
            found.put(known(tuple.getKeyNode(), keys), tuple.getValueNode());
        }
        return found;
    }

    public MappingNode mapping(Node node) throws ConfigurationError {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw error(node, "cần các cặp khóa và giá trị / expected keys with values");
    }

    public List<Node> list(Node node) throws ConfigurationError {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(node, "cần một danh sách / expected a list");
    }

    public String word(Node node) throws ConfigurationError {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw error(node, "cần một giá trị / expected a value");
    }

    public String known(Node node, Collection<String> names) throws ConfigurationError {
        String typed = word(node);
        if (!names.contains(typed)) {
            throw error(
                    node,
                    "không có “" + typed + "”, có phải “" + Nearest.to(typed, names) + "”? / unknown “" + typed
                            + "”, did you mean “" + Nearest.to(typed, names) + "”?");
        }
        return typed;
    }

    public Node needed(Map<String, Node> map, String key, Node node) throws ConfigurationError {
        Node value = map.get(key);
        if (value == null) {
            throw error(node, "thiếu “" + key + "” / “" + key + "” is missing");
        }
        return value;
    }

    /** The value of an optional key, or null. */
    public String wordOf(Map<String, Node> map, String key) throws ConfigurationError {
        return map.containsKey(key) ? word(map.get(key)) : null;
    }

    /** The day that an optional key names, or null. */
    public LocalDate dayOf(Map<String, Node> map, String key) throws ConfigurationError {
        if (!map.containsKey(key)) {
            return null;
        }
        try {
            return LocalDate.parse(word(map.get(key)));
        } catch (DateTimeParseException e) {
            throw error(map.get(key), "ngày viết dạng 2026-12-31 / a date is written 2026-12-31");
        }
    }

    public static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    public ConfigurationError error(Node node, String why) {
        return new ConfigurationError(file, line(node), why);
    }
}
