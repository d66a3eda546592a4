package org.planlint.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planlint.report.Language;
import org.planlint.report.RuleInfo;
import org.planlint.report.Text;
import org.planlint.report.Words;

/** The service's pages for people: drop a file and see what was said of those before, and the rules. */
public final class ServiceHtml {
    private final HtmlReport pages;

    public ServiceHtml(Language language) {
        this.pages = new HtmlReport(language);
    }

    /**
     * What the first page depends on.
     *
     * @param known  whether the reader may send documents; else the page asks for a token
     * @param list   whether the reader may see the documents of others
     * @param reader who the reader is by the token, or null
     * @param keeps  whether documents that are sent from the page may be kept
     * @param days   for how long, or null without an end
     */
    public record Home(boolean known, boolean list, String reader, boolean keeps, Long days) {}

    public void home(Home home, String version, Writer out) throws IOException {
        Map<String, Object> model = pages.hosted(version);
        model.put("home", home);
        model.put(
                "kept",
                home.days() == null
                        ? null
                        : Text.each(language -> Words.say(language.words(), "home.keptDays", home.days())));
        pages.script("home.js", model);
        pages.render("home", model, out);
    }

    /** Rules of one folder. */
    record Family(Text title, List<RuleInfo> rules) {}

    /** All rules, by family. */
    public void rules(List<RuleInfo> rules, String version, Writer out) throws IOException {
        Map<String, List<RuleInfo>> families =
                rules.stream().collect(Collectors.groupingBy(RuleInfo::family, TreeMap::new, Collectors.toList()));
        Map<String, Object> model = pages.hosted(version);
        model.put(
                "families",
                families.entrySet().stream()
                        .map(family -> new Family(pages.family(family.getKey()), family.getValue()))
                        .toList());
        model.put("count", rules.size());
        pages.render("rules", model, out);
    }

    /** One rule as its page explains it. */
    public void rule(RuleInfo rule, String version, Writer out) throws IOException {
        Map<String, Object> model = pages.hosted(version);
        model.put("rule", rule);
        model.put("explained", pages.explained(rule));
        pages.render("rule", model, out);
    }

    /**
     * Why there is nothing to see.
     *
     * @param next where the reader comes to with a token, or null where none would help
     */
    public void problem(Text why, String next, String version, Writer out) throws IOException {
        Map<String, Object> model = pages.hosted(version);
        model.put("why", why);
        model.put("next", next);
        pages.render("problem", model, out);
    }
}
