package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.PartialDate;
import org.planlint.words.FixedWords;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * The second step: where the parts of the file begin (letterhead, title, body, signature block, annexes; and for a
 * decision with a plan behind it, where the plan begins), and to which of them each line belongs.
 */
final class Structure {
    private static final Vocabulary PARTS = Vocabulary.of("parts");
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");
    private static final Phrases DRAFT = Vocabulary.of("letterhead").get("draft");
    /** What a text says that is a plan, read without diacritics as recognition blurs them. */
    private static final Phrases SAYS_PLAN = PARTS.get("says that it is a plan").folded();

    /** What stands as a title, and the same without spaces. */
    private static final List<Map.Entry<String, String>> TITLES = DocumentTypes.TITLES.stream()
            .map(type -> Map.entry(type, type.replace(" ", "")))
            .toList();

    /** A title that is spaced has a space behind each letter. */
    private static final int LONGEST_ALONE = 2
            * TITLES.stream().mapToInt(title -> title.getValue().length()).max().orElseThrow();

    private static final int TITLE_WITHIN = 70;
    /** Of a dated document: what is below is a year that was left unfinished ("năm 20…"). */
    private static final int FIRST_YEAR = 1945;
    /** Letters that recognition may have misread in a title of seven: of any text, and of one that speaks as a plan. */
    private static final int FEW_LETTERS = 1;

    private static final int SOME_LETTERS = 3;
    private static final int LONGEST_MISREAD = 10;
    /** A line of the subject that is shorter ends it, unless the next goes on in small letters. */
    private static final int SHORT_LINE = 35;

    private static final Pattern ATTACHED =
            Pattern.compile("(?iu)\\(?\\s*(?:(?:được )?(?:ban hành|phê duyệt)\\s+)?kèm theo\\s+"
                    + DOCUMENTS.any("bring a plan") + Pieces.WORD_END + ".*");
    /** The same in brackets at the end of the title's own line. */
    private static final Pattern ATTACHED_BEHIND =
            Pattern.compile("(?iu)\\s*(\\(\\s*(?:(?:được )?(?:ban hành|phê duyệt)\\s+)?kèm theo\\s+"
                    + DOCUMENTS.any("bring a plan") + Pieces.WORD_END + "[^()]*\\)?)$");

    private static final Pattern SUBJECT_BEHIND = Pattern.compile(
            "^\\s+(?:" + Pieces.ABOUT + "|" + DOCUMENTS.any("opens a subject") + Pieces.NO_LETTER_AFTER + ").*");
    private static final Pattern OPENING = Pattern.compile("^(?:" + PARTS.any("opens the text") + "|"
            + PARTS.any("opens the text as a word") + " |Để$|Năm \\d|Ngày \\d).*");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?!" + Pieces.ABOUT + "|\\d{1,2}\\s?/(?:\\s?" + Pieces.YEAR
                    + "\\s?/)?\\s?\\p{Lu}+\\s?[-–])(?:" + Pieces.SHORT_ROMAN + "\\s?[./)-]|\\d{1,2}\\s?[./)]|[A-H]\\.|"
                    + Pieces.DASH_OR_PLUS + "\\s|" + Pieces.DIVISION + "\\s+(?:thứ|THỨ|[IVX\\d])).*");
    private static final Pattern RULE = Pattern.compile("^[\\s\\-–—_=*~.─━◊]+$");
    private static final Pattern ANNEX_HEAD = Pattern.compile("^(?:PHỤ LỤC|Phụ lục)(?:\\s+(?:số\\s+|SỐ\\s+)?(?:"
            + Pieces.SHORT_ROMAN + "|\\d{1,2}|[A-H]))?\\s*[.:]?$|^(?:PHỤ LỤC)(?:\\s+(?:" + Pieces.SHORT_ROMAN
            + "|\\d{1,2}))?[\\s.:–-]+\\p{Lu}{2}.*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    /** Older documents say "Nơi gửi". */
    private static final Pattern RECIPIENTS =
            Pattern.compile("^(?:" + FixedWords.RECIPIENTS + "|NOI GUI)\\s*(?:[:;.]|$)");
    /** What a title line may hold beside its type. */
    private static final Pattern AROUND_TYPE =
            Pattern.compile("[:.]$|^\\(?" + DRAFT.and(DRAFT.capitals()).any() + "\\)?\\s+");

    /** Behind the type: belongs to it, and does not open the subject. */
    private static final Pattern JOINT =
            Pattern.compile("^(?:" + DOCUMENTS.get("joint").capitals().any() + Pieces.NO_LETTER_AFTER + "|"
                    + DOCUMENTS.get("joint alone").capitals().any() + "$)\\s*");
    /** A plan with a number of its own: what it says is "kèm theo" belongs to another document. */
    private static final Pattern OWN_NUMBER = Pattern.compile("^SO ?[:.]?[ \\d….]*[/–-]? ?KH[A-Z]{0,4} ?[/–-]");

    private static final Pattern ENDED = Pattern.compile("[.;:]$");
    private static final Pattern ENDED_OR_CUT = Pattern.compile("[.;:/]$");
    private static final Pattern LEADS_ON = Pattern.compile(PARTS.any("leads on") + "\\s*:$");
    /** "(20/11/1982 - 20/11/2024) và Hội nghị biểu dương": what stands in brackets is no remark below the subject. */
    private static final Pattern GOES_ON_BEHIND_BRACKET = Pattern.compile("^\\([^()]*\\)\\s*\\p{Ll}.*");

    /** "(V/v tổ chức hội thi)": a subject in brackets. */
    private static final Pattern ABOUT_IN_BRACKETS =
            Pattern.compile("\\(\\s*(?:" + Pieces.ABOUT + "|(?iu:về việc)\\s)");

    private static final Pattern OUTER_BRACKETS = Pattern.compile("^\\(|\\)$");

    private final Flow flow;
    private final List<BareLine> lines;
    private final int title;
    private final int planTitle;
    private final int subjectEnd;
    private final int planSubjectEnd;
    private final int headEnd;
    private final int recipients;
    private final int signatureStart;
    private final int signatureEnd;
    private final String attachedTo;
    private final List<ZonedLine> zoned;

    Structure(Flow flow) {
        this.flow = flow;
        lines = flow.lines();
        int read = findTitle(0, Math.min(lines.size(), TITLE_WITHIN), false);
        title = read < 0 && speaksAsPlan() ? misreadTitle() : read;
        subjectEnd = title < 0 ? 0 : subjectEnd(title);
        int second = read >= 0 && !typeOf(lines.get(title)).equals(DocumentTypes.PLAN) ? attachedPlan(subjectEnd) : -1;
        planTitle = second < 0 ? title : second;
        planSubjectEnd = second < 0 ? subjectEnd : subjectEnd(second);
        attachedTo = planTitle == title && hasOwnNumber() ? null : attachedBelow(planTitle);
        headEnd = title < 0 ? headWithoutTitle() : title;
        int signedBehind = title + 1;
        int signedBefore = planTitle > title ? planTitle : lines.size();
        recipients = findRecipients(signedBehind, signedBefore);
        signatureStart = findSignature(signedBehind, signedBefore);
        signatureEnd = signatureStart < 0
                ? -1
                : Signatures.endOfBlock(lines, signatureStart, Math.max(recipients, signatureStart), signedBefore);
        zoned = zoned();
    }

    Flow flow() {
        return flow;
    }

    /** All lines of the file, each with its zone. */
    List<ZonedLine> lines() {
        return zoned;
    }

    private int findTitle(int from, int to, boolean planOnly) {
        int relaxed = -1;
        for (int i = from; i < to; i++) {
            BareLine line = lines.get(i);
            if (line.inData() || RULE.matcher(line.text()).matches()) {
                continue;
            }
            String type = typeOf(line);
            if (type != null && (!planOnly || type.equals(DocumentTypes.PLAN))) {
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

    /** The type that a title line names, or null: alone, or in capitals at the head of a title in capitals or of "V/v …". */
    static String typeOf(BareLine line) {
        boolean bracket = line.text().indexOf('(') >= 0;
        String whole = bracket ? ATTACHED_BEHIND.matcher(line.text()).replaceFirst("") : line.text();
        String text = AROUND_TYPE.matcher(whole).replaceAll("").strip();
        String tight = text.length() > LONGEST_ALONE
                ? ""
                : text.toUpperCase(Locale.ROOT).replace(" ", "");
        String best = null;
        for (Map.Entry<String, String> title : TITLES) {
            String type = title.getKey();
            boolean alone = tight.equals(title.getValue());
            boolean heads = text.length() > type.length()
                    && text.length() < 220
                    && text.charAt(type.length()) == ' '
                    && text.startsWith(type)
                    && (text.equals(text.toUpperCase(Locale.ROOT))
                            || SUBJECT_BEHIND
                                    .matcher(text.substring(type.length()))
                                    .matches());
            if ((alone || heads) && (best == null || type.length() > best.length())) {
                best = type;
            }
        }
        return best == null && isMisreadPlan(line, FEW_LETTERS) ? DocumentTypes.PLAN : best;
    }

    /** Whether recognition from a picture may have made the line of "KẾ HOẠCH", up to so many letters. */
    private static boolean isMisreadPlan(BareLine line, int letters) {
        if (!line.isCapitals()) {
            return false;
        }
        String folded = AROUND_TYPE.matcher(line.folded()).replaceAll("").strip();
        String tight = folded.replace(" ", "");
        return tight.length() <= LONGEST_MISREAD && DocumentTypes.lettersUnlikePlan(tight) <= letters
                || folded.startsWith("KE HOACH ") && folded.length() < 220;
    }

    /** Whether the text says of itself that it is a plan: "ban hành Kế hoạch", "Trên đây là Kế hoạch". */
    private boolean speaksAsPlan() {
        return lines.stream().anyMatch(line -> SAYS_PLAN.in(line.folded()))
                && lines.stream()
                        .anyMatch(line -> RECIPIENTS.matcher(line.folded()).lookingAt());
    }

    /** In a text that speaks as a plan, the first line that may be "KẾ HOẠCH", or -1. */
    private int misreadTitle() {
        for (int i = 0; i < Math.min(lines.size(), TITLE_WITHIN); i++) {
            if (!lines.get(i).inData() && isMisreadPlan(lines.get(i), SOME_LETTERS)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line above the title gives the plan a number of its own, or leaves room for it. */
    private boolean hasOwnNumber() {
        return lines.subList(0, Math.max(title, 0)).stream()
                .anyMatch(line -> OWN_NUMBER.matcher(line.folded()).lookingAt());
    }

    /** The last line of the title: "LIÊN TỊCH" may stand alone below "KẾ HOẠCH". */
    private int titleEnd(int title) {
        return title + 1 < lines.size()
                        && JOINT.matcher(lines.get(title + 1).text().toUpperCase(Locale.ROOT))
                                .replaceFirst("")
                                .isEmpty()
                ? title + 1
                : title;
    }

    /** Lines of the subject under a title; the index behind the last one. */
    private int subjectEnd(int title) {
        int at = titleEnd(title);
        int i = at + 1;
        boolean styled = false;
        for (; i < lines.size() && i <= at + 8; i++) {
            BareLine line = lines.get(i);
            String text = line.text();
            if (RULE.matcher(text).matches()) {
                if (i > at + 1) {
                    break;
                }
                continue;
            }
            boolean marked = line.isBold() || line.isCentred();
            if (line.inData()
                    || ATTACHED.matcher(text).matches()
                    || NUMBERED.matcher(text).matches()
                    || RECIPIENTS.matcher(line.folded()).lookingAt()
                    || line.folded().startsWith(FixedWords.ADDRESSEE)
                    || text.startsWith("(")
                            && !(i == at + 1 && ABOUT_IN_BRACKETS.matcher(text).lookingAt())
                            && !GOES_ON_BEHIND_BRACKET.matcher(text).matches()) {
                break;
            }
            // A short căn cứ that a page shows in the middle is no subject: what is centred there is a guess.
            if (i > at + 1
                    && lines.get(at + 1).isBold()
                    && !line.isBold()
                    && OPENING.matcher(text).matches()) {
                break;
            }
            if (i == at + 1) {
                styled = marked;
                boolean sentence = text.length() > 400
                        && (OPENING.matcher(text).matches()
                                || ENDED.matcher(text).find());
                if (!marked
                        && (text.startsWith("Căn cứ")
                                || sentence
                                || LEADS_ON.matcher(text).find())) {
                    break;
                }
                continue;
            }
            String above = lines.get(i - 1).text();
            if (styled
                    ? !marked
                    : OPENING.matcher(text).matches()
                            || text.length() > 140
                            || above.length() < SHORT_LINE && !goesOnSmall(text)
                            || ENDED.matcher(above).find()
                            || ENDED_OR_CUT.matcher(text).find()) {
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

    /** Whether it begins with a word in small letters: "a)" is none. */
    private static boolean goesOnSmall(String text) {
        return Character.isLowerCase(text.charAt(0))
                && text.length() > 1
                && (Character.isLetter(text.charAt(1)) || text.charAt(1) == ' ');
    }

    /** The words "Kèm theo Quyết định …" on a title's own line or soon below it, without their brackets; null if there are none. */
    private String attachedBelow(int at) {
        Matcher behind = ATTACHED_BEHIND.matcher(at < 0 ? "" : lines.get(at).text());
        if (behind.find()) {
            return OUTER_BRACKETS.matcher(behind.group(1)).replaceAll("");
        }
        for (int i = at + 1; at >= 0 && i < Math.min(lines.size(), at + 9); i++) {
            if (ATTACHED.matcher(lines.get(i).text()).matches()) {
                return OUTER_BRACKETS.matcher(lines.get(i).text()).replaceAll("");
            }
        }
        return null;
    }

    /** The label of the recipients of the document that is signed: the decision's, if the plan is attached to one. */
    private int findRecipients(int from, int to) {
        for (int i = from; i < to; i++) {
            BareLine line = lines.get(i);
            if (!line.inData()
                    && RECIPIENTS.matcher(line.folded()).lookingAt()
                    && line.text().length() < 60) {
                return i;
            }
        }
        return -1;
    }

    /** The first line of the signature block: of the signature above the recipients, or else their label. */
    private int findSignature(int from, int to) {
        int first = recipients < 0 ? from + 3 : Math.max(from, recipients - 12);
        int last = recipients < 0 ? to : recipients;
        for (int i = first; i < last; i++) {
            if (!lines.get(i).inData() && Signatures.opensBlock(lines.get(i)) && !decides(i)) {
                return i;
            }
        }
        return recipients;
    }

    /** Whether the line, alone or with the next, names who decides, above the grounds of a decision. */
    private boolean decides(int i) {
        int below = i + 1 < lines.size() && lines.get(i + 1).isCapitals() ? i + 2 : i + 1;
        return below < lines.size() && OPENING.matcher(lines.get(below).text()).matches();
    }

    private List<ZonedLine> zoned() {
        boolean covered = planTitle > title;
        int bodyEnd = covered || signatureStart < 0 ? lines.size() : signatureStart;
        int part = 0;
        List<ZonedLine> marked = new ArrayList<>(lines.size());
        for (BareLine line : lines) {
            int i = line.index;
            ZonedLine.Zone zone;
            int partOfLine = 0;
            if (title >= 0 && i < title) {
                zone = ZonedLine.Zone.HEAD;
            } else if (title >= 0 && i < subjectEnd || covered && i >= planTitle && i < planSubjectEnd) {
                zone = ZonedLine.Zone.TITLE;
            } else if (signatureStart >= 0 && i >= signatureStart && i < signatureEnd) {
                zone = ZonedLine.Zone.SIGNATURE;
            } else if (covered && i < planTitle) {
                boolean headOfPlan = i >= planTitle - 12 && signatureEnd >= 0 && i >= signatureEnd;
                zone = headOfPlan ? ZonedLine.Zone.HEAD : ZonedLine.Zone.COVER;
            } else {
                boolean head = isAnnexHead(line.text()) && !line.inData();
                boolean behind = !covered && i >= bodyEnd;
                boolean opens = behind ? part == 0 || head : head && i > planSubjectEnd + 5;
                part += opens ? 1 : 0;
                zone = part > 0 ? ZonedLine.Zone.ANNEX : ZonedLine.Zone.BODY;
                partOfLine = part;
            }
            // without a title, the head ends further down
            marked.add(new ZonedLine(line, i < headEnd ? ZonedLine.Zone.HEAD : zone, partOfLine));
        }
        return List.copyOf(marked);
    }

    /** A letter has no title: its head ends with the date line or "Kính gửi". */
    private int headWithoutTitle() {
        int end = 0;
        for (int i = 0; i < Math.min(lines.size(), 20); i++) {
            String folded = lines.get(i).folded();
            if (folded.startsWith(FixedWords.ADDRESSEE)) {
                break;
            }
            if (folded.contains(FixedWords.NATIONAL_TITLE)
                    || folded.contains(FixedWords.MOTTO)
                    || folded.startsWith("SO:")
                    || Letterheads.DATE_LINE.matcher(lines.get(i).text()).find()) {
                end = i + 1;
            }
        }
        return end;
    }

    BareLine title() {
        return planTitle < 0 ? null : lines.get(planTitle);
    }

    String type() {
        if (planTitle < 0) {
            return null;
        }
        String type = typeOf(lines.get(planTitle));
        return type == null ? DocumentTypes.PLAN : type;
    }

    /** The lines in which a date above a signature stands where the head has none: those of the signature and the one before. */
    List<BareLine> closing() {
        return signatureStart < 1
                ? List.of()
                : lines.subList(signatureStart - 1, Math.max(signatureStart, signatureEnd));
    }

    /** Index behind the letterhead of the document that carries number and date. */
    int headEnd() {
        return headEnd;
    }

    String subject() {
        if (planTitle < 0) {
            return null;
        }
        StringBuilder out = new StringBuilder(behindJoint(behindType()));
        for (int i = titleEnd(planTitle) + 1; i < planSubjectEnd; i++) {
            if (!RULE.matcher(lines.get(i).text()).matches()) {
                out.append(out.length() > 0 ? " " : "").append(lines.get(i).text());
            }
        }
        String subject = behindJoint(out.toString());
        return subject.isEmpty() ? null : subject;
    }

    /** The words without "LIÊN TỊCH" before them. */
    private static String behindJoint(String text) {
        Matcher joint = JOINT.matcher(text.toUpperCase(Locale.ROOT));
        return joint.lookingAt() ? text.substring(joint.end()) : text;
    }

    /** What the title line says behind its type; "" where it says no more. */
    private String behindType() {
        String own = ATTACHED_BEHIND.matcher(lines.get(planTitle).text()).replaceFirst("");
        String type = type();
        return own.length() > type.length() + 2 && own.toUpperCase(Locale.ROOT).startsWith(type)
                ? own.substring(type.length()).strip()
                : "";
    }

    /** Whether the title says that several bodies issue the plan together. */
    boolean isJoint() {
        if (planTitle < 0) {
            return false;
        }
        String first = behindType().isEmpty() && planTitle + 1 < planSubjectEnd
                ? lines.get(planTitle + 1).text()
                : behindType();
        return JOINT.matcher(first.toUpperCase(Locale.ROOT)).lookingAt();
    }

    /** The lines below the title that hold the subject; none where it stands on the title's own line. */
    List<BareLine> subjectLines() {
        return planTitle < 0
                ? List.of()
                : lines.subList(titleEnd(planTitle) + 1, Math.max(titleEnd(planTitle) + 1, planSubjectEnd)).stream()
                        .filter(line -> !RULE.matcher(line.text()).matches())
                        .toList();
    }

    /** First line of the subject, or null. */
    BareLine subjectLine() {
        for (int i = titleEnd(planTitle) + 1; planTitle >= 0 && i < planSubjectEnd; i++) {
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

    /** A number of one or two digits, or a year, as an Integer; null for blanks, dots and what cannot be read. */
    static Integer digits(String text) {
        if (text == null || text.indexOf(Pieces.ILLEGIBLE) >= 0) {
            return null;
        }
        Matcher m = DIGITS.matcher(text.replace(" ", ""));
        return m.find() && m.group().length() <= 4 ? Integer.valueOf(m.group()) : null;
    }

    /** The date of a line of place and date; a part that is blank or unfinished is null. */
    static PartialDate dateOf(Matcher dateLine) {
        Integer year = digits(dateLine.group("y"));
        boolean unfinished = year != null && year < FIRST_YEAR;
        return new PartialDate(unfinished ? null : year, digits(dateLine.group("m")), digits(dateLine.group("d")));
    }
}
