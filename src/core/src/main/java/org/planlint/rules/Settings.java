package org.planlint.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlint.facts.Parameter;
import org.planlint.facts.Stage;
import org.planlint.report.RuleInfo;
import org.planlint.report.Severity;

/**
 * What an office has set otherwise than the pages say.
 *
 * @param rules      settings by rule id
 * @param exemptions files that some rules are not asked of
 * @param checks     the office's own checks that need no DRL
 * @param only       the part of the rules that is asked
 */
public record Settings(Map<String, Setting> rules, List<Exemption> exemptions, List<OwnCheck> checks, Profile only) {
    public static final Settings NONE = new Settings(Map.of(), List.of(), List.of(), Profile.ALL);

    public Settings {
        rules = Map.copyOf(rules);
        exemptions = List.copyOf(exemptions);
        checks = List.copyOf(checks);
    }

    /** Fields are null and maps empty where the page's own value stands. */
    public record Setting(Boolean enabled, Severity severity, Map<String, Integer> parameters) {
        public Setting {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * @param rules   ids, or empty for all
     * @param expires last day on which it holds, or null
     */
    public record Exemption(FileGlob files, List<String> rules, String reason, LocalDate expires) {
        public Exemption {
            rules = List.copyOf(rules);
        }

        public boolean isOver(LocalDate today) {
            return expires != null && today.isAfter(expires);
        }
    }

    /** The same, of which another part is asked. */
    public Settings only(Profile other) {
        return new Settings(rules, exemptions, checks, other);
    }

    /** The pages of all rules there are: those of {@code rules}, and those of the office's own checks. */
    public List<RulePage> pages(RuleBase rules) {
        return Stream.concat(rules.pages().stream(), checks.stream().map(OwnCheck::page))
                .toList();
    }

    /** Those of one scope that are asked. */
    public List<RulePage> asked(RuleBase rules, RulePage.Scope scope) {
        return pages(rules).stream()
                .filter(page -> page.scope() == scope && isEnabled(page.id()) && only.asks(page))
                .toList();
    }

    /** The figures of these rules, as facts. */
    List<Parameter> parameters(List<RulePage> pages) {
        return pages.stream()
                .flatMap(page -> page.parameters().keySet().stream()
                        .map(name -> new Parameter(page.id(), name, parameter(page, name))))
                .toList();
    }

    public boolean isEnabled(String rule) {
        Setting setting = rules.get(rule);
        return setting == null || setting.enabled() == null || setting.enabled();
    }

    public Severity severity(RulePage page) {
        Setting setting = rules.get(page.id());
        return setting == null || setting.severity() == null ? page.severity() : setting.severity();
    }

    /**
     * What the rule weighs in a plan of this stage. Where its page tells drafts apart and the file does not show what it is,
     * it weighs less than in a final one.
     */
    Severity severity(RulePage page, Stage stage) {
        Setting setting = rules.get(page.id());
        boolean own = setting != null && setting.severity() != null;
        if (own || page.inDraft() == null || stage == Stage.FINAL) {
            return severity(page);
        }
        return stage == Stage.DRAFT ? page.inDraft() : page.severity().weaker();
    }

    /** What reports say of a rule. */
    public RuleInfo info(RulePage page) {
        return new RuleInfo(
                page.id(),
                page.family(),
                severity(page),
                page.inDraft() != null,
                page.title(),
                page.cites(),
                page.help(),
                null);
    }

    public int parameter(RulePage page, String name) {
        Setting setting = rules.get(page.id());
        Integer own = setting == null ? null : setting.parameters().get(name);
        return own == null ? page.parameters().get(name) : own;
    }

    /** The rules that are not asked of this file today, and why; "" as an id stands for all. */
    public Map<String, String> exempt(String file, LocalDate today) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Exemption exemption : exemptions) {
            if (!exemption.isOver(today) && exemption.files().covers(file)) {
                for (String rule : exemption.rules().isEmpty() ? List.of("") : exemption.rules()) {
                    reasons.putIfAbsent(rule, exemption.reason());
                }
            }
        }
        return reasons;
    }
}
