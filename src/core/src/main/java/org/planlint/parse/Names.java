package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.AgencyMention;
import org.planlint.facts.ForeignProvince;
import org.planlint.facts.Issuer;
import org.planlint.facts.NamePeriod;
import org.planlint.facts.PlaceOfIssue;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds names of provinces and agencies where the law's tables have something to say of them. */
final class Names {
    private static final Vocabulary PLACES = Vocabulary.of("places");
    private static final Vocabulary BODIES = Vocabulary.of("bodies");

    private static final Pattern SEAT =
            Pattern.compile(".*(?<![A-Z])" + PLACES.get("levels").folded().any() + "\\s+(?<seat>[A-Z0-9].*)$");
    private static final Pattern PROVINCE =
            Pattern.compile(PLACES.get("provinces").folded().any() + "\\s+([A-Z][A-Z -]*)");
    private static final Pattern GENERIC =
            Pattern.compile("^" + PLACES.get("levels", "short levels").folded().any() + "\\.?\\s+");
    private static final Sought WORK =
            new Sought(Vocabulary.of("parts").get("assignment").folded().any());
    private static final Pattern OWNERS =
            Pattern.compile(Vocabulary.of("tables").get("who acts").folded().any());
    private static final Pattern LOOKS_BACK =
            Pattern.compile(Vocabulary.of("parts").get("look back").folded().any());
    private static final Pattern TOLD = Pattern.compile(Vocabulary.of("parts").any("are told") + " ");
    private static final Pattern FORMER =
            Pattern.compile("(?iu)^\\s*(?:\\(?cũ\\)?|trước đây|\\(nay là|\\(trước)" + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern ITEM = Pattern.compile(
            "^(?:" + Pieces.BULLET + "|" + Pieces.SECTION_NUMBER + "[.)]?|" + Pieces.POINT_LETTER + "[.)])\\s*");
    private static final Pattern RECIPIENT = Pattern.compile("^" + Pieces.BULLET);
    private static final Pattern NO_NAME = Pattern.compile("[^A-Z0-9]+");
    private static final int NEAR_START = 40;

    private record Known(NamePeriod name, Pattern pattern) {}

    /** A province with its name in capitals without diacritics, which are costly to make. */
    private record Province(NamePeriod period, String name, String withLevel, String successor) {}

    private final List<Province> provinces;
    private final List<Known> dated = new ArrayList<>();
    /** All of them at once: most lines that name somebody name nobody of these. */
    private final Sought anyDated;

    Names(List<NamePeriod> provinces, List<NamePeriod> agencies) {
        this.provinces = provinces.stream()
                .map(p -> new Province(
                        p,
                        NormalTitle.of(p.name()),
                        NormalTitle.of(p.level() + " " + p.name()),
                        NormalTitle.of(p.successor())))
                .toList();
        StringBuilder any = new StringBuilder();
        for (NamePeriod agency : agencies) {
            if (agency.from() != null || agency.to() != null) {
                String words = agency.name()
                        .replace("Ủy ban nhân dân", BODIES.any("people's committees"))
                        .replace("Hội đồng nhân dân", BODIES.any("people's councils"))
                        .replace(" - ", " ?[-–] ?");
                dated.add(new Known(
                        agency, Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + words + Pieces.NO_LETTER_AFTER)));
                any.append(any.length() > 0 ? "|" : "").append(words);
            }
        }
        anyDated = new Sought("(?iu)(?=[SBHUỦ])(?:" + any + ")" + Pieces.NO_LETTER_AFTER);
    }

    // ---- agencies that act ----

    List<AgencyMention> mentions(Found soFar) {
        List<AgencyMention> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        letterhead(soFar.head(), found, seen);
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.HEAD && line.isCapitals()) {
                province(line, found, seen);
            }
            int reach = anyDated.in(line.text()) ? acts(line) : 0;
            if (reach == 0) {
                continue;
            }
            for (Known known : dated) {
                if (!mayHold(line, known.name)) {
                    continue;
                }
                Matcher m = known.pattern.matcher(line.text());
                while (m.find() && m.start() < reach) {
                    String key = m.group().toLowerCase(Locale.ROOT);
                    boolean longer = known.name.name().equals("Ủy ban nhân dân quận")
                            && line.text().startsWith(" đội", m.end());
                    if (!FORMER.matcher(line.text().substring(m.end())).matches()
                            && !longer
                            && !overlaps(found, line, m)
                            && seen.add(key)) {
                        found.add(new AgencyMention(known.name, line.span(m.start(), m.end())));
                    }
                }
            }
        }
        return found;
    }

    /** The agency's name may run over two lines, which only the letterhead's reader has joined. */
    private void letterhead(Letterheads.Reading head, List<AgencyMention> found, Set<String> seen) {
        if (head.agency() == null || head.letterhead().agency() == null) {
            return;
        }
        for (Known known : dated) {
            Matcher m = known.pattern.matcher(head.agency());
            if (m.find() && seen.add(m.group().toLowerCase(Locale.ROOT))) {
                found.add(new AgencyMention(known.name, head.letterhead().agency()));
            }
        }
    }

    /**
     * How many characters of the line name who acts: all of a letterhead's or recipients' line and of a cell below
     * "Đơn vị chủ trì", the start of a task's; elsewhere one who opens an item acts in it, unless it looks back.
     */
    private static int acts(Line line) {
        if (line.zone == Line.Zone.HEAD && line.isCapitals()) {
            return line.text().length();
        }
        if (line.zone == Line.Zone.SIGNATURE && RECIPIENT.matcher(line.text()).lookingAt()) {
            return line.text().length();
        }
        boolean text = line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
        if (!text || !mayAct(line)) {
            return 0;
        }
        if (line.inData()) {
            return OWNERS.matcher(columnHead(line)).find() ? line.text().length() : 0;
        }
        String headings = line.headings;
        Matcher item = ITEM.matcher(line.text());
        int start = item.lookingAt() ? item.end() : 0;
        if (!line.section.isEmpty() && WORK.in(headings)) {
            return start + NEAR_START;
        }
        boolean past = LOOKS_BACK.matcher(headings).find() || line.text().contains(" đã ");
        Matcher told = TOLD.matcher(line.text()).region(start, line.text().length());
        return past || start == 0 ? 0 : (told.lookingAt() ? told.end() : start) + 1;
    }

    /** What stands at the head of the line's column, in capitals without diacritics. */
    private static String columnHead(Line line) {
        return line.table.rows().get(0).cells().stream()
                .filter(cell -> cell.column() == line.column)
                .map(cell -> NormalTitle.of(TimeColumns.text(cell)))
                .findFirst()
                .orElse("");
    }

    /** Cheaper than the patterns: every dated name has one of these. */
    private static boolean mayAct(Line line) {
        String text = line.text();
        return text.contains("Ủy ban")
                || text.contains("UBND")
                || text.contains("Sở ")
                || text.contains("Bộ ")
                || text.contains("Hội đồng")
                || text.contains("HĐND");
    }

    private static boolean mayHold(Line line, NamePeriod name) {
        String first = name.name().substring(0, 2);
        return line.text().contains(first)
                || line.text().contains(first.toUpperCase(Locale.ROOT))
                || line.text().contains("UBND")
                || line.text().contains("HĐND");
    }

    private static boolean overlaps(List<AgencyMention> found, Line line, Matcher m) {
        Span span = line.span(m.start(), m.end());
        return found.stream()
                .anyMatch(a -> a.span().paragraph() == span.paragraph()
                        && a.span().start() < span.end()
                        && a.span().end() > span.start());
    }

    private void province(Line line, List<AgencyMention> found, Set<String> seen) {
        for (Province one : provinces) {
            NamePeriod province = one.period;
            boolean dated = province.from() != null || province.to() != null;
            String name = one.withLevel;
            int at = dated ? line.folded().indexOf(name) : -1;
            boolean whole = at >= 0
                    && (at + name.length() == line.folded().length()
                            || !Character.isLetter(line.folded().charAt(at + name.length())));
            if (whole && seen.add(name)) {
                found.add(new AgencyMention(province, line.span(at, at + name.length())));
            }
        }
    }

    // ---- places ----

    /** The place of a body whose name, or whose parent's name, says where it sits; none where neither does. */
    static List<PlaceOfIssue> place(Found soFar) {
        Letterheads.Reading head = soFar.head();
        Issuer issuer = Issuers.letterhead(head);
        if (head.place() == null || issuer == null) {
            return List.of();
        }
        String name = switch (issuer.kind()) {
            case COMMITTEE, COUNCIL -> head.agency();
            case DEPARTMENT -> head.parentAgency();
            default -> null;
        };
        Matcher m = SEAT.matcher(NormalTitle.of(name));
        return m.matches()
                ? List.of(new PlaceOfIssue(
                        bare(NormalTitle.of(head.place())),
                        bare(m.group("seat")),
                        head.letterhead().dateLine()))
                : List.of();
    }

    private static String bare(String folded) {
        return NO_NAME.matcher(GENERIC.matcher(folded.strip()).replaceFirst(""))
                .replaceAll(" ")
                .strip();
    }

    // ---- another province left over ----

    List<ForeignProvince> foreign(Found soFar) {
        List<ForeignProvince> found = new ArrayList<>();
        String letterhead = NormalTitle.of(soFar.head().parentAgency()) + "\n"
                + NormalTitle.of(soFar.head().agency());
        Matcher seat = PROVINCE.matcher(letterhead);
        if (!seat.find()) {
            return found;
        }
        String own = seat.group(1).strip();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.TITLE
                    || !line.folded().contains("DIA BAN TINH ") && line.zone != Line.Zone.TITLE
                    || line.folded().contains(own)) {
                continue;
            }
            for (Province one : provinces) {
                NamePeriod province = one.period;
                String name = one.name;
                String sign = line.zone == Line.Zone.TITLE ? "TINH " + name : "DIA BAN TINH " + name;
                int at = line.folded().indexOf(sign);
                boolean related = own.startsWith(name) || name.startsWith(own) || isKin(name, own);
                if (at >= 0
                        && !related
                        && found.stream().noneMatch(f -> f.province().equals(province.name()))) {
                    found.add(new ForeignProvince(province.name(), own, line.span(at, at + sign.length())));
                }
            }
        }
        return found;
    }

    /** Whether one of the two has become part of the other. */
    private boolean isKin(String name, String own) {
        for (Province p : provinces) {
            if (p.period.successor() == null) {
                continue;
            }
            String from = p.name;
            String to = p.successor;
            if (from.equals(name) && to.endsWith(own) || from.equals(own) && to.endsWith(name)) {
                return true;
            }
        }
        return false;
    }
}
