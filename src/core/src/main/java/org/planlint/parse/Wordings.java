package org.planlint.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.facts.NamePeriod;
import org.planlint.facts.Wording;
import org.planlint.facts.Wording.Kind;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds words that the law writes in another way; each at its first place only. */
final class Wordings {
    private static final Vocabulary WORDS = Vocabulary.of("wording");
    private static final Vocabulary BODIES = Vocabulary.of("bodies");
    private static final Vocabulary PLACES = Vocabulary.of("places");
    private static final Vocabulary DATES = Vocabulary.of("dates");
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");

    /** Inside a sentence: behind a small letter or a comma. */
    private static final String INSIDE = "(?<=[\\p{Ll}\\d,] )";

    private static final Sought ITEM_CASE = new Sought(INSIDE + "(?:Khoản \\d+|Điểm " + Pieces.POINT_LETTER
            + Pieces.NO_LETTER_AFTER + "\\)?),?(?= (?:của )?(?:[Kk]hoản|Điều|điều) \\d)");
    private static final Sought ARTICLE_CASE =
            new Sought("(?:(?<=khoản \\d,? )|(?<=khoản \\d\\d,? )|" + INSIDE + ")điều \\d+[a-zđ]?(?=,? (?:của )?"
                    + DOCUMENTS.any("codes of law", "laws", "with articles") + Pieces.NO_LETTER_AFTER + ")");
    /** "phụ lục II, Nghị định": a division of a certain document, named right behind it. */
    private static final Sought DIVISION_CASE =
            new Sought(INSIDE + DOCUMENTS.any("divisions") + " (?:\\d{1,2}|[IVXL]{1,6})" + Pieces.NO_LETTER_AFTER
                    + "(?=,? (?:(?:của|ban hành|kèm theo|ban hành kèm theo) )?"
                    + DOCUMENTS.any("codes of law", "laws", "with articles")
                    + Pieces.NO_LETTER_AFTER + "(?! này))");

    private static final Sought ITEM_ORDER = new Sought("Điều \\d+,? [Kk]hoản \\d+(?!\\d)|[Kk]hoản \\d+,? điểm "
            + Pieces.POINT_LETTER + Pieces.NO_LETTER_AFTER + "|Chương (?:\\d{1,2}|[IVXL]{1,6}) Điều \\d+(?!\\d)");
    private static final Sought DOCUMENT_CASE = new Sought(
            INSIDE + "(?<!pháp )" + DOCUMENTS.get("written small").small().any() + " số(?= \\d+/)");
    private static final Sought COUNCIL_CASE = new Sought("(?:[Ủủ]y [Bb]an|[Hh]ội [Đđ]ồng) [Nn]hân [Dd]ân");
    private static final Sought CITY = new Sought(Pieces.NO_LETTER_BEFORE + WORDS.any("cities"));
    private static final Sought NUMBERED_UNIT =
            new Sought("(?<!các )" + INSIDE + PLACES.any("numbered units") + " \\d{1,2}(?![\\d/])");
    private static final Sought UNIT_WORD =
            new Sought(Pieces.NO_LETTER_BEFORE + PLACES.any("capitals too many") + Pieces.NO_LETTER_AFTER);
    private static final Sought PEOPLE = new Sought(Pieces.NO_LETTER_BEFORE + WORDS.any("before the People")
            + " nhân dân(?=[,.;:]|$| " + WORDS.any("behind the People") + Pieces.NO_LETTER_AFTER + ")");
    private static final Sought PARTY_STATE = new Sought(
            Pieces.NO_LETTER_BEFORE + "(?:đảng(?: và|,) [Nn]hà nước|Đảng(?: và|,) nhà nước)" + Pieces.NO_LETTER_AFTER);
    /** "pháp luật của nhà nước": the State as a body; "quản lý nhà nước" is small. */
    private static final Sought OF_PARTY_OR_STATE = new Sought("(?<=" + WORDS.any("made by Party or State")
            + " của )(?:đảng(?!(?: và|,) [Nn]hà nước)|nhà nước)(?=[,.;:]|$| " + WORDS.any("behind Party or State")
            + Pieces.NO_LETTER_AFTER + ")");

    private static final Sought HOLIDAY =
            new Sought(Pieces.NO_LETTER_BEFORE + "ngày " + WORDS.any("holidays") + Pieces.NO_LETTER_AFTER);
    private static final Sought WEEKDAY = new Sought(Pieces.NO_LETTER_BEFORE + "(?<!" + DATES.any("counted things")
            + " )thứ " + DATES.any("weekdays") + "(?=,? \\(?ngày \\d)");
    private static final List<String> OTHER_TYPES = DOCUMENTS.get("not a plan").all();
    /** Each in small letters. */
    private static final Map<String, String> SMALL_TYPES = OTHER_TYPES.stream()
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> name.toLowerCase(Locale.ROOT)));

    private static final Sought SELF = new Sought(
            Pieces.NO_LETTER_BEFORE + "(?<type>" + DOCUMENTS.any("not a plan") + ") này" + Pieces.NO_LETTER_AFTER);
    private static final Phrases SPECULATIVE = WORDS.get("speculative", "speculative at the start of a clause");
    private static final Sought SPECULATION = new Sought("(?iu)(?:" + Pieces.NO_LETTER_BEFORE
            + WORDS.any("speculative") + "|(?:^|(?<=[,;:.(] ))" + WORDS.any("speculative at the start of a clause")
            + ")"
            + Pieces.NO_LETTER_AFTER);
    /** "Xây dựng kế hoạch công tác; phổ biến kế hoạch này": the plan that others are to make. */
    private static final Sought OF_OTHERS =
            new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + "(?:xây dựng|lập|ban hành)\\s[^.]{0,60}kế hoạch\\s[^.]*;");

    private static final Sought SELF_CASE = new Sought(INSIDE + "kế hoạch này" + Pieces.NO_LETTER_AFTER);
    private static final Sought CODE_CASE = new Sought(Pieces.NO_LETTER_BEFORE + "(?:Bộ Luật|bộ [Ll]uật|Bộ luật) "
            + "(?iu:" + DOCUMENTS.any("names of codes") + ")" + Pieces.NO_LETTER_AFTER);
    /** Up to what tells that a certain law is meant. */
    private static final Sought LAW_CASE = new Sought(Pieces.NO_LETTER_BEFORE + "Luật (?!"
            + DOCUMENTS.any("behind a law without a name") + Pieces.NO_LETTER_AFTER
            + ")\\p{Ll}+(?:,? (?!" + DOCUMENTS.any("types", "legislation") + Pieces.NO_LETTER_AFTER
            + ")\\p{L}+){1,12}?(?= (?:năm " + Pieces.YEAR + "|số:? \\d+/|ngày \\d))|" + Pieces.NO_LETTER_BEFORE
            + "Luật " + DOCUMENTS.any("names of laws") + Pieces.NO_LETTER_AFTER);

    private static final Sought EXTRA_ZERO = new Sought("ngày \\d{1,2} tháng 0[3-9](?= năm " + Pieces.YEAR + ")");
    private static final Sought ENGLISH = new Sought("(?<![\\d.,])\\d{1,3}(?:,\\d{3}){2,}(?![\\d])(?=\\s*"
            + Vocabulary.of("figures").any("currency") + Pieces.NO_LETTER_AFTER + ")");
    private static final Sought ADDRESSEE = new Sought("^Kính (?:gửi|trình) ?:?(?:\\s.*)?$");
    private static final Sought OLD_URGENCY = new Sought("H[ỎO][ẢA]? TỐC HẸN GIỜ");
    private static final Sought SECRECY = new Sought("^(?:Độ mật: ?)?"
            + Vocabulary.of("letterhead").get("secrecy").capitals().any() + "$");
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());
    private static final Pattern DASH = Pattern.compile(" ?[-–] ?");
    private static final Pattern NAME_GOES_ON = Pattern.compile("^ ?[-–,] ?\\p{Lu}");

    private final Map<String, String> departments = new HashMap<>();
    private final Sought department;
    /** "thuộc sở Xây dựng": the body's name begins with its kind. */
    private final Sought smallDepartment;

    private final Sought province;

    /** @param names departments, ministries and provinces whose writing is known */
    Wordings(List<NamePeriod> agencies, List<NamePeriod> provinces) {
        StringBuilder alternatives = new StringBuilder();
        Set<String> fields = new TreeSet<>(LONGEST_FIRST);
        for (NamePeriod agency : agencies) {
            if (agency.name().startsWith("Sở ") || agency.name().startsWith("Bộ ")) {
                fields.add(agency.name().substring(3).replace(" - ", " ?[-–] ?"));
                departments.put(agency.name().toLowerCase(Locale.ROOT), agency.name());
                if (agency.name().endsWith(" Xây dựng")) {
                    continue;
                }
                alternatives
                        .append(alternatives.length() > 0 ? "|" : "")
                        .append(agency.name().substring(3).replace(" - ", " ?[-–] ?"));
            }
        }
        // What stands before is looked at behind "sở", and not at every letter of the line.
        department =
                new Sought("(?iu)(?-i:Sở|Bộ)(?<!\\p{L}(?-i:Sở|Bộ)) (?:" + alternatives + ")" + Pieces.NO_LETTER_AFTER);
        smallDepartment = new Sought("(?:sở|bộ) (?=\\p{Lu})(?<= " + BODIES.any("before a body's name")
                + " (?:sở|bộ) )(?iu:" + String.join("|", fields) + ")" + Pieces.NO_LETTER_AFTER
                + "(?! ?[-–,] ?\\p{Lu})");
        StringBuilder names = new StringBuilder();
        for (NamePeriod p : provinces) {
            names.append(names.length() > 0 ? "|" : "").append(p.name());
        }
        province = new Sought(
                "(?<=\\p{Ll} )(?<!Ủy ban nhân dân )(?<!UBND )Tỉnh (?:" + names + ")" + Pieces.NO_LETTER_AFTER);
    }

    List<Wording> find(Found soFar) {
        return new Search().find(soFar.lines());
    }

    /** One document's. */
    private final class Search {
        private final List<Wording> found = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        private List<Wording> find(List<Line> lines) {
            boolean leftOver = lines.stream().anyMatch(line -> line.text().contains(" này") && SELF.in(line.text()));
            Set<String> types = leftOver ? new HashSet<>() : null;
            boolean sectioned = false;
            for (Line line : lines) {
                switch (line.zone) {
                    case HEAD -> head(line);
                    case BODY, ANNEX -> {
                        sectioned |= !line.section.isEmpty();
                        if (!sectioned && line.part == 0) {
                            scan(Kind.ADDRESSEE, ADDRESSEE, line, null);
                        }
                        text(line, types);
                    }
                    default -> {}
                }
            }
            return found;
        }

        private void head(Line line) {
            scan(Kind.OLD_URGENCY, OLD_URGENCY, line, null);
            scan(Kind.SECRECY, SECRECY, line, null);
            scan(Kind.ADDRESSEE, ADDRESSEE, line, null);
            if (line.lower().contains(", ngày")) {
                unitWords(line);
            }
        }

        private void unitWords(Line line) {
            scan(
                    Kind.UNIT_WORD_CASE,
                    UNIT_WORD,
                    line,
                    m -> m.substring(0, m.indexOf(' ') + 1)
                            + m.substring(m.indexOf(' ') + 1).toLowerCase(Locale.ROOT));
        }

        private void text(Line line, Set<String> types) {
            String text = line.text();
            if (text.contains("Khoản ") || text.contains("Điểm ")) {
                scan(
                        Kind.LEGAL_REFERENCE_CASE,
                        ITEM_CASE,
                        line,
                        m -> lowerFirst(m.endsWith(",") ? m.substring(0, m.length() - 1) : m));
            }
            if (text.contains("điều ") && line.hasDigitBefore("abcdđ ,;.ncl")) {
                scan(Kind.LEGAL_REFERENCE_CASE, ARTICLE_CASE, line, Wordings::upperFirst);
            }
            if (text.contains("phụ lục ")
                    || text.contains("chương ")
                    || text.contains("mục ")
                    || text.contains("phần ")) {
                scan(Kind.LEGAL_REFERENCE_CASE, DIVISION_CASE, line, Wordings::upperFirst);
            }
            if (text.contains("hoản ") || text.contains("Chương ")) {
                scan(Kind.LEGAL_REFERENCE_ORDER, ITEM_ORDER, line, null);
            }
            if (text.contains(" số ") && line.hasDigitBefore("/")) {
                scan(Kind.DOCUMENT_NAME_CASE, DOCUMENT_CASE, line, Wordings::upperFirst);
            }
            if (line.folded().contains(" NHAN DAN")) {
                councils(line);
                once(Kind.PEOPLE_CASE, PEOPLE, line, m -> m.replace("nhân dân", "Nhân dân"));
            }
            if (text.contains("Sở ") || text.contains("Bộ ")) {
                departments(line);
            }
            if (text.contains(" sở ") || text.contains(" bộ ")) {
                scan(Kind.AGENCY_NAME_CASE, smallDepartment, line, this::named);
            }
            if (text.contains("thành phố Hồ") || text.contains("thủ đô")) {
                scan(Kind.CITY_CASE, CITY, line, Wordings::upperFirst);
            }
            if (text.contains("quận ") || text.contains("phường ")) {
                scan(Kind.NUMBERED_UNIT_CASE, NUMBERED_UNIT, line, Wordings::upperFirst);
            }
            if (text.contains(" Phố") || text.contains("Thị ")) {
                unitWords(line);
            }
            if (text.contains(" Tỉnh ")) {
                scan(Kind.UNIT_WORD_CASE, province, line, m -> "tỉnh" + m.substring(4));
            }
            if (text.contains("hà nước")) {
                scan(
                        Kind.PARTY_STATE_CASE,
                        PARTY_STATE,
                        line,
                        m -> m.replace("đảng", "Đảng").replace("nhà nước", "Nhà nước"));
            }
            if (text.contains("của đảng") || text.contains("của nhà nước")) {
                scan(Kind.PARTY_STATE_CASE, OF_PARTY_OR_STATE, line, Wordings::upperFirst);
            }
            if (text.contains("ngày ")) {
                scan(Kind.HOLIDAY_CASE, HOLIDAY, line, m -> "ngày " + upperFirst(m.substring(5)));
            }
            if (text.contains("thứ ") && text.contains("ngày ")) {
                scan(Kind.WEEKDAY_CASE, WEEKDAY, line, m -> "thứ " + upperFirst(m.substring(4)));
            }
            if (types != null && line.zone == Line.Zone.BODY && line.part == 0) {
                selfReference(line, types);
            }
            if (SPECULATIVE.in(line.lower())) {
                scan(Kind.SPECULATION, SPECULATION, line, null);
            }
            if (text.contains("uật ") || text.contains("kế hoạch này")) {
                laws(line);
            }
            if (line.zone == Line.Zone.BODY && text.contains(" tháng 0")) {
                once(Kind.EXTRA_ZERO, EXTRA_ZERO, line, m -> m.replace("tháng 0", "tháng "));
            }
            if (text.indexOf(',') > 0 && line.hasDigitBefore(",")) {
                scan(Kind.ENGLISH_NUMBER, ENGLISH, line, m -> m.replace(',', '.'));
            }
        }

        private void scan(Kind kind, Sought pattern, Line line, UnaryOperator<String> mend) {
            for (Matcher m = pattern.first(line.text()); m != null; m = pattern.next(m, line.text())) {
                add(kind, m.group(), mend == null ? null : mend.apply(m.group()), line, m.start(), m.end());
            }
        }

        /** One finding a plan, however often it stands there. */
        private void once(Kind kind, Sought pattern, Line line, UnaryOperator<String> mend) {
            Matcher m = pattern.first(line.text());
            if (m != null && found.stream().noneMatch(w -> w.kind() == kind)) {
                add(kind, m.group(), mend.apply(m.group()), line, m.start(), m.end());
            }
        }

        private void add(Kind kind, String wrong, String right, Line line, int start, int end) {
            if (seen.add(kind + " " + wrong)) {
                found.add(new Wording(kind, right, line.span(start, end)));
            }
        }

        /** "Luật phòng, chống ma túy năm 2021", "Bộ Luật lao động", "kế hoạch này". */
        private void laws(Line line) {
            if (line.zone == Line.Zone.BODY && line.part == 0 && !OF_OTHERS.in(line.text())) {
                scan(Kind.DOCUMENT_NAME_CASE, SELF_CASE, line, Wordings::upperFirst);
            }
            for (Matcher code = CODE_CASE.first(line.text()); code != null; code = CODE_CASE.next(code, line.text())) {
                String right = "Bộ luật " + upperFirst(code.group().substring("Bộ luật ".length()));
                if (!right.equals(code.group())) {
                    add(Kind.DOCUMENT_NAME_CASE, code.group(), right, line, code.start(), code.end());
                }
            }
            scan(Kind.DOCUMENT_NAME_CASE, LAW_CASE, line, m -> "Luật " + upperFirst(m.substring("Luật ".length())));
        }

        /** "Ủy ban Nhân dân", "Ủy Ban nhân dân"; wholly small letters are right where no one council is meant. */
        private void councils(Line line) {
            for (Matcher m = COUNCIL_CASE.first(line.text()); m != null; m = COUNCIL_CASE.next(m, line.text())) {
                String[] words = m.group().split(" ");
                boolean wrong = false;
                for (int i = 1; i < words.length; i++) {
                    wrong |= Character.isUpperCase(words[i].charAt(0));
                }
                if (wrong) {
                    String right = upperFirst(m.group().toLowerCase(Locale.ROOT));
                    add(Kind.AGENCY_NAME_CASE, m.group(), right, line, m.start(), m.end());
                }
            }
        }

        private void departments(Line line) {
            for (Matcher m = department.first(line.text()); m != null; m = department.next(m, line.text())) {
                String printed = DASH.matcher(m.group()).replaceAll(" - ");
                String right = departments.get(printed.toLowerCase(Locale.ROOT));
                boolean capitals = printed.equals(printed.toUpperCase(Locale.ROOT));
                if (right != null && !capitals && !right.equals(printed) && !titleCased(line.text(), m)) {
                    add(Kind.AGENCY_NAME_CASE, m.group(), right, line, m.start(), m.end());
                }
            }
        }

        /** The department or ministry with all its capitals. */
        private String named(String printed) {
            return departments.get(DASH.matcher(printed).replaceAll(" - ").toLowerCase(Locale.ROOT));
        }

        /** The words may belong to another name that only begins so: "Sở Du lịch" in "Sở Du lịch - Thương mại". */
        private static boolean titleCased(String text, Matcher m) {
            return m.end() + 3 < text.length()
                    && NAME_GOES_ON.matcher(text.substring(m.end())).lookingAt();
        }

        /** "Quyết định này" where no decision was spoken of before: left over from the file that was copied. */
        private void selfReference(Line line, Set<String> types) {
            String text = line.text();
            if (text.contains(" này")) {
                for (Matcher m = SELF.first(text); m != null; m = SELF.next(m, text)) {
                    String type = m.group("type").toLowerCase(Locale.ROOT);
                    boolean spoken = types.contains(type)
                            || text.substring(0, m.start())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(type);
                    if (!spoken) {
                        add(Kind.SELF_REFERENCE, m.group(), "Kế hoạch này", line, m.start(), m.end());
                    }
                }
            }
            for (String name : OTHER_TYPES) {
                String type = SMALL_TYPES.get(name);
                if (!line.lower().contains(type)) {
                    continue;
                }
                boolean named = text.contains(name + " số")
                        || text.contains(name + " \"")
                        || text.contains(name + " “")
                        || line.lower().contains(type + " về ")
                        || line.isCapitals() && line.lower().contains(type)
                        || text.contains(name + " ") && !text.contains(name + " này");
                if (named) {
                    types.add(type);
                }
            }
        }
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
