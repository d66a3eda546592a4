package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.EnactingClause;
import org.planlint.facts.Issuer;
import org.planlint.facts.Issuer.Kind;
import org.planlint.facts.Issuer.Where;
import org.planlint.facts.NamePeriod;
import org.planlint.facts.Signature;
import org.planlint.text.Span;
import org.planlint.words.Vocabulary;

/** Finds who issues the plan, wherever a part of it says so: letterhead, symbol, enacting clause, signature. */
final class Issuers {
    private static final Vocabulary PARTS = Vocabulary.of("parts");

    private static final Pattern KIND = Pattern.compile(
            "^(?<head>CHU TICH )?(?:(?<committee>UY BAN NHAN DAN|UBND)|(?<council>(?:THUONG TRUC )?HOI DONG NHAN DAN|HDND)|(?<department>SO)|(?<ministry>BO)"
                    + "|(?<school>TRUONG(?! (?:BAN|PHONG|DOAN)))|(?<division>PHONG|CHI CUC))(?![A-Z])\\s*(?<name>.*)$");
    private static final Pattern NO_MINISTRY = Pattern.compile(
            "^BO " + Vocabulary.of("bodies").get("no ministries").folded().any() + ".*");
    /** A file that runs the parent and the agency together on one line. */
    private static final Pattern SEVERAL = Pattern.compile(".*\\s(?:SO|UY BAN NHAN DAN|UBND|TRUONG)\\s.*");

    private static final Pattern ENACTING = Pattern.compile("(?:^|[;,.]\\s+)(?<who>(?:Chủ tịch )?"
            + Vocabulary.of("bodies").any("issue plans") + "(?:\\s[^,;.:]{0,80})?)\\s+" + PARTS.any("enacts")
            + "\\s+(?:và\\s+[^,;.:]{1,30}\\s+)?[Kk]ế hoạch[^;]{0,400}(?::|như sau[.:]?)$");
    private static final Pattern LEADS_ON =
            Pattern.compile("(?iu).*(?:kế hoạch|" + PARTS.any("leads on") + ").{0,250}:$");
    /** Words of a short form, "GDĐT", "THCS": such a name cannot be compared with a full one. */
    private static final Pattern SHORTENED =
            Pattern.compile(".*(?<![A-Z])(?:[B-DF-HJ-NP-TV-Z]{2,}|[A-Z]{1,8}&.*)(?![A-Z]).*");

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern MARKS = Pattern.compile("[,.\\s–-]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,\\-\\s]+");
    /** What goes on the sentence and not the body's name. */
    private static final Pattern NO_NAME = Pattern.compile("^(?:CAC|NAY|DA|TIEP TUC|SE) .*");

    private static final Pattern COMMITTEE_CODE = Pattern.compile("^(?:CT\\.?)?UBND");
    private static final Pattern ON_BEHALF = Pattern.compile("(?iu)^T\\s?[./]?\\s?M\\s?[./:]?\\s*");
    private static final Pattern DEPUTY = Pattern.compile("^(?:QUYEN |Q ?\\. ?)?(?:PHO )?");

    private Issuers() {}

    static List<Issuer> find(Found soFar) {
        List<Signature> signatures = soFar.all(Signature.class);
        List<Issuer> found = new ArrayList<>();
        for (Letterheads.Body body : soFar.head().jointly()) {
            add(of(Where.LETTERHEAD, body.name(), body.span()), found);
        }
        Issuer letterhead = letterhead(soFar.head());
        if (letterhead == null) {
            return found;
        }
        found.add(letterhead);
        add(symbol(soFar.head(), soFar.law().agencies()), found);
        for (Line line : opening(soFar.lines())) {
            Matcher m = ENACTING.matcher(line.text());
            while (m.find()) {
                add(of(Where.OPENING, m.group("who"), line.span(m.start("who"), m.end("who"))), found);
            }
        }
        if (!signatures.isEmpty()) {
            add(signature(signatures.get(0), letterhead.kind()), found);
        }
        return found;
    }

    /** Who alone the letterhead says issues the plan, or null where it names nobody, or several. */
    static Issuer letterhead(Letterheads.Reading head) {
        Issuer issuer = of(Where.LETTERHEAD, head.agency(), head.letterhead().agency());
        boolean several = !head.jointly().isEmpty()
                || Letterheads.severalOn(head.agency()).size() > 1
                || SEVERAL.matcher(NormalTitle.of(head.agency())).matches();
        return several ? null : issuer;
    }

    static List<EnactingClause> enactingClause(Found soFar) {
        for (Line line : opening(soFar.lines())) {
            if (line.text().endsWith(":") && LEADS_ON.matcher(line.text()).matches()) {
                return List.of(new EnactingClause(line.span()));
            }
        }
        return List.of();
    }

    private static List<Line> opening(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.part == 0
                        && line.section.isEmpty()
                        && (line.zone == Line.Zone.BODY || line.zone == Line.Zone.COVER))
                .toList();
    }

    private static void add(Issuer issuer, List<Issuer> found) {
        if (issuer != null) {
            found.add(issuer);
        }
    }

    private static Issuer of(Where where, String printed, Span span) {
        if (printed == null || span == null) {
            return null;
        }
        String folded = MARKS.matcher(NormalTitle.of(BRACKETS.matcher(printed).replaceAll(" ")))
                .replaceAll(" ")
                .strip();
        Matcher m = KIND.matcher(folded);
        if (!m.matches() || NO_MINISTRY.matcher(folded).matches()) {
            return new Issuer(where, Kind.OTHER, "", false, span);
        }
        Kind kind = m.group("committee") != null
                ? Kind.COMMITTEE
                : m.group("council") != null
                        ? Kind.COUNCIL
                        : m.group("department") != null
                                ? Kind.DEPARTMENT
                                : m.group("ministry") != null
                                        ? Kind.MINISTRY
                                        : m.group("school") != null ? Kind.SCHOOL : Kind.DIVISION;
        String name = NO_NAME.matcher(m.group("name")).replaceFirst("");
        boolean byHead = m.group("head") != null;
        return new Issuer(where, kind, SHORTENED.matcher(name).matches() ? "" : name, byHead, span);
    }

    /** The code behind "KH-": UBND, or the initials of a department. */
    private static Issuer symbol(Letterheads.Reading head, List<NamePeriod> agencies) {
        String symbol = head.symbol();
        if (symbol == null || symbol.indexOf('-') < 0) {
            return null;
        }
        String code = symbol.substring(symbol.indexOf('-') + 1).toUpperCase(Locale.ROOT);
        Span span = head.letterhead().numberLine();
        if (COMMITTEE_CODE.matcher(code).lookingAt()) {
            return new Issuer(Where.SYMBOL, Kind.COMMITTEE, "", code.startsWith("CT"), span);
        }
        if (code.startsWith("HĐND")) {
            return new Issuer(Where.SYMBOL, Kind.COUNCIL, "", false, span);
        }
        if (code.startsWith("THPT") || code.startsWith("THCS")) {
            return new Issuer(Where.SYMBOL, Kind.SCHOOL, "", false, span);
        }
        for (NamePeriod agency : agencies) {
            if (agency.name().startsWith("Sở ") && initials(agency.name()).equals(code)) {
                return of(Where.SYMBOL, agency.name(), span);
            }
        }
        return null;
    }

    private static String initials(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(name)) {
            if (!word.equals("và")) {
                out.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return out.toString();
    }

    /** The collective behind TM., or the body that a head's title belongs to; who signs by TL. or TUQ. tells nothing. */
    private static Issuer signature(Signature signature, Kind letterhead) {
        for (String line : signature.authority()) {
            if (ON_BEHALF.matcher(line).lookingAt()) {
                return of(Where.SIGNATURE, ON_BEHALF.matcher(line).replaceFirst(""), signature.span());
            }
        }
        if (signature.isSignedBy("TL") || signature.isSignedBy("TUQ") || signature.position() == null) {
            return null;
        }
        String position = DEPUTY.matcher(NormalTitle.of(signature.position())).replaceFirst("");
        if (position.startsWith("GIAM DOC") && letterhead == Kind.COMMITTEE) {
            return new Issuer(Where.SIGNATURE, Kind.DEPARTMENT, "", false, signature.span());
        }
        if (position.startsWith("CHU TICH") && letterhead == Kind.DEPARTMENT) {
            return new Issuer(Where.SIGNATURE, Kind.COMMITTEE, "", false, signature.span());
        }
        return null;
    }
}
