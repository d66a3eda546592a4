package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateRole;
import org.planlint.facts.NamePeriod;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Reference;
import org.planlint.facts.Replacement;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds the documents that the text cites by number: "Quyết định số 2817/QĐ-UBND ngày 25/12/2023 của UBND tỉnh". */
final class References {
    private static final Pattern NUMBERED = Pattern.compile("(?=[A-ZĐ])(?<type>" + DocumentTypes.CITED
            + ")(?:\\s+(?!số)(?:(?!" + DocumentTypes.CITED + Pieces.NO_LETTER_AFTER
            + ")[^.;:,(]){0,60}?)?\\s*(?<so>số\\s*:?\\s*)?(?<number>\\d{1,6}[a-z]?\\s?(?:/\\s?" + Pieces.YEAR
            + "\\s?/|/|-)\\s?(?:[A-ZĐ]{2,4} ?[-–] ?(?=[A-ZĐ]{2}))?"
            + Pieces.CITED_SYMBOL + ")");
    private static final Pattern DATE = Pattern.compile(
            "^\\s*,?\\s*(?:được\\s+)?(?:ban hành\\s+|ký\\s+)?ngày\\s+(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})"
                    + "|\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4}))");
    private static final Pattern ISSUER = Pattern.compile(
            "^\\s*,?\\s*(?:của|do)\\s+([^,;.()]{2,90}?)(?=\\s+(?:về|ban hành|quy định|phê duyệt|V/v|v/v)"
                    + Pieces.WORD_END + "|[,;.()]|$)");
    private static final Pattern ABOUT = Pattern.compile(
            "^\\s*,?\\s*(?:ban hành|phê duyệt)?\\s*(?:về việc|về|V/v|v/v|ban hành|phê duyệt)\\s+([^;.]{5,400}?)(?=,\\s+\\p{Lu}|[;.]|$)");
    private static final Pattern YEAR = Pattern.compile("^" + Pieces.DOCUMENT_NUMBER + "/(" + Pieces.YEAR + ")/.*");
    private static final Pattern ATTACHED = Pattern.compile("^\\(? ?(?:BAN HANH )?KEM THEO ");
    private static final Pattern DASH = Pattern.compile(" ?– ?");
    private static final Pattern HEAD_OF =
            Pattern.compile("^" + Vocabulary.of("signature").any("heads who issue") + "\\s+");

    private final Map<String, Replacement> replaced;
    private final List<NamePeriod> agencies;

    References(Map<String, Replacement> replaced, List<NamePeriod> agencies) {
        this.replaced = replaced;
        this.agencies = agencies.stream()
                .filter(a -> a.from() != null || a.to() != null)
                .toList();
    }

    List<Reference> find(Found soFar) {
        List<Reference> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.HEAD
                    || line.zone == Line.Zone.SIGNATURE
                    || !line.hasDigitBefore("/-")
                    || ATTACHED.matcher(line.folded()).find()) {
                continue;
            }
            Matcher m = NUMBERED.matcher(line.text());
            while (m.find()) {
                found.add(reference(line, m, found.size()));
            }
        }
        return found;
    }

    private Reference reference(Line line, Matcher m, int order) {
        String text = line.text();
        int end = m.end();
        PartialDate date = null;
        Matcher d = DATE.matcher(text.substring(end));
        if (d.find()) {
            boolean numeric = d.group(2) != null;
            date = PartialDate.of(
                    Integer.parseInt(d.group(numeric ? 3 : 5)),
                    Integer.parseInt(d.group(numeric ? 2 : 4)),
                    Integer.parseInt(d.group(1)));
            end += d.end();
        }
        String issuer = null;
        String rest = text.substring(end);
        Matcher i = ISSUER.matcher(rest);
        if (i.find()) {
            issuer = i.group(1).strip();
            rest = rest.substring(i.end());
        }
        Matcher about = ABOUT.matcher(rest);
        String number = m.group("number").replace(" ", "");
        Matcher year = YEAR.matcher(number);
        boolean opening = line.zone == Line.Zone.COVER || line.section.isEmpty();
        return new Reference(
                m.group("type"),
                number,
                year.matches() ? Integer.valueOf(year.group(1)) : null,
                m.group("so") != null,
                date,
                issuer,
                about.find() ? about.group(1).strip() : null,
                opening ? DateRole.LEGAL_BASIS : DateRole.REFERENCE,
                line.section,
                order,
                replaced.get(number),
                nameOf(issuer),
                line.span(m.start(), end));
    }

    /** The time of the issuer's name, where the law's tables know that it changed. */
    private NamePeriod nameOf(String issuer) {
        String plain = issuer == null
                ? ""
                : HEAD_OF.matcher(DASH.matcher(issuer).replaceAll(" - ")).replaceFirst("");
        return agencies.stream()
                .filter(a -> plain.equals(a.name()) || plain.startsWith(a.name() + " tỉnh"))
                .findFirst()
                .orElse(null);
    }
}
