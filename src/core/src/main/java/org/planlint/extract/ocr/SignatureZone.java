package org.planlint.extract.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.planlint.extract.ocr.Recognizer.Layout;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Unrecognised;
import org.planlint.extract.ocr.Recognizer.Word;
import org.planlint.text.NormalText;
import org.planlint.words.Blurred;
import org.planlint.words.FixedWords;
import org.planlint.words.Vocabulary;

/**
 * The part of a page where its signatory stands is read thrice more, for words anywhere and for lines one below the other:
 * stamps and pens lie over it, which are lighter than print, and one reading finds what the others miss. Each printed line is
 * taken as the reading has it that knows most of it.
 */
final class SignatureZone {
    private static final String LABEL = FixedWords.RECIPIENTS.replace(" ", "");
    /** The label may lack a letter or have a speck. */
    private static final int LONGEST_LABEL = 18;
    /** A word of another reading with less is a stroke of the pen. */
    private static final int LEAST = 60;
    /** A letter counts by how much surer it is than this. */
    private static final int GUESSED = 50;
    /** So far down, in inches, the name stands below the title or the first recipients. */
    private static final double DEPTH = 4.2;
    /** Recipients stand left of this share of the page's width. */
    private static final double LEFT = 0.4;
    /** What begins so near to the zone's left edge, in pixels, is cut by it. */
    private static final int CUT = 12;

    /** So many characters are what a page holds at most that has nothing but a name under a stamp. */
    private static final int FEW = 80;

    /** A title of which no more letters are others is one. */
    private static final int MOST_OTHERS = 1;

    private static final int FEWEST_LETTERS = 4;
    /** What has fewer, alone on its line, is read of a stamp. */
    private static final int FEWEST = 3;

    private static final int SURE = 90;
    /** By more than this share of its line's height a word is too high. */
    private static final double HIGHER = 0.1;

    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]+");
    private static final List<String> TITLES = Vocabulary.of("signature").get("titles").all().stream()
            .flatMap(title -> Stream.of(title, "Phó " + title))
            .map(SignatureZone::letters)
            .toList();

    /** A line of authority or a title, in capitals and without diacritics. */
    private static final Pattern TITLE =
            Pattern.compile("^[^A-Z]*(?:(?:T ?M|K ?T|T ?L|TUQ) ?[.,:/] ?[A-Z]{2}.*|(?:PHO )?"
                    + Vocabulary.of("signature").get("titles").folded().any() + "[^A-Z]*)$");

    private final int left;
    private final int top;
    private final int bottom;

    private SignatureZone(int left, int top, int bottom) {
        this.left = left;
        this.top = top;
        this.bottom = bottom;
    }

    /** @param bare gives the picture with print alone, as fine and as letters are read best */
    static List<Line> read(Recognizer engine, GreyPicture picture, List<Line> lines, Supplier<List<GreyPicture>> bare)
            throws Unrecognised, InterruptedException {
        SignatureZone zone = find(picture, lines);
        if (zone == null) {
            return lines;
        }
        List<GreyPicture> print = bare.get();
        GreyPicture small = print.get(1);
        double times = picture.dotsPerInch() / (double) small.dotsPerInch();
        List<Line> again = new ArrayList<>(zone.placed(engine.read(zone.of(print.get(0), 1), Layout.SPARSE), 1));
        GreyPicture part = zone.of(small, times);
        again.addAll(zone.placed(engine.read(part, Layout.BLOCK), times));
        again.addAll(zone.placed(engine.read(part, Layout.SPARSE), times));
        return zone.united(lines, again);
    }

    /** The zone on a picture that is so many times smaller. */
    private GreyPicture of(GreyPicture picture, double times) {
        int x = (int) (left / times);
        int y = (int) (top / times);
        int to = Math.min(picture.height(), (int) (bottom / times));
        GreyPicture part = GreyPicture.blank(picture.width() - x, to - y, picture.dotsPerInch());
        part.put(picture, x, y, picture.width(), to, 0, 0);
        return part;
    }

    /**
     * From the first title at the right or the label of the recipients on, whichever is higher; all of a page that holds no
     * more than the end of a signature; null where there is none of it.
     */
    private static SignatureZone find(GreyPicture picture, List<Line> lines) {
        int left = (int) (picture.width() * LEFT);
        Word label = label(lines, picture.width());
        double top = label == null ? picture.height() : label.top() - 3 * (label.bottom() - label.top());
        for (Line line : lines) {
            List<Word> right =
                    line.words().stream().filter(word -> word.left() > left).toList();
            if (!right.isEmpty() && isTitle(right)) {
                top = Math.min(top, right.get(0).top() - line.size());
            }
        }
        boolean rest = top >= picture.height()
                && !lines.isEmpty()
                && lines.stream().mapToInt(Line::length).sum() <= FEW;
        if (rest) {
            top = lines.get(0).words().get(0).top() - lines.get(0).size();
        }
        int from = (int) Math.max(0, top);
        int to = (int) Math.min(picture.height(), from + DEPTH * picture.dotsPerInch());
        return to - from < 3 || top >= picture.height() ? null : new SignatureZone(left, from, to);
    }

    private static boolean isTitle(List<Word> words) {
        String text = String.join(" ", words.stream().map(Word::text).toList());
        return text.equals(text.toUpperCase(Locale.ROOT))
                && TITLE.matcher(NormalText.fold(text)).matches();
    }

    /** The first word of "Nơi nhận" at the left of the page. */
    private static Word label(List<Line> lines, int width) {
        for (Line line : lines) {
            StringBuilder start = new StringBuilder();
            for (Word word : line.words()) {
                if (word.right() < width / 2.0 && start.length() < LONGEST_LABEL) {
                    start.append(start.length() == 0 ? "" : " ").append(word.text());
                }
            }
            if (NormalText.fold(start.toString()).replace(" ", "").contains(LABEL)) {
                return line.words().get(0);
            }
        }
        return null;
    }

    /** Lines of another reading without the recipients' ends that the zone's edge cuts. */
    private List<Line> placed(List<Line> read, double times) {
        List<Line> lines = new ArrayList<>();
        for (Line line : read) {
            Line placed = line.placed(times, left, top);
            add(
                    lines,
                    placed,
                    placed.words().stream()
                            .filter(word -> word.left() > left + CUT)
                            .toList());
        }
        return lines;
    }

    private static void add(List<Line> lines, Line line, List<Word> words) {
        if (!words.isEmpty()) {
            lines.add(line.with(words));
        }
    }

    private boolean holds(Word word) {
        double y = (word.top() + word.bottom()) / 2;
        return word.left() > left + CUT && y > top && y < bottom;
    }

    private List<Line> united(List<Line> first, List<Line> others) {
        List<Line> united = new ArrayList<>();
        List<Line> readings = new ArrayList<>();
        for (Line line : first) {
            add(united, line, line.words().stream().filter(word -> !holds(word)).toList());
            add(
                    readings,
                    line,
                    line.words().stream()
                            .filter(word -> holds(word) && !isStroke(word))
                            .toList());
        }
        List<Line> outside = List.copyOf(united);
        int ofFirst = readings.size();
        readings.addAll(others);
        readings.replaceAll(SignatureZone::bareTitle);
        List<Integer> byWorth = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            byWorth.add(i);
        }
        // The first reading may have run the line on from the recipients beside it.
        byWorth.sort(Comparator.comparingDouble((Integer i) -> -worth(readings.get(i)))
                .thenComparing(i -> i < ofFirst));
        List<Line> taken = new ArrayList<>();
        for (int i : byWorth) {
            boolean other = i >= ofFirst;
            Line line = readings.get(i);
            boolean title = isNearTitle(line.words());
            List<Word> words = line.words().stream()
                    .filter(word -> !other
                            || (title || isPrint(word)) && outside.stream().noneMatch(known -> covers(known, word)))
                    .filter(word -> taken.stream().noneMatch(known -> covers(known, word)))
                    .toList();
            if (!other || letters(words).length() >= FEWEST || taken.stream().anyMatch(row -> goesOn(row, line))) {
                add(taken, line, words);
            }
        }
        united.addAll(rows(taken));
        return united;
    }

    /** Of a line on which a title stands the title alone, if all before and behind it was hardly read. */
    private static Line bareTitle(Line line) {
        List<Word> words = line.words();
        List<Word> bare = words;
        int least = MOST_OTHERS + 1;
        for (int from = 0; from == 0 || from < words.size() && !isPrint(words.get(from - 1)); from++) {
            for (int to = words.size(); to == words.size() || to > from && !isPrint(words.get(to)); to--) {
                List<Word> part = words.subList(from, to);
                int distance = fromTitle(letters(part));
                if (distance < least || distance == least && part.size() < bare.size()) {
                    bare = part;
                    least = distance;
                }
            }
        }
        return line.with(bare);
    }

    /** What different readings have of one printed line stands on one; what is hardly read beside it is a pen's. */
    private static List<Line> rows(List<Line> taken) {
        List<Line> rows = new ArrayList<>();
        for (Line line : taken) {
            int at = 0;
            while (at < rows.size() && !goesOn(rows.get(at), line)) {
                at++;
            }
            if (at == rows.size()) {
                rows.add(line);
                continue;
            }
            Line row = rows.get(at);
            List<Word> words = new ArrayList<>(row.words());
            words.addAll(line.words());
            words.sort(Comparator.comparingDouble(Word::left));
            boolean title = isNearTitle(row.words()) && !isNearTitle(words);
            words.removeIf(word -> !row.words().contains(word) && (!isPrint(word) || title && isWithin(row, word)));
            rows.set(at, row.with(words));
        }
        return rows;
    }

    private static boolean isWithin(Line row, Word word) {
        return word.left() > row.words().get(0).left()
                && word.right() < row.words().get(row.words().size() - 1).right();
    }

    /** Whether two stand side by side, as words of a line do. */
    private static boolean goesOn(Line row, Line line) {
        double x = line.words().get(0).left();
        double step = Math.abs(row.baselineAt(x) - line.baselineAt(x));
        if (step > Math.min(row.size(), line.size()) / 2) {
            return false;
        }
        for (Word a : row.words()) {
            for (Word b : line.words()) {
                double gap = Math.max(a.left(), b.left()) - Math.min(a.right(), b.right());
                double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
                double lower = Math.min(a.bottom() - a.top(), b.bottom() - b.top());
                if (gap > -row.size() / 2 && gap < row.size() && height > lower / 2) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "—", "~": nothing that is printed beside recipients. */
    private static boolean isStroke(Word word) {
        return word.confidence() < LEAST && word.text().codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean isPrint(Word word) {
        return word.confidence() >= LEAST && word.text().codePoints().anyMatch(Character::isLetter);
    }

    /** How many letters it has, the surer ones counting more; those of a title are as sure as if they were printed alone. */
    private static double worth(Line line) {
        double worth = line.words().stream()
                .mapToDouble(word -> Math.max(0, word.confidence() - GUESSED)
                        * (double) word.text()
                                .codePoints()
                                .filter(Character::isLetter)
                                .count())
                .sum();
        String letters = letters(line.words());
        int other = fromTitle(letters);
        return other > MOST_OTHERS ? worth : Math.max(worth, (letters.length() - other) * (double) (SURE - GUESSED));
    }

    /** In how many letters it differs from the title that it is nearest to. */
    private static int fromTitle(String letters) {
        return letters.length() < FEWEST_LETTERS
                ? Integer.MAX_VALUE
                : TITLES.stream()
                        .mapToInt(title -> Blurred.distance(letters, title))
                        .min()
                        .orElseThrow();
    }

    private static boolean isNearTitle(List<Word> words) {
        return fromTitle(letters(words)) <= MOST_OTHERS;
    }

    private static String letters(List<Word> words) {
        return letters(String.join("", words.stream().map(Word::text).toList()));
    }

    private static String letters(String text) {
        return NO_LETTER.matcher(NormalText.fold(text)).replaceAll("");
    }

    /**
     * Whether the line has a word where this one stands. A word that is higher than most of its line is taken for as high as they
     * are: a piece of a stamp hangs on it.
     */
    private static boolean covers(Line line, Word word) {
        double top = middle(line.words().stream().mapToDouble(Word::top));
        double bottom = middle(line.words().stream().mapToDouble(Word::bottom));
        double more = (bottom - top) * HIGHER;
        return line.words().stream()
                .anyMatch(known ->
                        touch(known, Math.max(known.top(), top - more), Math.min(known.bottom(), bottom + more), word));
    }

    private static double middle(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Whether they overlap in both directions, by more than a third of the lower one. */
    private static boolean touch(Word a, double top, double bottom, Word b) {
        double height = Math.min(bottom, b.bottom()) - Math.max(top, b.top());
        double lower = Math.min(bottom - top, b.bottom() - b.top());
        return height > lower / 3 && a.left() < b.right() && b.left() < a.right();
    }
}
