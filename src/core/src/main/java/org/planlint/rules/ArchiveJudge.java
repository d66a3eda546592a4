package org.planlint.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.planlint.facts.Parameter;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.RuleInfo;
import org.planlint.report.Text;

/**
 * Lets the rules over an archive judge what belongs together: the plans of one register, an agency's mistakes. One session
 * for each such group, so that an archive of any size fits.
 */
public final class ArchiveJudge {
    private final Settings settings;
    private final Map<String, RulePage> pages = new LinkedHashMap<>();
    private final Map<String, Text> titles = new HashMap<>();
    private final List<Parameter> parameters;
    private final List<KieBase> bases = new ArrayList<>();

    public ArchiveJudge(RuleBase rules, Settings settings) {
        this.settings = settings;
        List<RulePage> asked = settings.asked(rules, RulePage.Scope.ARCHIVE);
        asked.forEach(page -> pages.put(page.id(), page));
        settings.pages(rules).forEach(page -> titles.put(page.id(), page.title()));
        this.parameters = settings.parameters(asked);
        bases.add(rules.archive());
        rules.added().forEach((id, base) -> {
            if (pages.containsKey(id)) {
                bases.add(base);
            }
        });
    }

    /** What the rules find in facts that belong together, by rule, then by the files. */
    public List<ArchiveFinding> judge(List<?> facts) {
        Findings findings = new Findings();
        if (facts.isEmpty()) {
            return List.of();
        }
        for (KieBase base : bases) {
            KieSession session = base.newKieSession();
            try {
                session.setGlobal("findings", findings);
                facts.forEach(session::insert);
                parameters.forEach(session::insert);
                Set<String> asked = pages.keySet();
                session.fireAllRules(
                        match -> asked.contains(RuleBase.idOf(match.getRule().getName())));
            } finally {
                session.dispose();
            }
        }
        return findings.drafts().stream()
                .map(this::word)
                .sorted(Comparator.comparing(ArchiveFinding::rule)
                        .thenComparing(f -> f.paths().get(0))
                        .thenComparing(ArchiveFinding::evidence))
                .toList();
    }

    private ArchiveFinding word(Findings.Draft draft) {
        RulePage page = pages.get(draft.rule);
        draft.say("evidence", draft.quote);
        draft.say("count", draft.paths.size());
        Text detail = draft.about != null
                ? titles.get(draft.about)
                : draft.detail == null ? null : page.details().get(draft.detail);
        return new ArchiveFinding(
                page.id(),
                settings.severity(page),
                Judge.fill(page.message(), draft.values, detail),
                draft.quote,
                page.cites(),
                Judge.fill(page.advice(), draft.values, detail),
                draft.paths);
    }

    /** The rules that are asked, by id. */
    public List<RuleInfo> rules() {
        return pages.values().stream()
                .sorted(Comparator.comparing(RulePage::id))
                .map(settings::info)
                .toList();
    }
}
