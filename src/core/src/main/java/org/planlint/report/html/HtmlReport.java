package org.planlint.report.html;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.planlint.report.AfterSigning;
import org.planlint.report.Coverage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.RuleInfo;
import org.planlint.report.Scope;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.report.Words;
import org.planlint.text.Area;
import org.planlint.text.LinePicture;
import org.planlint.text.PagePicture;
import org.planlint.text.Paragraph;
import org.planlint.text.Sha256;

/**
 * Writes pages that need nothing but themselves: a document beside what is wrong with it, and an index over many.
 * Whatever comes from a file passes through the template engine, which escapes it; the page's policy lets no script
 * run but its own.
 */
public final class HtmlReport {
    private static final String HOME = "org/planlint/report/html/";
    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(loader())
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(Locale.ROOT)
            .build();
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final String STYLE = resource("report.css");
    private static final String OF_SERVICE = STYLE + resource("service.css");
    private static final Map<String, String> STYLES = new ConcurrentHashMap<>();
    private static final Map<String, Script> SCRIPTS = new ConcurrentHashMap<>();

    /** @param digest in Base64, as the page's policy names it */
    private record Script(String text, String digest) {}

    private static Script script(String text) {
        return new Script(text, Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private final Language language;
    private final Map<String, Text> words = new TreeMap<>();
    /** Made once, since many documents break the same rules. */
    private final Map<RuleInfo, Explained> explanations = new ConcurrentHashMap<>();

    public HtmlReport(Language language) {
        this.language = language;
        for (String key : Collections.list(language.words().getKeys())) {
            words.put(key, Text.of(key));
        }
    }

    /** One document. {@code report} is about it alone. */
    public void document(DocumentView view, Report report, Writer out) throws IOException {
        document(view, report, null, out);
    }

    /** @param hosted what the service that shows it adds, or null for a file of its own */
    public void document(DocumentView view, Report report, Hosted hosted, Writer out) throws IOException {
        DocumentReport document = view.report();
        Map<String, RuleInfo> rules = report.rules().stream().collect(Collectors.toMap(RuleInfo::id, rule -> rule));
        AfterSigning afterSigning = AfterSigning.of(report);
        Map<Boolean, List<Finding>> forLater =
                document.findings().stream().collect(Collectors.partitioningBy(f -> afterSigning.covers(document, f)));
        List<FindingView> findings = findings(view, forLater.get(false), rules, hosted);
        Map<String, Object> model = model(report);
        model.put("doc", document);
        model.put("hosted", hosted);
        model.put("settles", hosted != null && hosted.settles());
        if (hosted != null) {
            model.put("style", OF_SERVICE);
        }
        model.put("later", forLater.get(true).isEmpty() ? null : afterSigning.said(forLater.get(true)));
        model.put("said", Scope.said(document));
        model.put("name", name(document.path()));
        model.put("findings", findings);
        model.put("groups", groups(findings, view));
        model.put("coverage", coverage(document.coverage()));
        model.put("missing", missing(document.coverage(), rules));
        model.put("recognised", recognised(document.coverage().recognised()));
        model.put("pagesWithoutText", pagesWithoutText(document.coverage().pagesWithoutText()));
        boolean read = view.document() != null;
        model.put("explained", read ? explained(findings) : List.of());
        model.put(
                "ruleIds",
                findings.stream().map(f -> f.finding().rule()).distinct().toList());
        PlanText text = read ? new PlanText(view, findings) : null;
        model.put("body", read ? text.body() : List.of());
        model.put("asides", read ? text.asides() : List.of());
        model.put("pages", read ? pages(view, findings) : List.of());
        render("document", model, out);
    }

    /**
     * The index over many documents.
     *
     * @param pages where the page of each lies, relative to the index
     */
    public void index(Report report, List<String> pages, Writer out) throws IOException {
        Map<String, Object> model = model(report);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            DocumentReport document = report.documents().get(i);
            rows.add(new Row(
                    document,
                    pages.get(i),
                    Scope.said(document),
                    document.count(Severity.ERROR),
                    document.count(Severity.WARNING),
                    document.count(Severity.INFO)));
        }
        model.put("rows", rows);
        Map<String, Long> counts = report.documents().stream()
                .flatMap(d -> d.findings().stream())
                .filter(f -> !f.isWaived())
                .collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
        model.put(
                "rules",
                report.rules().stream()
                        .filter(rule -> counts.containsKey(rule.id()))
                        .map(rule -> new RuleCount(rule, counts.get(rule.id())))
                        .sorted((a, b) -> Long.compare(b.count(), a.count()))
                        .toList());
        render("index", model, out);
    }

    /** A line of the index. */
    record Row(DocumentReport doc, String page, Text said, long errors, long warnings, long infos) {}

    record RuleCount(RuleInfo rule, long count) {}

    /** Findings under one heading of the plan. */
    record Group(Text title, List<FindingView> findings) {}

    /** A rule with its explanation as HTML. */
    record Explained(RuleInfo rule, String vi, String en) {}

    /** Why some rules could not be judged. */
    record MissingRules(Text reason, List<RuleInfo> rules) {}

    /** A page with frames over it, in percent of its size. */
    record PageView(int number, String source, double ratio, List<Frame> frames) {}

    record Frame(int finding, String severity, boolean first, String style) {}

    private Map<String, Object> model(Report report) {
        Map<String, Object> model = base(report.version());
        model.put("report", report);
        model.put("errors", report.count(Severity.ERROR));
        model.put("warnings", report.count(Severity.WARNING));
        model.put("infos", report.count(Severity.INFO));
        model.put("waived", report.waived());
        return model;
    }

    /** What every page has. */
    Map<String, Object> base(String version) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", language.code());
        model.put("words", words);
        // Of two languages on one page a day is written once.
        model.put("clerks", Language.VI);
        model.put("version", version);
        model.put("style", STYLE);
        script("report.js", model);
        return model;
    }

    /** What a family of rules is called; an office's own by its folder. */
    Text family(String family) {
        return words.getOrDefault("family." + family, new Text(family, family));
    }

    /** What every page of a service has. */
    Map<String, Object> hosted(String version) {
        Map<String, Object> model = base(version);
        model.put("style", OF_SERVICE);
        return model;
    }

    /** The page's own style. */
    void style(String name, Map<String, Object> model) {
        model.put("style", STYLES.computeIfAbsent(name, HtmlReport::resource));
    }

    /** The page's script, below the one that all pages have, and its hash, by which the page's policy lets it run. */
    void script(String name, Map<String, Object> model) {
        Script script = SCRIPTS.computeIfAbsent(name, key -> script(resource("language.js") + resource(key)));
        model.put("script", script.text());
        model.put("scriptHash", "sha256-" + script.digest());
    }

    // ---- findings ----

    private static List<FindingView> findings(
            DocumentView view, List<Finding> findings, Map<String, RuleInfo> rules, Hosted hosted) {
        DocumentReport document = view.report();
        List<FindingView> views = new ArrayList<>();
        for (Finding finding : findings) {
            String command = "planlint waive \"" + document.path() + "\" " + finding.fingerprint()
                    + " --by \"…\" --reason \"…\"";
            LinePicture line = view.lines().get(finding.fingerprint());
            views.add(new FindingView(
                    views.size() + 1,
                    finding,
                    rules.get(finding.rule()),
                    where(finding.location()),
                    line == null ? null : source(line.mediaType(), line.bytes()),
                    line == null ? 0 : Math.round(line.width()),
                    command,
                    hosted == null ? null : hosted.confirmed().get(finding.fingerprint())));
        }
        return views;
    }

    private static Text where(Finding.Location at) {
        if (at == null || at.page() == null && at.section() == null) {
            return null;
        }
        return Text.each(language -> {
            List<String> parts = new ArrayList<>();
            if (at.page() != null) {
                parts.add(fill(language, "page", at.page()));
            }
            if (at.section() != null) {
                parts.add(fill(language, "section", at.section()));
            }
            return String.join(" · ", parts);
        });
    }

    /**
     * By the outermost section in which the evidence stands; in the order of the text, what is missing first, and how the document
     * looks last.
     */
    private static List<Group> groups(List<FindingView> findings, DocumentView view) {
        int first = view.headings().stream()
                .mapToInt(DocumentView.Heading::paragraph)
                .min()
                .orElse(Integer.MAX_VALUE);
        Map<Text, List<FindingView>> groups = new LinkedHashMap<>();
        List<FindingView> layout = new ArrayList<>();
        for (FindingView finding : findings) {
            if (finding.isOfLayout()) {
                layout.add(finding);
                continue;
            }
            groups.computeIfAbsent(group(finding.finding().location(), first, view), key -> new ArrayList<>())
                    .add(finding);
        }
        if (!layout.isEmpty()) {
            groups.put(Text.of("layout"), layout);
        }
        return groups.entrySet().stream()
                .map(e -> new Group(e.getKey(), e.getValue()))
                .toList();
    }

    private static Text group(Finding.Location at, int firstHeading, DocumentView view) {
        if (at == null) {
            return Text.of("html.whole");
        }
        if (at.section() == null) {
            return Text.of(at.paragraph() < firstHeading ? "html.head" : "html.tail");
        }
        int dot = at.section().indexOf('.');
        String outer = dot < 0 ? at.section() : at.section().substring(0, dot);
        String title = view.headings().stream()
                .filter(h -> h.path().equals(outer) && h.paragraph() <= at.paragraph())
                .reduce((a, b) -> b)
                .map(DocumentView.Heading::title)
                .orElse("");
        if (title.isEmpty()) {
            return Text.each(language -> fill(language, "section", outer));
        }
        String shown = title.startsWith(outer) ? title : outer + ". " + title;
        return new Text(shown, shown);
    }

    private List<Explained> explained(List<FindingView> findings) {
        return findings.stream()
                .map(FindingView::rule)
                .filter(Objects::nonNull)
                .distinct()
                .map(this::explained)
                .toList();
    }

    Explained explained(RuleInfo rule) {
        return explanations.computeIfAbsent(
                rule,
                r -> new Explained(r, markdown(r.help().vi()), markdown(r.help().en())));
    }

    private static String markdown(String text) {
        return HTML.render(MARKDOWN.parse(text));
    }

    private static Text coverage(Coverage coverage) {
        return Text.each(language -> fill(language, "coverage", coverage.evaluated(), coverage.applicable()));
    }

    private static Text recognised(Coverage.Recognised pages) {
        return pages == null
                ? null
                : Text.each(language -> fill(language, "recognised", pages.pages(), pages.of(), pages.confidence()));
    }

    private static Text pagesWithoutText(List<Integer> pages) {
        String list = pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return pages.isEmpty() ? null : Text.each(language -> fill(language, "pages-without-text", list));
    }

    private static List<MissingRules> missing(Coverage coverage, Map<String, RuleInfo> rules) {
        Map<String, List<RuleInfo>> byReason = new TreeMap<>();
        coverage.notEvaluated()
                .forEach(m -> byReason.computeIfAbsent(m.needs(), key -> new ArrayList<>())
                        .add(rules.get(m.rule())));
        return byReason.entrySet().stream()
                .map(e -> new MissingRules(Text.of("needs." + e.getKey()), e.getValue()))
                .toList();
    }

    // ---- pages ----

    private static List<PageView> pages(DocumentView view, List<FindingView> findings) {
        int[] offsets = view.document().offsets();
        Map<Integer, List<Frame>> frames = new TreeMap<>();
        Map<Integer, PagePicture> byPage =
                view.pictures().stream().collect(Collectors.toMap(PagePicture::page, p -> p));
        for (FindingView f : findings) {
            if (!f.isLocated()) {
                continue;
            }
            int index = f.finding().location().paragraph();
            Paragraph paragraph = view.document().paragraphs().get(index);
            boolean first = true;
            for (Area area : view.document()
                    .areas(
                            paragraph,
                            f.finding().location().start() - offsets[index],
                            f.finding().location().end() - offsets[index])) {
                PagePicture page = byPage.get(area.page());
                if (page != null) {
                    frames.computeIfAbsent(area.page(), key -> new ArrayList<>())
                            .add(new Frame(f.number(), f.severity(), first, style(area.box(), page)));
                    first = false;
                }
            }
        }
        return view.pictures().stream()
                .map(p -> new PageView(
                        p.page(),
                        source(p.mediaType(), p.bytes()),
                        p.height() / p.width(),
                        frames.getOrDefault(p.page(), List.of())))
                .toList();
    }

    private static String source(String mediaType, byte[] bytes) {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String style(Paragraph.Box box, PagePicture page) {
        return String.format(
                Locale.ROOT,
                "left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%",
                box.x() / page.width() * 100,
                box.y() / page.height() * 100,
                box.width() / page.width() * 100,
                box.height() / page.height() * 100);
    }

    // ---- words ----

    private static String name(String path) {
        String slashed = path.replace('\\', '/');
        return slashed.substring(slashed.lastIndexOf('/') + 1);
    }

    private static String fill(Language language, String key, Object... values) {
        return Words.say(language.words(), key, values);
    }

    // ---- templates ----

    private static ClasspathLoader loader() {
        ClasspathLoader loader = new ClasspathLoader(HtmlReport.class.getClassLoader());
        loader.setPrefix("org/planlint/report/html");
        loader.setSuffix(".peb");
        return loader;
    }

    void render(String name, Map<String, Object> model, Writer out) throws IOException {
        PebbleTemplate template = ENGINE.getTemplate(name);
        template.evaluate(out, model, Locale.ROOT);
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getClassLoader().getResourceAsStream(HOME + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
