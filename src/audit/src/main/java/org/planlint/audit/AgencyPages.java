package org.planlint.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.planlint.report.AuditSummary.AgencyTally;
import org.planlint.report.AuditSummary.RuleTally;
import org.planlint.report.CsvTable;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.html.AgencyView;
import org.planlint.text.NormalText;
import org.planlint.text.Sha256;

/**
 * A page for each agency with what was found in its documents, which can be sent to it: it leads nowhere else. Of each document it is
 * known only where its line stands among the results.
 */
final class AgencyPages {
    /** The folder of the pages. */
    static final String FOLDER = "agencies";
    /** Agencies beyond these have no page: who finds so many has names misread from scans among them. */
    private static final int MOST = 2000;

    private static final int FINDINGS = 400;
    private static final int NAME = 60;
    private static final Pattern OURS = Pattern.compile("[a-z0-9-]*[0-9a-f]{8}\\.(?:html|csv)");
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");
    private static final List<String> COLUMNS = List.of(
            "path",
            "number",
            "issueDate",
            "severity",
            "rule",
            "section",
            "page",
            "message",
            "evidence",
            "expected",
            "advice",
            "citation");

    private record Stretch(long from, int length) {}

    private final Map<String, List<Stretch>> documents = new HashMap<>();
    private final Language language;
    private final Given given;

    AgencyPages(Given given, Language language) {
        this.given = given;
        this.language = language;
    }

    /**
     * @param agency key of the agency
     * @param from   where the line of a document with something to say of begins, in bytes
     */
    void add(String agency, long from, int length) {
        documents.computeIfAbsent(agency, key -> new ArrayList<>()).add(new Stretch(from, length));
    }

    /** Writes the page of an agency. */
    interface Page {
        void write(AgencyView view, Writer out) throws IOException;
    }

    /**
     * @param agencies the worst first
     * @param results  the lines of all documents
     * @return by the key of an agency, its page below {@code folder}
     */
    Map<String, String> write(List<Map.Entry<String, AgencyTally>> agencies, Path results, Path folder, Page page)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(FOLDER));
        Map<String, String> links = new LinkedHashMap<>();
        Set<String> written = new HashSet<>();
        try (RandomAccessFile lines = new RandomAccessFile(results.toFile(), "r")) {
            for (Map.Entry<String, AgencyTally> agency : agencies) {
                List<Stretch> stretches = documents.get(agency.getKey());
                if (stretches == null || links.size() >= MOST) {
                    continue;
                }
                AgencyTally tally = agency.getValue();
                String name = name(agency.getKey(), tally.name());
                boolean all = tally.errors() + tally.warnings() + tally.infos() <= FINDINGS;
                if (!all) {
                    table(stretches, lines, own.resolve(name + ".csv"));
                    written.add(name + ".csv");
                }
                try (BufferedWriter out =
                        Files.newBufferedWriter(own.resolve(name + ".html"), StandardCharsets.UTF_8)) {
                    page.write(view(agency.getKey(), tally, stretches, lines, all ? null : name + ".csv"), out);
                }
                written.add(name + ".html");
                links.put(agency.getKey(), FOLDER + "/" + name + ".html");
            }
        }
        keepOnly(written, own);
        return links;
    }

    private static String name(String key, String printed) {
        String plain = NO_NAME.matcher(NormalText.fold(Normalizer.normalize(printed, Normalizer.Form.NFC))
                        .toLowerCase(Locale.ROOT))
                .replaceAll("-");
        return plain.substring(0, Math.min(NAME, plain.length())) + "-"
                + Sha256.shortHex(key.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    /** The most grave findings, in the order of the documents. */
    private AgencyView view(
            String key, AgencyTally tally, List<Stretch> stretches, RandomAccessFile lines, String rest) {
        int errors = Math.min(FINDINGS, tally.errors());
        int warnings = Math.min(FINDINGS - errors, tally.warnings());
        Map<String, Integer> room = new HashMap<>();
        room.put("error", errors);
        room.put("warning", warnings);
        room.put("info", Math.min(FINDINGS - errors - warnings, tally.infos()));
        List<AgencyView.Document> shown = new ArrayList<>();
        Map<String, RuleTally> rules = new HashMap<>();
        each(stretches, lines, document -> {
            AgencyView.Document view = document(document);
            view.findings()
                    .forEach(finding -> rules.computeIfAbsent(finding.rule(), id -> new RuleTally())
                            .add(Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT))));
            List<AgencyView.Finding> findings = new ArrayList<>();
            for (AgencyView.Finding finding : view.findings()) {
                if (room.merge(finding.severity(), -1, Integer::sum) >= 0) {
                    findings.add(finding);
                }
            }
            if (!findings.isEmpty() || view.unread() != null && shown.size() < FINDINGS) {
                shown.add(view.with(findings));
            }
        });
        int more = tally.errors()
                + tally.warnings()
                + tally.infos()
                - shown.stream()
                        .mapToInt(document -> document.findings().size())
                        .sum();
        return new AgencyView(key, tally, shown, rules, more, rest);
    }

    private void table(List<Stretch> stretches, RandomAccessFile lines, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvTable table = new CsvTable(out, COLUMNS, language);
            each(stretches, lines, line -> {
                AgencyView.Document document = document(line);
                for (AgencyView.Finding f : document.findings()) {
                    try {
                        table.add(
                                document.path(),
                                document.number(),
                                document.date(),
                                language.words().getString("html.one." + f.severity()),
                                f.rule(),
                                f.section(),
                                f.page(),
                                f.message(),
                                f.evidence(),
                                f.expected(),
                                f.advice(),
                                f.citation());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
    }

    private static void each(List<Stretch> stretches, RandomAccessFile lines, Consumer<JsonObject> document) {
        try {
            for (Stretch stretch : stretches) {
                byte[] line = new byte[stretch.length()];
                lines.seek(stretch.from());
                lines.readFully(line);
                document.accept(JsonParser.parseString(new String(line, StandardCharsets.UTF_8))
                        .getAsJsonObject()
                        .getAsJsonArray("documents")
                        .get(0)
                        .getAsJsonObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AgencyView.Document document(JsonObject report) {
        JsonObject plan = object(report, "plan");
        JsonObject error = object(report, "error");
        List<AgencyView.Finding> findings = new ArrayList<>();
        for (JsonElement element : report.getAsJsonArray("findings")) {
            JsonObject finding = element.getAsJsonObject();
            if (finding.get("waiver").isJsonNull()) {
                JsonObject at = object(finding, "location");
                findings.add(new AgencyView.Finding(
                        text(finding, "severity"),
                        text(finding, "rule"),
                        text(finding, "message"),
                        text(finding, "evidence"),
                        text(finding, "expected"),
                        text(finding, "advice"),
                        text(finding, "citation"),
                        text(at, "section"),
                        text(at, "page")));
            }
        }
        String number = text(plan, "number");
        String symbol = text(plan, "symbol");
        return new AgencyView.Document(
                given.relative(text(report, "path")),
                text(plan, "type"),
                number == null ? symbol : symbol == null ? number : number + "/" + symbol,
                language.dayOf(text(plan, "issueDate")),
                text(plan, "subject"),
                text(error, "message"),
                text(error, "help"),
                findings);
    }

    /** As people write it: 11/04/2023, or 04/2023 for a blank day. */
    private static JsonObject object(JsonObject of, String name) {
        JsonElement value = of.get(name);
        return value == null || value.isJsonNull() ? null : value.getAsJsonObject();
    }

    private static String text(JsonObject of, String name) {
        JsonElement value = of == null ? null : of.get(name);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }

    private static void keepOnly(Set<String> written, Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{html,csv}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (OURS.matcher(name).matches() && !written.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }
}
