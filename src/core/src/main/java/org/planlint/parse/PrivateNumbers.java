package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.PersonalData;

/** Finds mobile numbers and the numbers of identity cards. Numbers of offices begin with an area code. */
final class PrivateNumbers {
    private static final Pattern MOBILE = Pattern.compile("(?<![\\d./-])(?:\\+?84[ .]?|0)[35789](?:[ .-]?\\d){8}(?!\\d|[./-]\\d)");
    private static final Pattern IDENTITY = Pattern.compile("(?iu)(?:CCCD|CMND|CMTND|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư))\\s*(?:số)?\\s*:?\\s*(\\d{9}|\\d{12})(?!\\d)");

    private PrivateNumbers() {
    }

    static List<PersonalData> find(Found soFar) {
        List<PersonalData> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.HEAD || !line.hasDigitBefore("0123456789")) {
                continue;
            }
            Matcher phone = MOBILE.matcher(line.text());
            while (phone.find()) {
                found.add(new PersonalData(PersonalData.Kind.PHONE, line.span(phone.start(), phone.end())));
            }
            boolean names = line.folded().contains("CCCD") || line.folded().contains("CMND") || line.folded().contains("CMTND")
                    || line.folded().contains("CAN CUOC") || line.folded().contains("CHUNG MINH");
            Matcher card = IDENTITY.matcher(names ? line.text() : "");
            while (card.find()) {
                found.add(new PersonalData(PersonalData.Kind.IDENTITY, line.span(card.start(), card.end())));
            }
        }
        return found;
    }
}
