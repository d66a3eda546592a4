package org.planlint.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Facts;
import org.planlint.facts.Known;
import org.planlint.facts.Plan;
import org.planlint.facts.Regime;
import org.planlint.facts.Section;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;

/**
 * A check that an office sets up in its configuration: a section that its plans must have, words that they must not.
 *
 * @param pattern what is looked for, in headings or in the text; both in the normal form of the parsers
 */
public record OwnCheck(String id, Kind kind, Pattern pattern, Severity severity, Text message, Text advice) {
    public enum Kind {
        REQUIRE_SECTION,
        FORBID
    }

    /** The page that lists, explains and words it like any other rule. */
    RulePage page() {
        Text cites = new Text("Quy định riêng của cơ quan (planlint.yaml)", "The office's own rule (planlint.yaml)");
        return new RulePage(
                id,
                "own",
                RulePage.Scope.DOCUMENT,
                severity,
                null,
                List.of(Capability.TEXT),
                List.of(Capability.TEXT),
                List.of(kind == Kind.REQUIRE_SECTION ? Capability.EVERY_PAGE : Capability.TEXT),
                List.of(),
                kind == Kind.REQUIRE_SECTION ? List.of(Known.BODY_READ) : List.of(),
                List.of(Plan.Kind.PLAN, Plan.Kind.ATTACHED_PLAN, Plan.Kind.PARTY_PLAN),
                Regime.NORMS,
                cites,
                message,
                message,
                advice,
                Map.of(),
                Map.of(),
                RulePage.FLOOR,
                "own",
                new Text(message.vi() + "\n\n" + pattern, message.en() + "\n\n" + pattern));
    }

    void run(Document document, Facts facts, Findings findings) {
        switch (kind) {
            case REQUIRE_SECTION -> {
                boolean there = facts.all(Section.class).stream()
                        .map(Section::title)
                        .anyMatch(t -> pattern.matcher(t).find());
                if (!there) {
                    findings.missing(id);
                }
            }
            case FORBID -> {
                for (Paragraph paragraph : document.bodyParagraphs()) {
                    NormalText text =
                            NormalText.of(paragraph, 0, paragraph.text().length());
                    Matcher m = pattern.matcher(text.text());
                    while (m.find() && m.end() > m.start()) {
                        findings.at(id, text.span(m.start(), m.end()));
                    }
                }
            }
        }
    }
}
