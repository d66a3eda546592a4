package org.planlint.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.AuthorityLine;
import org.planlint.facts.Signature;
import org.planlint.facts.Signature.AuthorityFault;
import org.planlint.text.Span;
import org.planlint.words.FixedWords;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Reads who signs, and by what right: TM., KT., TL., TUQ., Q. (Decree 30/2020 Điều 13; PL I.I Mục II.7). */
final class Signatures {
    private static final Vocabulary WORDS = Vocabulary.of("signature");

    /** TM. KT. TL. TUQ. Q., also with a slash or without its point; but QUYẾT ĐỊNH is none. */
    private static final String FORM = "T\\.?/?M|K\\.?/?T|T\\.?/?L|TUQ|T/UQ|Q(?=[\\s./:])";

    private static final Pattern AUTHORITY = Pattern.compile("^(" + FORM + ")\\s*[./:]*\\s*(?=\\p{Lu})(.*)$");
    private static final Pattern COLLECTIVE = Pattern.compile(
            "^(?:" + Vocabulary.of("bodies").get("signed for").capitals().any()
                    + "|BỘ(?! TRƯỞNG)|ĐOÀN(?! TRƯỞNG))(?:\\s.*|$)");
    private static final Pattern PERSON = Pattern.compile("^(?:QUYỀN |Q\\. ?)?(?:PHÓ )?(?:"
            + WORDS.get("titles").capitals().any()
            + "|(?!CỦA )(?:\\p{Lu}+ ){1,2}TRƯỞNG)(?:[\\s,].*|$)");
    private static final Pattern POSITION = Pattern.compile(PERSON.pattern() + "|^PHÓ\\s+\\p{Lu}+.*");
    private static final Pattern ARCHIVE = Pattern.compile("[-– ]*LUU ?:?.*");
    private static final Pattern DEPUTY =
            Pattern.compile("^" + WORDS.get("deputies").capitals().any() + ".*");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?iu)^(?:\\(|" + WORDS.any("open no name") + "|" + WORDS.any("open no name as a word") + " ).*$");
    private static final Pattern NAME = Pattern.compile(
            "^(?:" + WORDS.any("before a name") + "[.\\s]+)*"
                    + "(?<name>\\p{Lu}[\\p{L}'’]*(?:\\s*[-–]\\s*|\\s+)\\p{Lu}[\\p{L}'’]*(?:(?:\\s*[-–]\\s*|\\s+)\\p{Lu}[\\p{L}'’]*){0,5})$");
    private static final Pattern SIDE_SIGNER = Pattern.compile("(?iu)^" + WORDS.any("sign beside") + ".*");
    /** What a title in small letters does not hold or end with. */
    private static final Pattern NO_TITLE = Pattern.compile(".*[\\d.,;:()]$|^.*[,;&].*");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ITEM = Pattern.compile("^" + Pieces.DASH_OR_PLUS);
    /** A file's path that was printed below the block. */
    private static final Pattern PATH = Pattern.compile("(?i)^[a-z]:\\\\.*|^\\\\\\\\.*");
    /** In capitals these are bodies and documents, and no names. */
    private static final Pattern WORDS_OF_BODIES = Pattern.compile(
            Vocabulary.of("bodies").get("no names of people").capitals().any());

    private static final Pattern ACTING = Pattern.compile("^Q[.\\s]");
    /** A form of authority that is set off from the words behind it. */
    private static final Pattern FORM_APART = Pattern.compile("^(?:" + FORM + ")[\\s./:]");
    /** A deputy who is in charge signs as the head. */
    private static final Pattern IN_CHARGE =
            Pattern.compile(WORDS.get("in charge").capitals().any());

    private static final int LEGIBLE = 80;
    /** Words that the engine is less sure of are strokes. */
    private static final int GUESSED = 25;
    /** Of what was typed. */
    private static final int CERTAIN = 100;
    /** Shorter capitals stand on a seal: "Y TẾ". */
    private static final int SHORTEST_NAME = 6;

    private Signatures() {}

    /** Whether a line can be the first of a signature block: a line of authority or a title in capitals, alone. */
    static boolean opensBlock(BareLine line) {
        String text = line.text();
        if (text.length() > 90 || text.endsWith(".") || text.endsWith(":") || text.endsWith(";")) {
            return false;
        }
        return AUTHORITY.matcher(text).matches() && line.isCapitals() && text.length() > 5
                || line.isCapitals()
                        && PERSON.matcher(text).matches()
                        && !DIGIT.matcher(text).find();
    }

    /** Whether the words are a title or a line of authority in capitals. */
    static boolean isTitle(String text) {
        return text.length() < 90
                && text.equals(text.toUpperCase(Locale.ROOT))
                && (PERSON.matcher(text).matches() || AUTHORITY.matcher(text).matches() && text.length() > 5);
    }

    /** Beside or behind the recipients a title may also stand in small letters: "Hiệu trưởng" alone on its line. */
    static boolean opensBlockByRecipients(BareLine line) {
        String upper = line.text().toUpperCase(Locale.ROOT);
        return opensBlock(line)
                || line.text().length() < 45
                        && Character.isUpperCase(line.text().charAt(0))
                        && (PERSON.matcher(upper).matches()
                                || AUTHORITY.matcher(upper).matches() && upper.length() > 5)
                        && !NO_TITLE.matcher(line.text()).matches();
    }

    /** Index behind the block: the table that holds it, the recipients, and the name below the title. */
    static int endOfBlock(List<BareLine> lines, int start, int anchor, int limit) {
        int end = anchor + 1;
        var table = lines.get(anchor).table;
        while (table != null && end < limit && lines.get(end).table == table) {
            end++;
        }
        boolean named = false;
        boolean titled = false;
        boolean archived = false;
        for (int i = start; i < end; i++) {
            titled |= opensBlockByRecipients(lines.get(i));
            named |= titled && isName(lines.get(i).text()) && isLegible(lines.get(i));
            archived |= ARCHIVE.matcher(lines.get(i).folded()).matches();
        }
        boolean inList = table == null && lines.get(anchor).folded().startsWith(FixedWords.RECIPIENTS);
        for (int i = end; i < Math.min(limit, anchor + 60); i++) {
            BareLine line = lines.get(i);
            String text = line.text();
            if (line.inData() || Structure.isAnnexHead(text)) {
                break;
            }
            boolean beside = line.paragraph == lines.get(anchor).paragraph;
            boolean title = archived || table != null || beside ? opensBlockByRecipients(line) : opensBlock(line);
            boolean name = (titled || title) && !named && isName(text) && isLegible(line);
            boolean item = inList && !archived && i < anchor + 45;
            boolean path = PATH.matcher(text).matches();
            if (title && named && i > end + 1) {
                break;
            }
            if (title
                    || name
                    || item
                    || path
                    || !named && titled && i <= end + 3 && text.length() < 80
                    || text.startsWith("(") && !named) {
                titled |= title;
                named |= name;
                archived |= ARCHIVE.matcher(line.folded()).matches();
                end = i + 1;
            } else {
                if (named || i > end + 4) {
                    break;
                }
            }
        }
        return end;
    }

    static boolean isName(String text) {
        Matcher m = NAME.matcher(text);
        if (!m.matches() || NO_NAME.matcher(text).matches() || text.length() > 45) {
            return false;
        }
        String name = m.group("name");
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
        return !capitals
                || !PERSON.matcher(name).matches()
                        && !COLLECTIVE.matcher(name).matches()
                        && !AUTHORITY.matcher(name).matches()
                        && !POSITION.matcher(name).matches()
                        && SPACES.split(name).length <= 5
                        && !WORDS_OF_BODIES.matcher(name).find();
    }

    static List<Signature> find(Found soFar) {
        List<Signature> found = new ArrayList<>();
        boolean digital = !soFar.document().signatures().isEmpty();
        Map<Object, List<Line>> columns = new LinkedHashMap<>();
        boolean abreast = twoSignAbreast(soFar.signatureBlock());
        for (Line line : soFar.signatureBlock()) {
            Object key = line.table != null
                    ? System.identityHashCode(line.table) + "/" + line.column
                    : abreast ? line.column : "";
            columns.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
        }
        List<List<Line>> blocks = new ArrayList<>(columns.values());
        if (!soFar.head().jointly().isEmpty()) {
            blocks = columns.values().stream()
                    .flatMap(column -> onePerSigner(column).stream())
                    .toList();
        }
        List<Line> rest = new ArrayList<>();
        boolean head = blocks.stream()
                .anyMatch(column -> column.stream().anyMatch(l -> opensIn(column, l) && !isSide(l))
                        && column.stream().noneMatch(Signatures::isSide));
        for (List<Line> column : blocks) {
            if (column.stream().anyMatch(l -> opensIn(column, l))
                    && (!head || column.stream().noneMatch(Signatures::isSide))) {
                found.add(signature(column, digital));
            } else {
                rest.addAll(column);
            }
        }
        if (found.size() == 1 && found.get(0).name() == null) {
            Line name = rest.stream()
                    .filter(l -> l.column > 0 || l.table == null)
                    .filter(l -> isName(l.text()))
                    .reduce((a, b) -> b)
                    .orElse(null);
            if (name != null) {
                Signature s = found.get(0);
                found.set(
                        0,
                        new Signature(
                                s.authority(),
                                s.position(),
                                bareName(name.text()),
                                digital,
                                s.fault(),
                                degree(name.text()),
                                name.span(),
                                s.span(),
                                s.faultSpan()));
            }
        }
        return found;
    }

    /** A title below a name opens the block of the next body's signer. */
    private static List<List<Line>> onePerSigner(List<Line> column) {
        List<List<Line>> signers = new ArrayList<>();
        int from = 0;
        boolean named = false;
        for (int i = 0; i < column.size(); i++) {
            boolean title = opensBlock(column.get(i));
            if (title && named) {
                signers.add(column.subList(from, i));
                from = i;
            }
            named = !title && (named || isName(column.get(i).text()));
        }
        signers.add(column.subList(from, column.size()));
        return signers;
    }

    /** Whether one line of a text held two titles, as where two bodies sign. */
    private static boolean twoSignAbreast(List<Line> block) {
        for (int i = 1; i < block.size(); i++) {
            Line left = block.get(i - 1);
            Line right = block.get(i);
            if (left.table == null
                    && left.paragraph == right.paragraph
                    && left.column < right.column
                    && (opensBlock(left) || isSide(left))
                    && (opensBlock(right) || isSide(right))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Small letters count only in a column that holds no recipients, behind the archive line of one that does, or on the line of
     * their label.
     */
    private static boolean opensIn(List<Line> column, Line line) {
        if (opensBlock(line)) {
            return true;
        }
        boolean recipients = false;
        boolean archived = false;
        boolean beside = false;
        for (Line other : column) {
            if (other == line) {
                break;
            }
            boolean label = other.folded().startsWith(FixedWords.RECIPIENTS);
            beside |= label && other.paragraph == line.paragraph && other.column < line.column;
            recipients |= label || other.text().startsWith("-");
            archived |= ARCHIVE.matcher(other.folded()).matches();
        }
        return (!recipients || archived || beside) && opensBlockByRecipients(line);
    }

    private static boolean isSide(Line line) {
        return SIDE_SIGNER.matcher(line.text()).matches();
    }

    private static Signature signature(List<Line> column, boolean digital) {
        List<Line> block = new ArrayList<>();
        boolean open = false;
        boolean inRecipients = false;
        for (Line line : column) {
            if (line.folded().startsWith(FixedWords.RECIPIENTS)) {
                inRecipients = true;
                continue;
            }
            if (!open && opensIn(column, line)) {
                open = true;
            }
            if (open && !(inRecipients && ITEM.matcher(line.text()).lookingAt())) {
                block.add(line);
            }
        }
        List<String> authority = new ArrayList<>();
        List<Line> heads = new ArrayList<>();
        String position = null;
        Line positionLine = null;
        String name = null;
        Line nameLine = null;
        for (Line line : block) {
            String text = line.text();
            String upper = text.toUpperCase(Locale.ROOT);
            boolean title = line.isCapitals() || opensBlockByRecipients(line);
            if (AUTHORITY.matcher(upper).matches() && title && position == null) {
                authority.add(text);
                heads.add(line);
            } else if (position == null && title && POSITION.matcher(upper).matches()) {
                position = text;
                positionLine = line;
                heads.add(line);
            } else if (name == null
                    && isName(text)
                    && isLegible(line)
                    && (position != null || !authority.isEmpty() && !goesOn(line, block))) {
                name = bareName(text);
                nameLine = line;
            } else if (name == null
                    && position == null
                    && line.isCapitals()
                    && isLegible(line)
                    && !authority.isEmpty()) {
                int k = authority.size() - 1;
                authority.set(k, authority.get(k) + " " + text);
            }
        }
        if (position == null
                && !authority.isEmpty()
                && ACTING.matcher(authority.get(authority.size() - 1)).lookingAt()) {
            position = authority.get(authority.size() - 1);
        }
        Fault fault = fault(heads, positionLine);
        Span first = block.get(0).span();
        Span whole = positionLine != null ? positionLine.span() : first;
        return new Signature(
                authority,
                position,
                name,
                digital,
                fault == null ? null : fault.kind,
                nameLine == null ? null : degree(nameLine.text()),
                nameLine == null ? null : nameLine.span(),
                whole,
                fault == null ? null : fault.line.span());
    }

    /** What is read of a stamp or a pen is taken for a name as well, and the engine is not sure of it. */
    private static boolean isLegible(BareLine line) {
        int confidence = line.span().confidence();
        return confidence == CERTAIN
                || (line.isCapitals()
                        ? confidence >= LEGIBLE && line.text().length() >= SHORTEST_NAME
                        : confidence >= GUESSED);
    }

    /** Capitals below a line of authority go on its words where the title still comes: "TM. SỞ … VÀ" / "DU LỊCH". */
    private static boolean goesOn(Line line, List<Line> block) {
        return line.isCapitals()
                && block.subList(block.indexOf(line) + 1, block.size()).stream()
                        .anyMatch(l ->
                                l.isCapitals() && POSITION.matcher(l.text()).matches());
    }

    private static String bareName(String text) {
        Matcher m = NAME.matcher(text);
        return m.matches() ? m.group("name") : text;
    }

    /** What stands before the name: "TS.", "ThS." …; null for nothing. */
    private static String degree(String text) {
        Matcher m = NAME.matcher(text);
        String before = m.matches() ? text.substring(0, m.start("name")).strip() : "";
        return before.isEmpty() ? null : before;
    }

    /** The lines of the block that say by what right one signs, as printed. */
    static List<AuthorityLine> authorityLines(Found soFar) {
        List<AuthorityLine> found = new ArrayList<>();
        for (Line line : soFar.signatureBlock()) {
            Matcher m = AUTHORITY.matcher(line.text());
            if (opensBlock(line)
                    && m.matches()
                    && FORM_APART.matcher(line.text()).lookingAt()) {
                String printed =
                        SPACES.matcher(line.text().substring(0, m.start(2))).replaceAll("");
                found.add(new AuthorityLine(form(m), printed, m.group(2).strip(), line.span()));
            }
        }
        return found;
    }

    private static boolean isDeputyOf(String head, String title) {
        String upper = title.toUpperCase(Locale.ROOT);
        return upper.startsWith("PHÓ ") && ("PHÓ " + head).startsWith(upper);
    }

    /** "TM" for "T/M." and "TM.". */
    private static String form(Matcher authority) {
        return authority.group(1).replace(".", "").replace("/", "");
    }

    private record Fault(AuthorityFault kind, Line line) {}

    private static Fault fault(List<Line> heads, Line position) {
        boolean kt = false;
        boolean tuq = false;
        for (int i = 0; i < heads.size(); i++) {
            Line line = heads.get(i);
            Matcher m = AUTHORITY.matcher(line.text().toUpperCase(Locale.ROOT));
            if (!m.matches()) {
                continue;
            }
            String form = form(m);
            String rest = m.group(2).strip();
            boolean collective = COLLECTIVE.matcher(rest).matches();
            switch (form) {
                case "TM" -> {
                    if (PERSON.matcher(rest).matches()) {
                        return new Fault(AuthorityFault.TM_PERSON, line);
                    }
                }
                case "KT" -> {
                    if (tuq) {
                        return new Fault(AuthorityFault.TUQ_KT, line);
                    }
                    if (collective) {
                        return new Fault(AuthorityFault.KT_COLLECTIVE, line);
                    }
                    kt = true;
                    boolean last = i == heads.size() - 1;
                    if (!last
                            && !DEPUTY.matcher(heads.get(i + 1).text().toUpperCase(Locale.ROOT))
                                    .matches()) {
                        return new Fault(AuthorityFault.KT_NO_DEPUTY, heads.get(i + 1));
                    }
                }
                case "TL" -> {
                    if (collective) {
                        return new Fault(AuthorityFault.TL_COLLECTIVE, line);
                    }
                }
                case "TUQ" -> {
                    tuq = true;
                    if (collective) {
                        return new Fault(AuthorityFault.TUQ_COLLECTIVE, line);
                    }
                    if (position != null && isDeputyOf(rest, position.text())) {
                        return new Fault(AuthorityFault.TUQ_DEPUTY, line);
                    }
                }
                default -> {}
            }
        }
        boolean deputy = position != null
                && position.text().startsWith("PHÓ ")
                && !IN_CHARGE.matcher(position.text()).find();
        return deputy && !kt && !tuq ? new Fault(AuthorityFault.DEPUTY_NO_KT, position) : null;
    }
}
