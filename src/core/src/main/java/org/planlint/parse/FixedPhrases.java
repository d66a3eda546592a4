package org.planlint.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.LawTables;
import org.planlint.facts.NamePeriod;
import org.planlint.text.NormalText;
import org.planlint.words.Blurred;
import org.planlint.words.FixedWords;
import org.planlint.words.Vocabulary;

/**
 * The words that recur on every plan, found in recognised text by their letters without diacritics and set right: "KÉ
 * HOẠGH" is KẾ HOẠCH. One letter in seven may be another.
 */
final class FixedPhrases {
    private static final Vocabulary LETTERHEAD = Vocabulary.of("letterhead");
    private static final Vocabulary SIGNATURE = Vocabulary.of("signature");
    private static final Vocabulary BODIES = Vocabulary.of("bodies");
    private static final Vocabulary PARTS = Vocabulary.of("parts");

    /** In a phrase of so many letters a short word may have one too many, for a speck. */
    private static final int LETTERS_EACH = 7;

    /** Shorter words mean another thing with another letter: SỞ and BỘ. */
    private static final int LONG_WORD = 4;

    private static final int LONGEST_LINE = 120;
    /** Letters that specks may be read as. */
    private static final int MOST_SPECKS = 3;

    private static final int FEWEST_LETTERS = 4;
    private static final int LONGEST_HEADING = 60;
    private static final Pattern NUMBERED = Pattern.compile("^[IVXHl1-9|]{1,5}(?:\\.\\d)* ?[.,:)] ?\\p{Lu}");
    private static final int LONGEST_LABEL = 18;
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]+");
    /** "Sncee.a HOẠCH": what a stamp left of the title. */
    private static final Pattern SECOND_HALF = Pattern.compile("\\P{Lu}{0,2}\\S{0,10} HO[ẠAÀÁẢÃ]CH[^\\p{L}]*");

    private static final Pattern SPECKS = Pattern.compile("[^\\p{L}\\d(“\"*]*(?<core>.*?)[^\\p{L}\\d)”\"*]*");
    private static final Pattern TOKEN = Pattern.compile("[^\\s.:]+");
    private static final Pattern RECIPIENTS = Pattern.compile("^.{0,9}NHAN\\s?[:;.]");
    /** With the signature's first line behind it. */
    private static final Pattern RECIPIENTS_GLUED = Pattern.compile("^[^A-Z]{0,3}NOINHAN ?[:;.][ —–_-]*(?=[A-Z])");
    /** TM. KT. TL. TUQ. as they are blurred, before a title or a collective. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "^[^A-Z0-9]{0,3}(?<form>K ?[T1I]|[T1I] ?[MN]|[T1I] ?L|TUQ|T[UO][QO])(?<mark> ?[.,:;/]{1,2} ?| )(?=[A-Z]{2})");

    private static final List<String> FORMS = List.of("KT", "TM", "TL", "TUQ");

    /** @param letters  its letters alone; @param alone whether no other phrase comes near, so that any letter may differ */
    private record Phrase(String written, List<String> words, String letters, boolean alone, int tolerance) {
        static Phrase of(String written, boolean alone) {
            String capitals = written.toUpperCase(Locale.ROOT);
            List<String> words = FixedPhrases.wordsOf(NormalText.fold(capitals));
            String letters = String.join("", words);
            return new Phrase(alone ? written : capitals, words, letters, alone, Blurred.tolerance(letters));
        }
    }

    /** A piece of a line between spaces, with its letters; @param at where they begin among those of the line */
    private record Token(int start, int end, String letters, int at) {}

    /** The pieces of a line; @param letters those of all pieces on end */
    private record Tokens(List<Token> all, String letters) {
        static Tokens of(String folded) {
            List<Token> all = new ArrayList<>();
            StringBuilder letters = new StringBuilder();
            Matcher m = TOKEN.matcher(folded);
            while (m.find()) {
                int start = m.start();
                int end = m.end();
                while (start < end && !isCapital(folded.charAt(start))) {
                    start++;
                }
                while (end > start && !isCapital(folded.charAt(end - 1))) {
                    end--;
                }
                String own = NO_LETTER.matcher(m.group()).replaceAll("");
                all.add(new Token(start, end, own, letters.length()));
                letters.append(own);
            }
            return new Tokens(all, letters.toString());
        }

        Token get(int i) {
            return all.get(i);
        }

        int size() {
            return all.size();
        }

        /** The letters of these pieces on end. */
        String letters(int first, int last) {
            return letters.substring(
                    get(first).at, get(last).at + get(last).letters.length());
        }

        /** Whether these letters stand there from this piece on, however they are spaced. */
        boolean hold(String other, int first) {
            return letters.startsWith(other, get(first).at);
        }

        /** How many letters there are from this piece to the end of the line. */
        int lettersFrom(int first) {
            return letters.length() - get(first).at;
        }
    }

    /** Where a phrase was found, and in how many letters it differs there. */
    private record Place(Phrase phrase, int first, int last, int distance) {}

    private final List<Phrase> ofHead = new ArrayList<>();
    private final List<Phrase> titles = new ArrayList<>();
    private final List<Phrase> ofAll = new ArrayList<>();
    private final List<Phrase> signers = new ArrayList<>();

    FixedPhrases(LawTables law) {
        ofHead.add(Phrase.of(FixedWords.NATIONAL_TITLE_AS_WRITTEN, true));
        ofHead.add(Phrase.of("Độc lập - Tự do - Hạnh phúc", true));
        LETTERHEAD
                .get("youth union title")
                .all()
                .forEach(title -> ofHead.add(Phrase.of(title.toUpperCase(Locale.ROOT), true)));
        law.agencies().forEach(agency -> add(ofHead, agency.name()));
        BODIES.get("begun names", "fixed in heads").all().forEach(name -> add(ofHead, name));
        for (NamePeriod province : law.provinces()) {
            add(ofHead, province.level() + " " + province.name());
        }
        DocumentTypes.TITLES.forEach(title -> add(titles, title));
        SIGNATURE.get("titles").all().forEach(title -> {
            add(signers, title);
            add(signers, "Phó " + title);
        });
        BODIES.get("begun names", "fixed in heads").all().forEach(name -> add(signers, name));
        PARTS.get("purpose", "assignment", "budget", "time and place", "content")
                .all()
                .forEach(title -> add(ofAll, title));
        for (List<Phrase> set : List.of(ofHead, ofAll, signers)) {
            set.sort(Comparator.comparingInt((Phrase phrase) -> -phrase.letters.length()));
        }
    }

    private static void add(List<Phrase> set, String phrase) {
        Phrase of = Phrase.of(phrase, false);
        if (of.words.size() > 1) {
            set.add(of);
        }
    }

    NormalText repair(NormalText read, boolean inHead) {
        if (read.text().length() > LONGEST_LINE) {
            return read;
        }
        NormalText line = recipients(read);
        if (inHead) {
            line = title(withoutSpecks(line));
        }
        if (inHead || isMostlyCapitals(line.text())) {
            line = each(inHead ? ofHead : signers, authority(inHead ? line : cutTitle(line)));
        }
        if (!inHead && (isMostlyCapitals(line.text()) || isHeading(line))) {
            line = each(ofAll, line);
        }
        return line;
    }

    /** "WäVơi nhận:". */
    private static NormalText recipients(NormalText line) {
        Matcher m = RECIPIENTS.matcher(line.folded());
        boolean label = m.lookingAt()
                && line.text().length() <= LONGEST_LABEL
                && !line.folded().startsWith(FixedWords.RECIPIENTS);
        Matcher glued = RECIPIENTS_GLUED.matcher(line.folded());
        return label
                ? line.with(0, m.end(), "Nơi nhận:")
                : glued.find() ? line.with(0, glued.end(), "Nơi nhận: ") : line;
    }

    /** What stands at the edges of a line in capitals and is no letter: strokes of a frame or a stamp. */
    private static NormalText withoutSpecks(NormalText line) {
        if (!isMostlyCapitals(line.text())) {
            return line;
        }
        Matcher m = SPECKS.matcher(line.text());
        if (!m.matches()) {
            return line;
        }
        return line.with(m.end("core"), line.text().length(), "").with(0, m.start("core"), "");
    }

    /** A line that holds nothing but the name of a type, and specks. */
    private NormalText title(NormalText line) {
        Tokens tokens = Tokens.of(line.folded());
        if (SECOND_HALF.matcher(line.text()).matches() && !isMostlyCapitals(line.text())) {
            return line.with(0, line.text().length(), DocumentTypes.PLAN);
        }
        if (!isMostlyCapitals(line.text())) {
            return line;
        }
        boolean[] noneTaken = new boolean[tokens.size()];
        for (int tolerance = 0; tolerance < 2; tolerance++) {
            for (Phrase title : titles) {
                for (int first = 0; first < tokens.size(); first++) {
                    Place place = at(title, tokens, first, noneTaken);
                    if (place != null && (place.distance > 0) == (tolerance > 0) && isAllBut(tokens, place)) {
                        return line.with(0, line.text().length(), title.written);
                    }
                }
            }
        }
        return line;
    }

    /** Whether a few letters at most stand around that place. */
    private static boolean isAllBut(Tokens tokens, Place place) {
        int around = 0;
        for (int i = 0; i < tokens.size(); i++) {
            around += i < place.first || i > place.last ? tokens.get(i).letters.length() : 0;
        }
        return around <= MOST_SPECKS;
    }

    /** A title alone on its line, of which a stamp or the page's edge has taken the first letter or the last. */
    private NormalText cutTitle(NormalText line) {
        String letters = NO_LETTER.matcher(line.folded()).replaceAll("");
        for (Phrase title : signers) {
            String whole = title.letters;
            boolean cut = letters.length() == whole.length() - 1
                    && letters.length() >= FEWEST_LETTERS
                    && (whole.endsWith(letters) || whole.startsWith(letters));
            if (cut) {
                return line.with(0, line.text().length(), title.written);
            }
        }
        return line;
    }

    private static NormalText authority(NormalText line) {
        Matcher m = AUTHORITY.matcher(line.folded());
        if (!m.lookingAt() || !isMostlyCapitals(line.text())) {
            return line;
        }
        String read = m.group("form").replace(" ", "").replace('1', 'T').replace('N', 'M');
        read = read.charAt(0) == 'I' ? "T" + read.substring(1) : read;
        String form = read.equals("KI") ? "KT" : read.startsWith("T") && read.length() == 3 ? "TUQ" : read;
        String mark = m.group("mark").strip();
        boolean asPrinted = line.text().startsWith(form) && (mark.equals(".") || mark.equals("/"));
        return FORMS.contains(form) && !mark.isEmpty() && !asPrinted ? line.with(0, m.end(), form + ". ") : line;
    }

    private static NormalText each(List<Phrase> set, NormalText line) {
        Tokens tokens = Tokens.of(line.folded());
        List<Place> found = new ArrayList<>();
        boolean[] taken = new boolean[tokens.size()];
        for (int tolerance = 0; tolerance < 2; tolerance++) {
            for (Phrase phrase : set) {
                for (int first = 0; first < tokens.size(); first++) {
                    Place place = at(phrase, tokens, first, taken);
                    if (place != null
                            && (place.distance > 0) == (tolerance > 0)
                            && !isRivalled(place, set, tokens, taken)) {
                        found.add(place);
                        Arrays.fill(taken, place.first, place.last + 1, true);
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt((Place place) -> -place.first));
        NormalText repaired = line;
        for (Place place : found) {
            int start = tokens.get(place.first).start;
            int end = tokens.get(place.last).end;
            String read = line.text().substring(start, end);
            boolean capitals = place.phrase.alone || isMostlyCapitals(read);
            String written = capitals ? place.phrase.written : likeCase(read, place.phrase.written);
            if (!read.equals(written) && (capitals || place.distance > 0 && isHeading(line))) {
                repaired = repaired.with(start, end, written);
            }
        }
        return repaired;
    }

    /** In small letters, the first as it was read. */
    private static String likeCase(String read, String capitals) {
        String small = capitals.toLowerCase(Locale.ROOT);
        return Character.isUpperCase(read.charAt(0)) ? capitals.charAt(0) + small.substring(1) : small;
    }

    /** A short line behind a number. */
    private static boolean isHeading(NormalText line) {
        return line.text().length() < LONGEST_HEADING
                && NUMBERED.matcher(line.text()).lookingAt();
    }

    /** Whether another phrase comes as near. */
    private static boolean isRivalled(Place place, List<Phrase> set, Tokens tokens, boolean[] taken) {
        return place.distance > 0
                && !place.phrase.alone
                && set.stream()
                        .filter(other -> !other.letters.equals(place.phrase.letters))
                        .map(other -> at(other, tokens, place.first, taken))
                        .anyMatch(
                                other -> other != null && other.last >= place.last && other.distance <= place.distance);
    }

    /** The phrase from this piece of the line on, or null. */
    private static Place at(Phrase phrase, Tokens tokens, int first, boolean[] taken) {
        if (tokens.get(first).letters.isEmpty()
                || tokens.lettersFrom(first) < phrase.letters.length() - phrase.tolerance()
                || !mayBegin(phrase, tokens, first)) {
            return null;
        }
        int length = 0;
        Place best = null;
        for (int last = first; last < tokens.size() && !taken[last]; last++) {
            length += tokens.get(last).letters.length();
            int over = length - phrase.letters.length();
            if (over > phrase.tolerance()) {
                break;
            }
            if (-over > phrase.tolerance() || tokens.get(last).letters.isEmpty()) {
                continue;
            }
            int distance = phrase.alone
                    ? Blurred.distance(tokens.letters(first, last), phrase.letters)
                    : byWords(phrase, tokens, first, last);
            if (distance <= phrase.tolerance() && (best == null || distance < best.distance)) {
                best = new Place(phrase, first, last, distance);
            }
        }
        return best;
    }

    /** Most phrases end here: their first word is another one. */
    private static boolean mayBegin(Phrase phrase, Tokens tokens, int first) {
        return phrase.alone
                || tokens.hold(phrase.letters, first)
                || distance(phrase, tokens.get(first).letters, 0) < Integer.MAX_VALUE;
    }

    /** Word by word, the short ones without a slip; words run together or torn must have the same letters. */
    private static int byWords(Phrase phrase, Tokens tokens, int first, int last) {
        if (tokens.hold(phrase.letters, first) && tokens.letters(first, last).length() == phrase.letters.length()) {
            return 0;
        }
        int sum = 0;
        int word = 0;
        for (int at = first; at <= last; at++) {
            String read = tokens.get(at).letters;
            if (read.isEmpty()) {
                continue;
            }
            if (word == phrase.words.size()) {
                return Integer.MAX_VALUE;
            }
            int distance = distance(phrase, read, word++);
            if (distance == Integer.MAX_VALUE) {
                return distance;
            }
            sum += distance;
        }
        return word == phrase.words.size() ? sum : Integer.MAX_VALUE;
    }

    /** In how many letters what was read differs from a word of the phrase; {@link Integer#MAX_VALUE} if in more than it may. */
    private static int distance(Phrase phrase, String read, int word) {
        String written = phrase.words.get(word);
        if (read.equals(written)) {
            return 0;
        }
        boolean speck = read.length() > written.length() && phrase.letters.length() >= LETTERS_EACH;
        boolean maySlip = written.length() >= LONG_WORD || speck;
        return maySlip && Blurred.isOneLetterFrom(read, written) ? 1 : Integer.MAX_VALUE;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static List<String> wordsOf(String folded) {
        return Arrays.stream(NO_LETTER.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isMostlyCapitals(String text) {
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
            capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return letters > 2 && capitals * 5 >= letters * 4;
    }
}
