package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.ForeignAgency;
import org.planlint.facts.ForeignAgency.Of;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/**
 * Finds bodies of another plan: where work is given out, a ministry's organs in a local plan and a committee of another
 * place that is reported to; and the committee of an event that the plan does not hold. Only bodies that the place or
 * the plan cannot have are taken for such.
 */
final class ForeignAgencies {
    private static final Vocabulary BODIES = Vocabulary.of("bodies");
    private static final Vocabulary PLACES = Vocabulary.of("places");

    private static final Sought WORK =
            new Sought(Vocabulary.of("parts").get("assignment").folded().any());
    private static final Pattern ITEM = Pattern.compile(
            "^(?:" + Pieces.BULLET + "|" + Pieces.SECTION_NUMBER + "[.)]?|" + Pieces.POINT_LETTER + "[.)])\\s*");
    /** An organ that opens an item; "Văn phòng Bộ Nội vụ" says whose it is. */
    private static final Pattern ORGAN =
            Pattern.compile("(?:Giao )?(?<who>(?:Các |các )?Vụ \\p{Lu}\\p{Ll}+(?: \\p{Ll}+)?|"
                    + BODIES.any("organs of ministries") + "(?! \\p{Lu})" + Pieces.NO_LETTER_AFTER + ")");
    /** Central bodies, whose organs may take part. */
    private static final Sought CENTRAL = new Sought("Bộ \\p{Lu}|" + BODIES.any("have departments of their own"));

    private static final Pattern LOCAL =
            Pattern.compile("^" + BODIES.get("local bodies").capitals().any() + "(?:\\s.*|$)");
    private static final Pattern SEAT =
            Pattern.compile("^" + BODIES.get("people's committees").folded().any() + " (?<level>"
                    + PLACES.get("levels").folded().any() + ") (?<name>[A-Z].*)$");
    private static final Sought REPORTED_TO = new Sought(BODIES.any("before who is reported to") + " (?<who>"
            + BODIES.any("people's committees") + " (?<level>"
            + PLACES.get("levels").small().any()
            + ") (?<name>\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*){0,3}))" + Pieces.NO_LETTER_AFTER);

    private static final Pattern EVENT = Pattern.compile(
            "(?iu)" + Pieces.NO_LETTER_BEFORE + Vocabulary.of("subjects").any("events") + Pieces.NO_LETTER_AFTER);
    private static final Sought COMMITTEE = new Sought(Pieces.NO_LETTER_BEFORE + BODIES.any("hold an event")
            + " (?<event>(?=\\p{Lu}\\p{Ll}+ )(?iu:" + Vocabulary.of("subjects").any("events") + "))"
            + Pieces.NO_LETTER_AFTER);

    private ForeignAgencies() {}

    static List<ForeignAgency> find(Found soFar) {
        List<ForeignAgency> found = new ArrayList<>(ofOffices(soFar));
        found.addAll(ofEvents(soFar));
        return found;
    }

    /** "Ban Tổ chức Liên hoan" in the plan of a contest, where no other line speaks of such an event. */
    private static List<ForeignAgency> ofEvents(Found soFar) {
        List<ForeignAgency> found = new ArrayList<>();
        String subject = soFar.structure().subject();
        Matcher own = EVENT.matcher(subject == null ? "" : subject);
        if (!own.find()) {
            return found;
        }
        // Few kinds of events, and maybe many lines.
        Map<String, Boolean> heldHere = new HashMap<>();
        for (Line line : soFar.lines()) {
            for (Matcher committee = line.zone == Line.Zone.BODY ? COMMITTEE.first(line.text()) : null;
                    committee != null;
                    committee = COMMITTEE.next(committee, line.text())) {
                String event = committee.group("event").toLowerCase(Locale.ROOT);
                if (!heldHere.computeIfAbsent(event, kind -> isHeldHere(kind, soFar))) {
                    found.add(new ForeignAgency(Of.EVENT, own.group(), line.span(committee.start(), committee.end())));
                }
            }
        }
        return found;
    }

    /** Whether the plan names the event, in small letters, elsewhere than behind its committee. */
    private static boolean isHeldHere(String event, Found soFar) {
        return soFar.lines().stream()
                .map(line ->
                        COMMITTEE.pattern().matcher(line.text()).replaceAll("").toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.contains(event));
    }

    private static List<ForeignAgency> ofOffices(Found soFar) {
        List<ForeignAgency> found = new ArrayList<>();
        String agency = soFar.head().agency();
        String parent = soFar.head().parentAgency();
        boolean local = agency != null
                && soFar.head().jointly().isEmpty()
                && LOCAL.matcher(parent == null ? agency : parent).matches();
        if (!local) {
            return found;
        }
        Matcher own = SEAT.matcher(NormalTitle.of(agency));
        boolean seated = own.matches() || (own = SEAT.matcher(NormalTitle.of(parent))).matches();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY || line.section.isEmpty() || !WORK.in(line.headings)) {
                continue;
            }
            Matcher item = ITEM.matcher(line.text());
            Matcher organ = ORGAN.matcher(line.text())
                    .region(item.lookingAt() ? item.end() : 0, line.text().length());
            if (organ.lookingAt() && !CENTRAL.in(line.text())) {
                found.add(new ForeignAgency(Of.AGENCY, agency, line.span(organ.start("who"), organ.end("who"))));
            }
            for (Matcher other = seated ? REPORTED_TO.first(line.text()) : null;
                    other != null;
                    other = REPORTED_TO.next(other, line.text())) {
                if (isElsewhere(own, other)) {
                    found.add(new ForeignAgency(Of.AGENCY, agency, line.span(other.start("who"), other.end("who"))));
                }
            }
        }
        return found;
    }

    /** Whether the same level of another name is meant. */
    private static boolean isElsewhere(Matcher own, Matcher other) {
        String name = NormalTitle.of(other.group("name"));
        return NormalTitle.of(other.group("level")).equals(own.group("level"))
                && !name.startsWith(own.group("name"))
                && !own.group("name").startsWith(name);
    }
}
