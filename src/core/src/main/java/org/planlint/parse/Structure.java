package org.planlint.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.PartialDate;
import org.planlint.words.FixedWords;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * Finds where the parts of the file begin: letterhead, title, body, signature block, annexes; and for a decision
 * with a plan behind it, where the plan begins. Marks every line with its zone.
 */
final class Structure {
    private static final Vocabulary PARTS = Vocabulary.of("parts");
    private static final Phrases DRAFT = Vocabulary.of("letterhead").get("draft");
    private static final int TITLE_WITHIN = 70;
    private static final Pattern ATTACHED = Pattern.compile(
            "(?iu)\\(?\\s*(?:ban hành\\s+)?kèm theo\\s+" + Vocabulary.of("documents").any("bring a plan") + Pieces.WORD_END + ".*");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:" + PARTS.any("opens the text") + "|" + PARTS.any("opens the text as a word") + " |Để$|Năm \\d|Ngày \\d).*");
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?!" + Pieces.ABOUT + ")(?:" + Pieces.SHORT_ROMAN + "\\s?[./)-]|\\d{1,2}\\s?[./)]|[A-H]\\.|" + Pieces.DASH_OR_PLUS + "\\s|"
            + Pieces.DIVISION + "\\s+(?:thứ|THỨ|[IVX\\d])).*");
    private static final Pattern RULE = Pattern.compile("^[\\s\\-–—_=*~.─━◊]+$");
    private static final Pattern ANNEX_HEAD = Pattern.compile(
            "^(?:PHỤ LỤC|Phụ lục)(?:\\s+(?:số\\s+|SỐ\\s+)?(?:" + Pieces.SHORT_ROMAN
            + "|\\d{1,2}|[A-H]))?\\s*[.:]?$|^(?:PHỤ LỤC)(?:\\s+(?:" + Pieces.SHORT_ROMAN + "|\\d{1,2}))?[\\s.:–-]+\\p{Lu}{2}.*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    /** Older documents say "Nơi gửi". */
    private static final Pattern RECIPIENTS = Pattern.compile("^(?:" + FixedWords.RECIPIENTS + "|NOI GUI)\\s*(?:[:;.]|$)");
    /** What a title line may hold beside its type. */
    private static final Pattern AROUND_TYPE = Pattern.compile("[:.]$|^\\(?" + DRAFT.and(DRAFT.capitals()).any() + "\\)?\\s+");
    private static final Pattern ENDED = Pattern.compile("[.;:]$");
    private static final Pattern ENDED_OR_CUT = Pattern.compile("[.;:/]$");
    private static final Pattern LEADS_ON = Pattern.compile(PARTS.any("leads on") + "\\s*:$");
    private static final Pattern OUTER_BRACKETS = Pattern.compile("^\\(|\\)$");

    private final List<Line> lines;
    private final Flow flow;
    private int title = -1;
    private int planTitle = -1;
    private int subjectEnd;
    private int planSubjectEnd;
    private int recipients = -1;
    private int signatureStart = -1;
    private int signatureEnd = -1;
    private String attachedTo;

    Structure(List<Line> lines, Flow flow) {
        this.lines = lines;
        this.flow = flow;
        title = findTitle(0, Math.min(lines.size(), TITLE_WITHIN), false);
        subjectEnd = title < 0 ? 0 : subjectEnd(title);
        planTitle = title;
        planSubjectEnd = subjectEnd;
        if (title >= 0 && !typeOf(lines.get(title)).equals("KẾ HOẠCH")) {
            int second = attachedPlan(subjectEnd);
            if (second >= 0) {
                planTitle = second;
                planSubjectEnd = subjectEnd(second);
            }
        }
        attachedTo = attachedBelow(planTitle);
        findSignature();
        mark();
    }

    private int findTitle(int from, int to, boolean planOnly) {
        int relaxed = -1;
        for (int i = from; i < to; i++) {
            Line line = lines.get(i);
            if (flow.isData(line.table) || RULE.matcher(line.text()).matches()) {
                continue;
            }
            String type = typeOf(line);
            if (type != null && (!planOnly || type.equals("KẾ HOẠCH"))) {
                if (line.isCapitals() || line.text().startsWith(type)) {
                    return i;
                }
                relaxed = relaxed < 0 && i < 25 ? i : relaxed;
            }
            if (NUMBERED.matcher(line.text()).matches() && line.isCapitals() && i > 3) {
                break;
            }
        }
        return relaxed;
    }

    /** The type that a title line names, or null: alone, or in capitals at the head of a title in capitals. */
    static String typeOf(Line line) {
        String text = AROUND_TYPE.matcher(line.text()).replaceAll("").strip();
        String upper = text.toUpperCase(Locale.ROOT);
        String tight = upper.replace(" ", "");
        String best = null;
        for (String type : DocumentTypes.TITLES) {
            boolean alone = upper.equals(type) || tight.equals(type.replace(" ", ""));
            boolean heads = upper.startsWith(type + " ") && line.isCapitals() && text.length() < 220;
            if ((alone || heads) && (best == null || type.length() > best.length())) {
                best = type;
            }
        }
        return best;
    }

    /** Lines of the subject under a title; the index behind the last one. */
    private int subjectEnd(int at) {
        int i = at + 1;
        boolean styled = false;
        for (; i < lines.size() && i <= at + 8; i++) {
            Line line = lines.get(i);
            String text = line.text();
            if (RULE.matcher(text).matches()) {
                if (i > at + 1) {
                    break;
                }
                continue;
            }
            boolean marked = line.isBold() || line.isCentred();
            if (flow.isData(line.table) || ATTACHED.matcher(text).matches() || NUMBERED.matcher(text).matches()
                    || text.startsWith("(")) {
                break;
            }
            if (i == at + 1) {
                styled = marked;
                boolean sentence = text.length() > 400 && (OPENING.matcher(text).matches() || ENDED.matcher(text).find());
                if (!marked && (text.startsWith("Căn cứ") || sentence || LEADS_ON.matcher(text).find())) {
                    break;
                }
                continue;
            }
            String above = lines.get(i - 1).text();
            if (styled ? !marked : OPENING.matcher(text).matches() || text.length() > 140 || above.length() < 35
                    || ENDED.matcher(above).find() || ENDED_OR_CUT.matcher(text).find()) {
                break;
            }
        }
        return i;
    }

    /** A plan behind a decision: its title stands alone, and soon after it "(Kèm theo Quyết định …)". */
    private int attachedPlan(int from) {
        for (int at = findTitle(from, lines.size(), true); at >= 0; at = findTitle(at + 1, lines.size(), true)) {
            if (attachedBelow(at) != null) {
                return at;
            }
        }
        return -1;
    }

    /** The words "Kèm theo Quyết định …" soon below a title, without their brackets; null if there are none. */
    private String attachedBelow(int at) {
        for (int i = at + 1; at >= 0 && i < Math.min(lines.size(), at + 9); i++) {
            if (ATTACHED.matcher(lines.get(i).text()).matches()) {
                return OUTER_BRACKETS.matcher(lines.get(i).text()).replaceAll("");
            }
        }
        return null;
    }

    /** Behind the body of the document that is signed: the decision's, if the plan is attached to one. */
    private void findSignature() {
        int from = Math.max(0, title < 0 ? 0 : title + 1);
        int to = planTitle > title ? planTitle : lines.size();
        for (int i = from; i < to; i++) {
            Line line = lines.get(i);
            if (!flow.isData(line.table) && RECIPIENTS.matcher(line.folded()).find() && line.text().length() < 60) {
                recipients = i;
                break;
            }
        }
        signatureStart = recipients;
        int first = recipients < 0 ? from + 3 : Math.max(from, recipients - 12);
        int last = recipients < 0 ? to : recipients;
        for (int i = first; i < last; i++) {
            if (!flow.isData(lines.get(i).table) && Signatures.opensBlock(lines.get(i))) {
                signatureStart = i;
                break;
            }
        }
        if (signatureStart >= 0) {
            signatureEnd = Signatures.endOfBlock(lines, signatureStart, Math.max(recipients, signatureStart), to, flow);
        }
    }

    private void mark() {
        boolean covered = planTitle > title;
        int bodyEnd = covered || signatureStart < 0 ? lines.size() : signatureStart;
        int part = 0;
        for (Line line : lines) {
            int i = line.index;
            if (title >= 0 && i < title) {
                line.zone = Line.Zone.HEAD;
            } else if (title >= 0 && i < subjectEnd || covered && i >= planTitle && i < planSubjectEnd) {
                line.zone = Line.Zone.TITLE;
            } else if (signatureStart >= 0 && i >= signatureStart && i < signatureEnd) {
                line.zone = Line.Zone.SIGNATURE;
            } else if (covered && i < planTitle) {
                boolean headOfPlan = i >= planTitle - 12 && signatureEnd >= 0 && i >= signatureEnd;
                line.zone = headOfPlan ? Line.Zone.HEAD : Line.Zone.COVER;
            } else {
                boolean head = isAnnexHead(line.text()) && !flow.isData(line.table);
                boolean behind = !covered && i >= bodyEnd;
                boolean opens = behind ? part == 0 || head : head && i > planSubjectEnd + 5;
                part += opens ? 1 : 0;
                line.zone = part > 0 ? Line.Zone.ANNEX : Line.Zone.BODY;
                line.part = part;
            }
        }
        if (title < 0) {
            markHeadWithoutTitle();
        }
    }

    /** A letter has no title: its head ends with the date line or "Kính gửi". */
    private void markHeadWithoutTitle() {
        int end = 0;
        for (int i = 0; i < Math.min(lines.size(), 20); i++) {
            String folded = lines.get(i).folded();
            if (folded.contains(FixedWords.NATIONAL_TITLE) || folded.contains(FixedWords.MOTTO) || folded.startsWith("SO:")
                    || Letterheads.DATE_LINE.matcher(lines.get(i).text()).find()) {
                end = i + 1;
            }
        }
        for (int i = 0; i < end; i++) {
            lines.get(i).zone = Line.Zone.HEAD;
        }
    }

    Line title() {
        return planTitle < 0 ? null : lines.get(planTitle);
    }

    String type() {
        return planTitle < 0 ? null : typeOf(lines.get(planTitle));
    }

    /** Index behind the letterhead of the document that carries number and date. */
    int headEnd() {
        return title < 0 ? (int) lines.stream().filter(l -> l.zone == Line.Zone.HEAD).count() : title;
    }

    String subject() {
        if (planTitle < 0) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        String type = type();
        String own = lines.get(planTitle).text();
        if (own.length() > type.length() + 2 && own.toUpperCase(Locale.ROOT).startsWith(type)) {
            out.append(own.substring(type.length()).strip());
        }
        for (int i = planTitle + 1; i < planSubjectEnd; i++) {
            if (!RULE.matcher(lines.get(i).text()).matches()) {
                out.append(out.length() > 0 ? " " : "").append(lines.get(i).text());
            }
        }
        return out.length() == 0 ? null : out.toString();
    }

    /** First line of the subject, or null. */
    Line subjectLine() {
        for (int i = planTitle + 1; planTitle >= 0 && i < planSubjectEnd; i++) {
            if (!RULE.matcher(lines.get(i).text()).matches()) {
                return lines.get(i);
            }
        }
        return subject() == null ? null : lines.get(planTitle);
    }

    String attachedTo() {
        return attachedTo;
    }

    int recipientsLine() {
        return recipients;
    }

    int signatureStart() {
        return signatureStart;
    }

    int signatureEnd() {
        return signatureEnd;
    }

    static boolean isRule(String text) {
        return RULE.matcher(text).matches();
    }

    static boolean isAnnexHead(String text) {
        return ANNEX_HEAD.matcher(text).matches();
    }

    /** A number of one or two digits, or a year, as an Integer; null for blanks and dots. */
    static Integer digits(String text) {
        Matcher m = DIGITS.matcher(text == null ? "" : text.replace(" ", ""));
        return m.find() && m.group().length() <= 4 ? Integer.valueOf(m.group()) : null;
    }

    static PartialDate dateOf(Matcher dateLine) {
        return new PartialDate(digits(dateLine.group("y")), digits(dateLine.group("m")), digits(dateLine.group("d")));
    }
}
