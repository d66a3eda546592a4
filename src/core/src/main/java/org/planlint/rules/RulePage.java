package org.planlint.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlint.facts.Known;
import org.planlint.facts.Plan;
import org.planlint.facts.Regime;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.text.Capability;

/**
 * What a rule's page says of it; the only home of everything but its condition.
 *
 * @param id        its name for ever
 * @param family    the folder it lies in
 * @param scope     whether it judges each document by itself or all of an archive together
 * @param inDraft   what it weighs in a draft, where that is another; null for the same in every stage
 * @param needs     what a file must show for it to be evaluated
 * @param needsToPass what a file must show before it can be said that nothing was found
 * @param needsToFail what a file must show before it can be said that something is missing
 * @param asks      what the plan must say for it to be evaluated
 * @param asksToFail what of the plan must be known before it can be said that something is missing
 * @param kinds     which documents it binds
 * @param regimes   under which norms on form it binds
 * @param message   what is wrong; {@code {evidence}}, {@code {expected}} and others stand for what was found
 * @param advice    how to write it right
 * @param details   further words that the DRL picks by key
 * @param parameters figures that an office may set otherwise, by name, each with the page's own value
 * @param floor  how sure figures that were recognised must be, 0 to 100, before a finding quotes them
 * @param help      the page's Markdown below the front matter, in each language with the examples
 */
public record RulePage(
        String id,
        String family,
        Scope scope,
        Severity severity,
        Severity inDraft,
        List<Capability> needs,
        List<Capability> needsToPass,
        List<Capability> needsToFail,
        List<Known> asks,
        List<Known> asksToFail,
        List<Plan.Kind> kinds,
        List<Regime> regimes,
        Text cites,
        Text title,
        Text message,
        Text advice,
        Map<String, Text> details,
        Map<String, Integer> parameters,
        int floor,
        String since,
        Text help) {
    /** Of a hundred figures that an engine is so sure of, one at most is misread. */
    public static final int FLOOR = 95;

    public enum Scope {
        DOCUMENT,
        ARCHIVE
    }

    public RulePage {
        needs = List.copyOf(needs);
        needsToPass = List.copyOf(needsToPass);
        needsToFail = List.copyOf(needsToFail);
        asks = List.copyOf(asks);
        asksToFail = List.copyOf(asksToFail);
        kinds = List.copyOf(kinds);
        regimes = List.copyOf(regimes);
        details = inOrder(details);
        parameters = inOrder(parameters);
    }

    /** As the page has them: the order of {@code Map.copyOf} is another in each run, and the index would be too. */
    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Whether the rule binds this document under the law of its date; one without a date is judged by today's law. */
    boolean binds(Plan plan) {
        Regime regime = plan.regime() == Regime.UNKNOWN ? Regime.ND30 : plan.regime();
        return kinds.contains(plan.kind()) && regimes.contains(regime);
    }
}
