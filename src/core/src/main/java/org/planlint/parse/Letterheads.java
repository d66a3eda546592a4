package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateLine;
import org.planlint.facts.FixedText;
import org.planlint.facts.Letterhead;
import org.planlint.facts.NumberLine;
import org.planlint.facts.PartialDate;
import org.planlint.text.Span;

/** Reads the head of a document: national title, motto, agencies, number and symbol, place and date. */
final class Letterheads {
    static final Pattern DATE_LINE = Pattern.compile(
            "(?iu)^(?<place>[\\p{L}][^,;:()]{1,40}?)?\\s*(?<comma>,?)\\s*ngày(?<d>[\\s.…_/\\d]*)tháng(?<m>[\\s.…_/\\d]*)năm(?<y>[\\s.…_/\\d]*)$");
    /** "Sơn Thủy, ngày 05/01/2024": the norm asks for words. */
    private static final Pattern DATE_IN_FIGURES = Pattern.compile(
            "(?iu)^(?<place>\\p{L}[^,;:()\\d]{1,40}?)\\s*(?<comma>,?)\\s*(?:ngày\\s*)?(?<d>\\d{1,2})\\s?[/.-]\\s?(?<m>\\d{1,2})\\s?[/.-]\\s?(?<y>\\d{4})$");
    private static final Pattern NUMBER_LINE = Pattern.compile(
            "^(?:(?<label>Số|SỐ|Sô|số)\\s*[:.]?)?\\s*(?<number>[\\d\\s]*)(?<blank>[.…_\\s]*)\\s*[/\\-–]?\\s*(?<symbol>[A-ZĐƯƠ][\\p{L}\\d]*(?:\\s?[-–.&/]\\s?[\\p{L}\\d&.]+)*)?\\s*(?:\\(.*\\))?$");
    private static final Pattern SLASHED = Pattern.compile(
            "^(?:(?:S ?ố|SỐ|Sô|số)\\s*[:.]?\\s*)?(?<number>[\\d\\s]*?)[\\s.…_]*(?:/\\s?(?<year>(?:19|20)\\d{2})\\s?)?(?<slash>[/\\-–])\\s*(?<symbol>[A-ZĐƯƠ][\\p{L}\\d]*(?:\\s?[-–.&/]\\s?[\\p{L}\\d&.()]+)*)\\s*$");
    private static final Pattern NO_AGENCY = Pattern.compile(
            "^(?:(?:BẢN )?DỰ THẢO.*|Dự thảo.*|MẬT|TỐI MẬT|TUYỆT MẬT|KHẨN|THƯỢNG KHẨN|HỎA TỐC.*|LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|.*V/v.*|ĐẾN|CÔNG VĂN ĐẾN|SAO Y.*|Kính gửi.*|\\d+|\\*)$");
    private static final Pattern STAMP = Pattern.compile("(?i)^(?:ĐẾN|CÔNG VĂN ĐẾN|Ngày|Số|Chuyển|Lưu hồ sơ)\\s*:.*");

    /** What is left of a table of two columns in a file copied from a web page. */
    private static final Pattern PIPE = Pattern.compile("^\\|\\s*|\\s*\\|$");
    private static final Pattern LABEL = Pattern.compile("^(S ?ố|SỐ|Sô|số)\\s*:?");

    /** What was read, with the pieces as plain values. */
    record Reading(Letterhead letterhead, NumberLine numberLine, DateLine dateLine, List<FixedText> fixedTexts, String agency, String parentAgency, String number, String symbol,
                   String place, PartialDate date, boolean draft, boolean party) {
    }

    private static final int LONGEST_NUMBER_LINE = 120;

    private final List<BareLine> lines;
    private final int end;
    private final List<FixedText> fixed = new ArrayList<>();
    private final List<BareLine> names = new ArrayList<>();
    private Span nationalTitle;
    private Span motto;
    private NumberLine numberLine;
    private String number;
    private String symbol;
    private DateLine dateLine;
    private String place;
    private PartialDate date;
    private boolean draft;
    /** How much there is that only bodies of the Party write. */
    private int party;

    private Letterheads(Structure structure) {
        lines = structure.flow().lines();
        end = structure.headEnd();
    }

    static Reading read(Structure structure) {
        return new Letterheads(structure).read();
    }

    private Reading read() {
        for (int i = 0; i < end; i++) {
            BareLine line = lines.get(i);
            BareLine next = i + 1 < end ? lines.get(i + 1) : null;
            String text = PIPE.matcher(line.text()).replaceAll("");
            if (isTornTitle(line, next)) {
                nationalTitle = nationalTitle == null ? line.span() : nationalTitle;
                i++;
                continue;
            }
            if (nationalTitle(line, next) || party(line, text) || motto(line)) {
                continue;
            }
            draft |= line.folded().matches("(?:BAN )?DU THAO.*");
            if (next != null && isTorn(text)) {
                text = text + " " + next.text();
                i++;
            }
            if (!dateLine(line, text) && !numberLine(line, text)) {
                name(line, text);
            }
        }
        String[] agencies = agencies(names);
        Span agencySpan = names.isEmpty() ? null : names.get(names.size() - 1).span();
        return new Reading(new Letterhead(nationalTitle, motto, agencySpan, numberLine == null ? null : numberLine.span(),
                dateLine == null ? null : dateLine.span()), numberLine, dateLine, fixed, agencies[0], agencies[1], number, symbol, place, date,
                draft, isParty(agencies[0]));
    }

    /** Whether the national title runs over this line and the next. */
    private static boolean isTornTitle(BareLine line, BareLine next) {
        return line.folded().matches("C[OÔ]NG HOA(?: XA)?") && next != null
                && (line.folded() + " " + next.folded()).matches("C[OÔ]NG HOA XA HOI.*");
    }

    private boolean nationalTitle(BareLine line, BareLine next) {
        String folded = line.folded();
        if (folded.matches(".*C[OÔ]NG HOA XA HOI.*")) {
            if (nationalTitle == null) {
                nationalTitle = line.span();
                boolean torn = next != null && next.folded().matches("(?:CHU )?(?:NGHIA )?(?:VIET )?NAM");
                addFault(FixedText.Element.NATIONAL_TITLE, torn ? null : nationalTitleFault(line), line, fixed);
            }
            return true;
        }
        return nationalTitle != null && folded.matches("(?:CHU )?(?:NGHIA )?(?:VIET )?NAM");
    }

    private boolean party(BareLine line, String text) {
        String folded = line.folded();
        if (folded.matches(".*DOAN (?:TNCS|THANH NIEN CONG SAN) HO CHI MINH") && nationalTitle == null
                && !text.contains("BAN CHẤP HÀNH")) {
            party += 1;
            return true;
        }
        if (folded.contains("DANG CONG SAN VIET NAM")) {
            party += 2;
            return true;
        }
        return false;
    }

    private boolean motto(BareLine line) {
        if (!line.folded().matches(".*DOC LAP ?[-–—]? ?TU DO.*")) {
            return false;
        }
        if (motto == null) {
            motto = line.span();
            addFault(FixedText.Element.MOTTO, mottoFault(line), line, fixed);
        }
        return true;
    }

    /** The last line with a date in words counts, one with a date in figures only where there was none before. */
    private boolean dateLine(BareLine line, String text) {
        Matcher d = DATE_LINE.matcher(text);
        boolean inWords = d.find();
        if (!inWords && (!(d = DATE_IN_FIGURES.matcher(text)).find() || dateLine != null)) {
            return false;
        }
        date = Structure.dateOf(d);
        place = d.group("place") == null || d.group("place").isBlank() ? null : d.group("place").strip();
        dateLine = new DateLine(place, !d.group("comma").isEmpty(), inWords, figures(d.group("d")),
                figures(d.group("m")), figures(d.group("y")), line.span());
        return true;
    }

    private boolean numberLine(BareLine line, String text) {
        Matcher n = SLASHED.matcher(text);
        boolean stamped = STAMP.matcher(text).matches() && !text.contains("/");
        if (stamped || numberLine != null || text.length() >= LONGEST_NUMBER_LINE || !n.matches() && !((n = NUMBER_LINE.matcher(text)).matches()
                && text.matches("^[Ss][ốỐô].*"))) {
            return false;
        }
        String digits = n.group("number").replaceAll("\\s", "");
        number = digits.isEmpty() ? null : digits;
        String raw = n.group("symbol");
        numberLine = numberLine(line, text, digits, n, raw);
        symbol = raw == null ? null : raw.replaceAll("\\s*([-–])\\s*", "$1").strip();
        party += text.matches("^Số\\s+\\d*\\s*-\\s*\\p{Lu}+/.*") ? 1 : 0;
        return true;
    }

    private void name(BareLine line, String text) {
        party += text.equals("*") ? 1 : 0;
        if (line.isCapitals() && !NO_AGENCY.matcher(text).matches() && !Structure.isRule(text) && text.length() > 2) {
            names.add(line);
        } else if (names.isEmpty() && text.matches("^(?:Ủy ban|UBND|Sở|Trường|Phòng|Ban|Công ty).{3,60}$")) {
            names.add(line);
        }
    }

    private boolean isParty(String agency) {
        boolean union = party == 1 && nationalTitle == null && names.stream()
                .anyMatch(line -> line.folded().matches(".*(?:BAN CHAP HANH|HUYEN DOAN|TINH DOAN|DOAN XA|DOAN TRUONG|DOAN KHOI|DOAN PHUONG).*"));
        return party >= 2 || union || nationalTitle == null && agency != null
                && agency.matches(".*(?:ĐẢNG BỘ|ĐẢNG ỦY|TỈNH ỦY|HUYỆN ỦY|THÀNH ỦY|CHI BỘ).*") && party > 0;
    }

    private static void addFault(FixedText.Element element, FixedText.Fault fault, BareLine line, List<FixedText> fixed) {
        if (fault != null) {
            fixed.add(new FixedText(element, fault, line.span()));
        }
    }

    /** Letters alone are compared: a pdf may hold other diacritics than its page prints. */
    private static FixedText.Fault nationalTitleFault(BareLine line) {
        String letters = line.folded().replaceAll("[^A-Z]+", " ").strip();
        if (!letters.equals("CONG HOA XA HOI CHU NGHIA VIET NAM")) {
            return FixedText.Fault.WORDS;
        }
        return line.isCapitals() ? null : FixedText.Fault.CASE;
    }

    private static FixedText.Fault mottoFault(BareLine line) {
        String text = line.text().strip().replaceAll("[.;]$", "");
        String letters = line.folded().replaceAll("[^A-Z]+", " ").strip();
        if (!letters.equals("DOC LAP TU DO HANH PHUC")) {
            return FixedText.Fault.WORDS;
        }
        String words = text.replaceAll("[^\\p{L}]+", " ").strip();
        if (!words.equals("Độc lập Tự do Hạnh phúc") && words.equalsIgnoreCase("Độc lập Tự do Hạnh phúc")) {
            return FixedText.Fault.CASE;
        }
        if (!text.matches("[^-]+-[^-]+-[^-]+")) {
            return FixedText.Fault.DASH;
        }
        return text.matches("\\S+ \\S+ - \\S+ \\S+ - \\S+ \\S+") ? null : FixedText.Fault.SPACE;
    }

    private static NumberLine numberLine(BareLine line, String text, String digits, Matcher m, String symbol) {
        Matcher label = LABEL.matcher(text);
        boolean labelled = label.find();
        String year = m.pattern() == SLASHED ? m.group("year") : null;
        String tight = symbol == null ? "" : symbol.replace(" ", "");
        int dash = tight.replaceAll("[–—]", "-").indexOf('-');
        String code = dash > 0 ? tight.substring(0, dash) : null;
        String printed = symbol == null ? null
                : (text.matches(".*/ +" + Pattern.quote(symbol) + ".*") && !digits.isEmpty() ? "/ " : "") + symbol;
        return new NumberLine(labelled ? label.group(1) : "", labelled && label.group().contains(":"), digits,
                year == null ? null : Integer.valueOf(year), printed, code, line.span());
    }

    private static String figures(String text) {
        return text == null ? "" : text.replaceAll("\\D", "");
    }

    /** Whether a gap in the line, where number or day is blank, has torn the rest of it off. */
    private static boolean isTorn(String text) {
        return text.matches("(?:S ?ố|SỐ)\\s*:?|.*,\\s*ngày\\s*\\d{0,2}");
    }

    /** Parts the lines above the number into the agency and the one above it. */
    private static String[] agencies(List<BareLine> names) {
        if (names.isEmpty()) {
            return new String[] {null, null};
        }
        int split = names.size() - 1;
        while (split > 0 && continuesName(names.get(split - 1).text(), names.get(split).text())
                && sameFace(names.get(split - 1), names.get(split))) {
            split--;
        }
        String agency = join(names.subList(split, names.size()));
        String parent = split == 0 ? null : join(names.subList(0, split));
        return new String[] {agency, parent};
    }

    /** Whether the second line goes on the name of the first: "ỦY BAN NHÂN DÂN" / "TỈNH QUẢNG NAM". */
    private static boolean continuesName(String first, String second) {
        boolean opensBody = second.matches("^(?:UBND|ỦY BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|CỤC|VỤ|TỔNG CỤC|CHI CỤC|PHÒNG|TRƯỜNG|BAN|VĂN PHÒNG"
                + "|THANH TRA|TRUNG TÂM|CÔNG AN|ĐOÀN|CÔNG ĐOÀN|LIÊN ĐOÀN|HỘI|BỆNH VIỆN|VIỆN|CÔNG TY|ĐẢNG|TỔ CÔNG TÁC|TÒA ÁN"
                + "|VIỆN KIỂM SÁT|ĐẠI HỌC|HỌC VIỆN|KHO BẠC|BẢO HIỂM|NGÂN HÀNG|TẬP ĐOÀN|TỔNG CÔNG TY|QUỸ|BÁO|ĐÀI|KHOA|TỔ)(?:\\s.*|$)");
        if (!opensBody) {
            return true;
        }
        return first.matches(".*(?:\\sVÀ|,|\\s-|–|\\sCỦA|\\sTHUỘC|\\sCÁC)$");
    }

    private static boolean sameFace(BareLine a, BareLine b) {
        if (a.paragraph.runs().isEmpty() || b.paragraph.runs().isEmpty()) {
            return true;
        }
        return a.isBold() == b.isBold() || a.text().matches("^(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)$");
    }

    private static String join(List<BareLine> lines) {
        StringBuilder out = new StringBuilder();
        for (BareLine line : lines) {
            out.append(out.length() > 0 ? " " : "").append(line.text());
        }
        return out.toString();
    }
}
