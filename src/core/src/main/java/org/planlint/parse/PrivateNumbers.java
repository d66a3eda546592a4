package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.PersonalData;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds mobile numbers and the numbers of identity cards. Numbers of offices begin with an area code, or are named so. */
final class PrivateNumbers {
    private static final Sought MOBILE =
            new Sought("(?<![\\d./-])(?:\\+?84[ .]?|0)[35789](?:[ .-]?\\d){8}(?!\\d|[./-]\\d)");
    /** Who is called, an office alone: "Công ty Thoát nước: 0912…". A person behind it stands behind a comma or bracket. */
    private static final Pattern OF_AN_OFFICE = Pattern.compile("(?iu)^(?:" + Pieces.BULLET + "\\s*)?(?:số )?"
            + Vocabulary.of("traces").any("duty numbers") + Pieces.NO_LETTER_AFTER + "[^,;:()]*:[\\s\\d.–-]*$");

    private static final Phrases PAPERS = Vocabulary.of("traces").get("identity papers");
    private static final Phrases FOLDED_PAPERS = PAPERS.folded();
    private static final Sought IDENTITY =
            new Sought("(?iu)" + PAPERS.any() + "\\s*(?:số)?\\s*:?\\s*(\\d{9}|\\d{12})(?!\\d)");

    private PrivateNumbers() {}

    static List<PersonalData> find(Found soFar) {
        List<PersonalData> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.HEAD || !line.hasDigitBefore("0123456789")) {
                continue;
            }
            for (Matcher phone = MOBILE.first(line.text()); phone != null; phone = MOBILE.next(phone, line.text())) {
                if (OF_AN_OFFICE.matcher(line.text()).region(0, phone.start()).find()) {
                    continue;
                }
                found.add(new PersonalData(PersonalData.Kind.PHONE, line.span(phone.start(), phone.end())));
            }
            boolean names = FOLDED_PAPERS.in(line.folded());
            for (Matcher card = IDENTITY.first(names ? line.text() : "");
                    card != null;
                    card = IDENTITY.next(card, names ? line.text() : "")) {
                found.add(new PersonalData(PersonalData.Kind.IDENTITY, line.span(card.start(), card.end())));
            }
        }
        return found;
    }
}
