package org.planlint.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlint.report.Finding;
import org.planlint.review.Waiver;
import org.planlint.rules.FileGlob;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file of waivers: the one beside a document, or a central one whose waivers may name their {@code files}. */
public final class WaiverFile {
    private static final List<String> KEYS = List.of("rule", "fingerprint", "evidence", "reason", "by", "expires");
    private static final List<String> CENTRAL_KEYS =
            List.of("files", "rule", "fingerprint", "evidence", "reason", "by", "expires");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern GLOB = Pattern.compile("[\\\\*?\\[\\]{}]");

    private WaiverFile() {}

    /**
     * @param central whether it lies apart from the documents
     * @param rules   ids that may be named
     * @throws ConfigurationError with the line of the first thing that is wrong
     */
    public static List<Waiver> read(Path file, boolean central, Collection<String> rules) throws ConfigurationError {
        return parse(file, Yaml.bytes(file), central, rules);
    }

    private static List<Waiver> parse(Path file, byte[] bytes, boolean central, Collection<String> rules)
            throws ConfigurationError {
        Yaml yaml = new Yaml(file);
        Optional<Node> root = yaml.root(bytes);
        List<Waiver> found = new ArrayList<>();
        if (root.isPresent()) {
            Map<String, Node> top = yaml.map(root.get(), List.of("waivers"));
            for (Node node : yaml.list(yaml.needed(top, "waivers", root.get()))) {
                found.add(waiver(yaml, file, central, rules, node));
            }
        }
        return found;
    }

    private static Waiver waiver(Yaml yaml, Path file, boolean central, Collection<String> rules, Node node)
            throws ConfigurationError {
        Map<String, Node> map = yaml.map(node, central ? CENTRAL_KEYS : KEYS);
        if (!map.containsKey("rule") && !map.containsKey("fingerprint")) {
            throw yaml.error(node, "cần rule hoặc fingerprint / give a rule or a fingerprint");
        }
        String fingerprint = yaml.wordOf(map, "fingerprint");
        if (fingerprint != null && !FINGERPRINT.matcher(fingerprint).matches()) {
            throw yaml.error(
                    map.get("fingerprint"),
                    "mã phát hiện gồm 16 chữ số thập lục phân / a fingerprint has 16 hex digits");
        }
        String files = yaml.wordOf(map, "files");
        return new Waiver(
                file,
                Yaml.line(node),
                central ? new FileGlob(folder(file), files == null ? "*" : files) : null,
                map.containsKey("rule") ? yaml.known(map.get("rule"), rules) : null,
                fingerprint,
                yaml.wordOf(map, "evidence"),
                yaml.word(yaml.needed(map, "reason", node)),
                yaml.word(yaml.needed(map, "by", node)),
                yaml.dayOf(map, "expires"));
    }

    /**
     * Writes waivers behind those that the file holds, which it need not yet exist for.
     *
     * @param document the document that they are about where the file is a central one; null for the file beside it
     * @throws ConfigurationError if the file is written so that nothing can be put behind it; it is left as it was
     */
    public static void append(
            Path file, Path document, List<Finding> findings, Finding.Waiver waiver, Collection<String> rules)
            throws IOException, ConfigurationError {
        StringBuilder text = new StringBuilder(Files.exists(file) ? Files.readString(file) : "");
        if (text.toString().isBlank()) {
            text.append("waivers:\n");
        } else if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        Dump dump = new Dump(DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(200)
                .build());
        for (Finding finding : findings) {
            Map<String, Object> entry = new LinkedHashMap<>();
            if (document != null) {
                Path absolute = document.toAbsolutePath().normalize();
                Path below = absolute.startsWith(folder(file)) ? folder(file).relativize(absolute) : absolute;
                entry.put(
                        "files",
                        GLOB.matcher(below.toString().replace('\\', '/')).replaceAll("\\\\$0"));
            }
            entry.put("rule", finding.rule());
            entry.put("fingerprint", finding.fingerprint());
            if (!finding.evidence().isBlank()) {
                entry.put("evidence", finding.evidence().strip().replaceAll("\\s+", " "));
            }
            entry.put("reason", waiver.reason());
            entry.put("by", waiver.by());
            if (waiver.expires() != null) {
                entry.put("expires", waiver.expires().toString());
            }
            text.append(dump.dumpToString(List.of(entry)).indent(2));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        parse(file, bytes, document != null, rules);
        Files.write(file, bytes);
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}
