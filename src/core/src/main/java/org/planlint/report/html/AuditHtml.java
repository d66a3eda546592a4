package org.planlint.report.html;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.AuditSummary;
import org.planlint.report.AuditSummary.AgencyTally;
import org.planlint.report.AuditSummary.Tally;
import org.planlint.report.Changes;
import org.planlint.report.Language;
import org.planlint.report.PassedOver;
import org.planlint.report.Report;
import org.planlint.report.RuleInfo;
import org.planlint.report.Scope;
import org.planlint.report.Severity;
import org.planlint.report.Status;
import org.planlint.report.Text;

/** The pages over a whole archive: each number leads to the documents behind it, and no page grows with the archive. */
public final class AuditHtml {
    private static final int WORST = 12;
    private static final int AGENCIES = 2000;
    private static final int DOCUMENTS = 20_000;
    private static final int TOGETHER = 500;
    private static final int FILES = 100;
    private static final int KINDS = 12;
    /** With HTML's own letters escaped, since it stands within a page. */
    private static final Gson GSON = new Gson();

    private final HtmlReport pages;
    private final Language language;
    private final String name;
    private final AuditSummary summary;
    private final Report header;
    private final Map<String, RuleInfo> rules;
    private final List<RuleInfo> archiveRules;

    /**
     * @param name         of the archive
     * @param header       a report without its documents
     * @param archiveRules those over several documents
     */
    public AuditHtml(Language language, String name, AuditSummary summary, Report header, List<RuleInfo> archiveRules) {
        this.pages = new HtmlReport(language);
        this.language = language;
        this.name = name;
        this.summary = summary;
        this.header = header;
        this.rules = header.rules().stream().collect(Collectors.toMap(RuleInfo::id, rule -> rule));
        this.archiveRules = List.copyOf(archiveRules);
    }

    private Map<String, Object> model(String here) {
        Map<String, Object> model = pages.base(header.version());
        pages.style("audit.css", model);
        model.put("here", here);
        model.put("name", name);
        model.put("all", summary.all());
        model.put("since", summary.since());
        model.put(
                "together",
                summary.archive().values().stream().mapToInt(Integer::intValue).sum());
        return model;
    }

    // ---- the first page ----

    /** An agency; {@code errors} and {@code warnings} of the longest bar in percent. */
    record AgencyBar(String link, AgencyTally agency, String errors, String warnings, Changes.Delta delta) {}

    /**
     * A rule, as grave as most of what it found.
     *
     * @param parts of the longest bar, what is of each severity
     */
    record RuleBar(RuleInfo rule, String severity, String link, int count, int documents, List<Share> parts) {}

    record Share(String severity, String width) {}

    record UnreadBar(String code, String link, AuditSummary.UnreadTally unread, String share) {}

    /** {@code height} of the highest in percent, of which {@code faulty} percent have errors. */
    record YearBar(String name, String link, Tally tally, String height, String faulty) {}

    record Part(Text name, String kind, String link, int count, String share) {}

    record DeltaRow(Text name, String id, String kind, String link, Changes.Delta delta) {}

    /** @param agencyPages by the key of an agency, its page */
    public void index(Map<String, String> agencyPages, Writer out) throws IOException {
        Map<String, Object> model = model("index");
        model.put("staleWaivers", header.review().staleWaivers());
        model.put("waived", summary.waived());
        model.put("scans", summary.scans());
        model.put("plans", summary.statuses().getOrDefault(Status.CHECKED.word(), 0));
        model.put(
                "agencies",
                agencies(agencyPages).stream()
                        .filter(bar -> bar.agency().plans() > 0)
                        .limit(WORST)
                        .toList());
        model.put("agencyCount", summary.agencies().size());
        List<RuleBar> fired = fired();
        model.put("rules", fired.subList(0, Math.min(WORST, fired.size())));
        model.put("otherRules", fired.subList(Math.min(WORST, fired.size()), fired.size()));
        model.put("unread", unread());
        model.put("unreadCount", summary.all().documents() - checked());
        model.put("changedRules", changedRules());
        model.put("changedAgencies", changedAgencies(agencyPages));
        model.put("years", years());
        model.put("otherYears", summary.otherYears());
        model.put("otherYearsLink", link("year", ""));
        model.put("parts", parts());
        model.put("regimes", regimes());
        model.put("kinds", kinds());
        model.put("passedOver", passedOver());
        model.put("passedOverCount", PassedOver.total(summary.passedOver()));
        model.put("archive", together());
        pages.render("audit", model, out);
    }

    private int checked() {
        return summary.statuses().getOrDefault(Status.CHECKED.word(), 0)
                + summary.statuses().getOrDefault(Scope.NOT_A_PLAN.word(), 0);
    }

    private List<AgencyBar> agencies(Map<String, String> agencyPages) {
        int most = summary.agencies().values().stream()
                .mapToInt(agency -> agency.errors() + agency.warnings())
                .max()
                .orElse(1);
        return summary.worstAgencies().stream()
                .map(entry -> {
                    AgencyTally agency = entry.getValue();
                    return new AgencyBar(
                            agencyPages.getOrDefault(entry.getKey(), link("agency", entry.getKey())),
                            agency,
                            percent(agency.errors(), most),
                            percent(agency.warnings(), most),
                            summary.since() == null
                                    ? null
                                    : summary.since().agencies().get(entry.getKey()));
                })
                .toList();
    }

    /** Those that fire most first. */
    private List<RuleBar> fired() {
        int most = summary.rules().values().stream()
                .mapToInt(AuditSummary.RuleTally::documents)
                .max()
                .orElse(1);
        return summary.rules().entrySet().stream()
                .filter(entry -> rules.containsKey(entry.getKey()))
                .map(entry -> bar(
                        rules.get(entry.getKey()),
                        entry.getValue(),
                        entry.getValue().documents(),
                        most))
                .sorted(Comparator.comparing((RuleBar bar) -> -bar.documents())
                        .thenComparing(bar -> -bar.count())
                        .thenComparing(bar -> bar.rule().id()))
                .toList();
    }

    /** @param length of the bar, where the longest has {@code most} */
    private static RuleBar bar(RuleInfo rule, AuditSummary.RuleTally tally, int length, int most) {
        return new RuleBar(
                rule,
                tally.severity().word(),
                link("rule", rule.id()),
                tally.findings(),
                tally.documents(),
                Arrays.stream(Severity.values())
                        .filter(severity -> tally.of(severity) > 0)
                        .map(severity -> new Share(
                                severity.word(),
                                percent((long) tally.of(severity) * length, (long) tally.findings() * most)))
                        .toList());
    }

    /** One whose findings are all of one severity. */
    private static RuleBar bar(RuleInfo rule, String link, int count, int most) {
        String severity = rule.severity().word();
        return new RuleBar(rule, severity, link, count, 0, List.of(new Share(severity, percent(count, most))));
    }

    private List<UnreadBar> unread() {
        int most = summary.unread().values().stream()
                .mapToInt(AuditSummary.UnreadTally::documents)
                .max()
                .orElse(1);
        return summary.unread().entrySet().stream()
                .map(entry -> new UnreadBar(
                        entry.getKey(),
                        link("reason", entry.getKey()),
                        entry.getValue(),
                        percent(entry.getValue().documents(), most)))
                .sorted(Comparator.comparing((UnreadBar bar) -> -bar.unread().documents())
                        .thenComparing(UnreadBar::code))
                .toList();
    }

    private List<DeltaRow> changedRules() {
        return summary.since() == null
                ? List.of()
                : Changes.sorted(summary.since().rules()).stream()
                        .limit(WORST)
                        .map(entry -> {
                            RuleInfo rule = rules.get(entry.getKey());
                            return new DeltaRow(
                                    rule == null ? new Text(entry.getKey(), entry.getKey()) : rule.title(),
                                    entry.getKey(),
                                    grave(entry.getKey()),
                                    link("rule", entry.getKey()),
                                    entry.getValue());
                        })
                        .toList();
    }

    /** As most of what the rule found; empty for what is not found any more. */
    private String grave(String rule) {
        AuditSummary.RuleTally tally = summary.rules().get(rule);
        return tally == null ? "" : tally.severity().word();
    }

    private List<DeltaRow> changedAgencies(Map<String, String> agencyPages) {
        return summary.since() == null
                ? List.of()
                : Changes.sorted(summary.since().agencies()).stream()
                        .limit(WORST)
                        .map(entry -> {
                            String called = called(entry.getKey());
                            return new DeltaRow(
                                    new Text(called, called),
                                    "",
                                    "",
                                    agencyPages.getOrDefault(entry.getKey(), link("agency", entry.getKey())),
                                    entry.getValue());
                        })
                        .toList();
    }

    private String called(String agency) {
        AgencyTally tally = summary.agencies().get(agency);
        return tally == null ? agency : tally.name();
    }

    private List<YearBar> years() {
        int most = summary.years().values().stream()
                .mapToInt(Tally::documents)
                .max()
                .orElse(1);
        return summary.years().entrySet().stream()
                .map(entry -> new YearBar(
                        entry.getKey().toString(),
                        link("year", entry.getKey().toString()),
                        entry.getValue(),
                        percent(entry.getValue().documents(), most),
                        percent(entry.getValue().faulty(), entry.getValue().documents())))
                .toList();
    }

    /** What became of all files. */
    private List<Part> parts() {
        return summary.statuses().entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .map(entry -> new Part(
                        Text.of(
                                entry.getKey().equals(Status.CHECKED.word())
                                        ? "audit.checkedPlan"
                                        : "status." + entry.getKey()),
                        entry.getKey(),
                        link("status", entry.getKey()),
                        entry.getValue(),
                        percent(entry.getValue(), summary.all().documents())))
                .toList();
    }

    private List<Part> regimes() {
        return summary.regimes().entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().documents()))
                .map(entry -> new Part(
                        Text.of("regime." + entry.getKey()),
                        "",
                        link("regime", entry.getKey()),
                        entry.getValue().documents(),
                        percent(entry.getValue().documents(), checked())))
                .toList();
    }

    /** What documents are that are no plans. */
    private List<Part> kinds() {
        return counted(
                summary.others(),
                type -> type.isEmpty() ? Text.of("audit.noType") : new Text(type, type),
                type -> type.isEmpty() ? link("status", Scope.NOT_A_PLAN.word()) : link("type", type));
    }

    private List<Part> passedOver() {
        return counted(
                summary.passedOver(), ending -> Text.each(spoken -> PassedOver.kind(ending, spoken)), ending -> "");
    }

    /** The most frequent; the rest as one. */
    private static List<Part> counted(
            Map<String, Integer> counts, Function<String, Text> name, Function<String, String> link) {
        List<Map.Entry<String, Integer>> sorted = PassedOver.sorted(counts);
        int most = sorted.isEmpty() ? 1 : sorted.get(0).getValue();
        List<Part> parts = sorted.stream()
                .limit(KINDS)
                .map(entry -> new Part(
                        name.apply(entry.getKey()),
                        "",
                        link.apply(entry.getKey()),
                        entry.getValue(),
                        percent(entry.getValue(), most)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (sorted.size() > KINDS) {
            int more = sorted.stream().skip(KINDS).mapToInt(Map.Entry::getValue).sum();
            parts.add(new Part(Text.of("audit.otherKinds"), "", "", more, percent(more, most)));
        }
        return parts;
    }

    /** The rules over several documents that found something, most grave first. */
    private List<RuleBar> together() {
        int most = summary.archive().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        return archiveRules.stream()
                .filter(rule -> summary.archive().containsKey(rule.id()))
                .map(rule ->
                        bar(rule, "archive.html#" + rule.id(), summary.archive().get(rule.id()), most))
                .sorted(Comparator.comparing((RuleBar bar) -> bar.rule().severity())
                        .thenComparing(bar -> -bar.count()))
                .toList();
    }

    // ---- agencies ----

    /** @param agencyPages by the key of an agency, its page */
    public void agencies(Map<String, String> agencyPages, Writer out) throws IOException {
        Map<String, Object> model = model("agencies");
        List<AgencyBar> rows = agencies(agencyPages);
        model.put("agencies", rows.subList(0, Math.min(AGENCIES, rows.size())));
        model.put("more", Math.max(0, rows.size() - AGENCIES));
        pages.script("table.js", model);
        pages.render("agencies", model, out);
    }

    /** The page that can be sent to an agency. */
    public void agency(AgencyView view, Writer out) throws IOException {
        Map<String, Object> model = model("agency");
        model.put("say", spoken());
        model.put("view", view);
        model.put(
                "delta",
                summary.since() == null ? null : summary.since().agencies().get(view.key()));
        int most = view.rules().values().stream()
                .mapToInt(AuditSummary.RuleTally::findings)
                .max()
                .orElse(1);
        model.put(
                "rules",
                view.rules().entrySet().stream()
                        .filter(entry -> rules.containsKey(entry.getKey()))
                        .map(entry -> bar(
                                rules.get(entry.getKey()),
                                entry.getValue(),
                                entry.getValue().findings(),
                                most))
                        .sorted(Comparator.comparing((RuleBar bar) -> -bar.count())
                                .thenComparing(bar -> bar.rule().id()))
                        .toList());
        model.put(
                "titles",
                view.rules().keySet().stream()
                        .filter(rules::containsKey)
                        .collect(Collectors.toMap(
                                id -> id, id -> rules.get(id).title().in(language))));
        pages.render("agency", model, out);
    }

    private Map<String, String> spoken() {
        Map<String, String> say = new TreeMap<>();
        language.words().keySet().forEach(key -> say.put(key, language.words().getString(key)));
        return say;
    }

    // ---- over several documents ----

    /** A rule with what it found, and how many more findings there are than are shown. */
    record Together(RuleInfo rule, int count, Iterable<TogetherView> findings, int more) {}

    record TogetherView(ArchiveFinding finding, List<FileLink> files, int more) {}

    record FileLink(String path, String link) {}

    /** @param findings can be gone through many times */
    public void archive(Iterable<ArchiveFinding> findings, Writer out) throws IOException {
        Map<String, Object> model = model("archive");
        model.put(
                "rules",
                together().stream()
                        .map(bar -> new Together(
                                bar.rule(),
                                bar.count(),
                                () -> StreamSupport.stream(findings.spliterator(), false)
                                        .filter(f -> f.rule().equals(bar.rule().id()))
                                        .limit(TOGETHER)
                                        .map(AuditHtml::view)
                                        .iterator(),
                                Math.max(0, bar.count() - TOGETHER)))
                        .toList());
        pages.render("archive", model, out);
    }

    private static TogetherView view(ArchiveFinding finding) {
        List<FileLink> files = finding.paths().stream()
                .limit(FILES)
                .map(path -> new FileLink(path, link("path", path)))
                .toList();
        return new TogetherView(finding, files, finding.paths().size() - files.size());
    }

    // ---- documents ----

    /**
     * The list to sort and sift. Of an archive that is too large for a page, it holds those first that somebody should look at.
     *
     * @param rows    a digit, the weight, and {@link DocumentRow#of}; gone through once
     * @param weights how many rows of each weight there are
     */
    public void documents(Iterable<String> rows, int[] weights, Writer out) throws IOException {
        int[] room = new int[weights.length];
        int left = DOCUMENTS;
        for (int weight = weights.length - 1; weight >= 0; weight--) {
            room[weight] = Math.min(left, weights[weight]);
            left -= room[weight];
        }
        Map<String, Object> model = model("documents");
        model.put("rows", (Iterable<String>) () -> StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> room[row.charAt(0) - '0']-- > 0)
                .map(row -> row.substring(1))
                .iterator());
        model.put("shown", Math.min(DOCUMENTS, Arrays.stream(weights).sum()));
        model.put("more", Math.max(0, Arrays.stream(weights).sum() - DOCUMENTS));
        model.put(
                "statuses",
                Stream.concat(
                                Stream.of(Scope.NOT_A_PLAN.word()),
                                Arrays.stream(Status.values()).map(Status::word))
                        .toList());
        model.put("names", GSON.toJson(names()));
        pages.script("documents.js", model);
        pages.render("documents", model, out);
    }

    /** What rows name by keys: agencies, rules and reasons. */
    private JsonObject names() {
        JsonObject agencies = new JsonObject();
        summary.agencies().forEach((key, agency) -> {
            JsonArray both = new JsonArray();
            both.add(agency.name());
            both.add(agency.parent());
            agencies.add(key, both);
        });
        JsonObject titles = new JsonObject();
        fired().forEach(bar ->
                titles.add(bar.rule().id(), GSON.toJsonTree(bar.rule().title())));
        JsonObject reasons = new JsonObject();
        summary.unread().forEach((code, unread) -> reasons.add(code, GSON.toJsonTree(unread.message())));
        JsonObject names = new JsonObject();
        names.add("agency", agencies);
        names.add("rule", titles);
        names.add("reason", reasons);
        return names;
    }

    private static String link(String kind, String value) {
        return "documents.html#" + kind + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f", whole == 0 ? 0 : part * 100.0 / whole);
    }
}
