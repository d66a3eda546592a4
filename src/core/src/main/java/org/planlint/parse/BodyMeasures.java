package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.planlint.facts.BodyMeasure;
import org.planlint.facts.BodyMeasure.Kind;
import org.planlint.facts.LegalBasis;
import org.planlint.facts.Regime;
import org.planlint.facts.Section;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.LineRule;
import org.planlint.text.Place;
import org.planlint.text.Span;
import org.planlint.text.TextLine;

/** Measures the paragraphs of the plan's text by Decree 30/2020, PL I.I Mục II.6e: tables, notes and annexes are left out. */
final class BodyMeasures {
    private static final double LEAST_SIZE = 13;
    private static final double MOST_SIZE = 14;
    private static final double SIZE_TOLERANCE = 0.2;

    /** In points: 1 cm and 1.27 cm, and half a millimetre. */
    private static final double CENTIMETRE = 72 / 2.54;

    private static final double HALF_INCH = 36;
    private static final double INDENT_TOLERANCE = 72 / 25.4 / 2;
    /** What is measured on a page is less sure. */
    private static final double MEASURED_INDENT_TOLERANCE = 72 / 25.4;

    private static final double LEAST_GAP = 6;
    private static final double GAP_TOLERANCE = 0.1;
    /** Of what is measured on a page, a gap of 5 points is doubtful. */
    private static final double MEASURED_GAP_TOLERANCE = 1.5;

    private static final double LINE_TOLERANCE = 0.35;
    private static final double ONE_AND_A_HALF = 1.53;
    private static final double MULTIPLE_TOLERANCE = 0.02;
    /** Circular 01/2011, Điều 11: exactly 15 points and more are right too. */
    private static final double LEAST_EXACT_OF_OLD = 15;

    /** The width of a letter on average by its size. */
    private static final double LETTER = 0.47;
    /** By so much a text must be longer than a line, that it surely goes on in a second. */
    private static final double SURELY_LONGER = 1.3;

    /** Of a printed paragraph, to tell whether it is justified; and points by which lines differ that are not. */
    private static final int ENOUGH_LINES = 3;

    private static final double RAGGED = 6;
    /** So many lines end at the edge of a text that has one. */
    private static final int ENOUGH_AT_EDGE = 5;
    /** Less than any indent that is meant. */
    private static final double BESIDE = 6;

    private static final double NOTE_SIZE = 11.5;
    /** Letters and figures of a paragraph of about 150 and 200 characters. */
    private static final int LONG_ITALIC = 115;

    private static final int LONG_BOLD = 155;
    private static final int LONGEST_QUOTE = 80;

    private final Found soFar;
    private final boolean old;
    /** Of a line on the widest page. */
    private final double width;

    private final List<Paragraph> paragraphs = new ArrayList<>();
    /** The type of each as a whole. */
    private final Map<Paragraph, Face> faces = new IdentityHashMap<>();

    private final List<BodyMeasure> found = new ArrayList<>();

    private BodyMeasures(Found soFar) {
        this.soFar = soFar;
        Regime regime = soFar.law().regimes().of(soFar.head().date(), null);
        old = regime == Regime.TT01 || regime == Regime.TTLT55;
        width = soFar.document().pageFormats().stream()
                .filter(format -> format.left() != null && format.right() != null)
                .mapToDouble(format -> format.width() - format.left() - format.right())
                .max()
                .orElse(Double.MAX_VALUE);
        Paragraph last = null;
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.BODY
                    && line.part == 0
                    && line.table == null
                    && line.paragraph.place() == Place.BODY
                    && line.paragraph != last) {
                last = line.paragraph;
                paragraphs.add(last);
            }
        }
        withoutNotes();
    }

    static List<BodyMeasure> find(Found soFar) {
        List<LegalBasis> bases = soFar.all(LegalBasis.class);
        List<Section> sections = soFar.all(Section.class);
        BodyMeasures measures = new BodyMeasures(soFar);
        measures.sizes();
        measures.secondSize(bases);
        measures.alignment();
        measures.indents();
        measures.gaps();
        measures.lines();
        measures.upright(bases, sections);
        return measures.found;
    }

    /** In a pdf the notes at the foot of a page stand among its text, in type that is smaller than most. */
    private void withoutNotes() {
        if (paragraphs.stream().noneMatch(BodyMeasures::isMeasured)) {
            return;
        }
        double usual = usualSize();
        boolean[] notes = new boolean[paragraphs.size()];
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            Paragraph paragraph = paragraphs.get(i);
            boolean last =
                    i + 1 == paragraphs.size() || paragraphs.get(i + 1).page() > paragraph.page() || notes[i + 1];
            Double size = face(paragraph).size();
            notes[i] = isMeasured(paragraph) && last && size != null && size <= NOTE_SIZE && usual > NOTE_SIZE;
        }
        for (int i = notes.length - 1; i >= 0; i--) {
            if (notes[i]) {
                paragraphs.remove(i);
            }
        }
    }

    private Face face(Paragraph paragraph) {
        return faces.computeIfAbsent(
                paragraph, whole -> Face.of(whole, 0, whole.text().length()));
    }

    /** The size of most paragraphs. */
    private double usualSize() {
        List<Double> sizes = paragraphs.stream()
                .map(paragraph -> face(paragraph).size())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
    }

    private static boolean isMeasured(Paragraph paragraph) {
        return !paragraph.lines().isEmpty();
    }

    // ---- sizes ----

    private void sizes() {
        Map<Double, Integer> letters = new HashMap<>();
        Map<Double, Paragraph> first = new LinkedHashMap<>();
        int all = 0;
        for (Paragraph paragraph : paragraphs) {
            Face whole = face(paragraph);
            for (Paragraph.Run run : paragraph.runs()) {
                int here = run.size() == null || run.hidden() ? 0 : letters(paragraph, run);
                if (here > 0) {
                    double size = Math.round(run.size() * 10) / 10.0;
                    letters.merge(size, here, Integer::sum);
                    all += here;
                    if (whole.size() != null && Math.abs(whole.size() - size) < SIZE_TOLERANCE) {
                        first.putIfAbsent(size, paragraph);
                    }
                }
            }
        }
        if (all == 0) {
            return;
        }
        int odd = 0;
        Double typical = null;
        Paragraph firstOdd = null;
        List<Integer> oddOnes = new ArrayList<>();
        for (Map.Entry<Double, Integer> size : letters.entrySet()) {
            if (size.getKey() < LEAST_SIZE - SIZE_TOLERANCE || size.getKey() > MOST_SIZE + SIZE_TOLERANCE) {
                odd += size.getValue();
                typical = typical == null || letters.get(typical) < size.getValue() ? size.getKey() : typical;
                Paragraph here = first.get(size.getKey());
                firstOdd = firstOdd == null || here != null && here.index() < firstOdd.index() ? here : firstOdd;
            }
        }
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.runs().stream().anyMatch(run -> isOddSize(run) && letters(paragraph, run) > 0)) {
                oddOnes.add(paragraph.index());
            }
        }
        if (odd == 0 || firstOdd != null) {
            add(Kind.SIZE, odd, all, typical == null ? null : print(typical), oddOnes, firstOdd);
        }
    }

    /** The right size that fewer letters have, of those of running text: a heading may well be set apart by its size. */
    private void secondSize(List<LegalBasis> bases) {
        Map<Double, Integer> letters = new TreeMap<>();
        Map<Double, List<Paragraph>> set = new HashMap<>();
        for (Paragraph paragraph : paragraphs) {
            Face face = face(paragraph);
            if (face.size() == null
                    || !isOfSeveralLines(paragraph)
                    || bases.stream().anyMatch(basis -> basis.span().paragraph() == paragraph.index())) {
                continue;
            }
            double size = Math.round(face.size() * 2) / 2.0;
            if (size >= LEAST_SIZE && size <= MOST_SIZE) {
                letters.merge(size, face.letters(), Integer::sum);
                set.computeIfAbsent(size, k -> new ArrayList<>()).add(paragraph);
            }
        }
        if (letters.size() < 2) {
            return;
        }
        double second = letters.entrySet().stream()
                .sorted(Map.Entry.<Double, Integer>comparingByValue().reversed())
                .skip(1)
                .findFirst()
                .orElseThrow()
                .getKey();
        List<Paragraph> odd = set.get(second);
        add(
                Kind.SECOND_SIZE,
                letters.get(second),
                letters.values().stream().mapToInt(Integer::intValue).sum(),
                print(second),
                odd.stream().map(Paragraph::index).toList(),
                odd.get(0));
    }

    private static boolean isOddSize(Paragraph.Run run) {
        return run.size() != null
                && !run.hidden()
                && (run.size() < LEAST_SIZE - SIZE_TOLERANCE || run.size() > MOST_SIZE + SIZE_TOLERANCE);
    }

    private static int letters(Paragraph paragraph, Paragraph.Run run) {
        int letters = 0;
        for (int at = Math.max(run.start(), paragraph.autoLabel()); at < run.end(); at++) {
            letters += Character.isLetter(paragraph.text().charAt(at)) ? 1 : 0;
        }
        return letters;
    }

    // ---- paragraphs ----

    private void alignment() {
        double edge = paragraphs.stream()
                .filter(paragraph -> isMeasured(paragraph) && isOfSeveralLines(paragraph))
                .map(paragraph -> end(paragraph.lines().get(0)))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        boolean kept = paragraphs.stream()
                        .filter(paragraph -> isMeasured(paragraph) && isOfSeveralLines(paragraph))
                        .filter(paragraph -> isAt(edge, paragraph.lines().get(0)))
                        .count()
                >= ENOUGH_AT_EDGE;
        each(
                Kind.ALIGNMENT,
                paragraph -> isOfSeveralLines(paragraph)
                        && paragraph.layout().alignment() != null
                        && paragraph.layout().alignment() != Alignment.CENTER
                        // Of two printed lines one ends where it must: that shows something only at the edge of the
                        // text, or before one that others keep.
                        && (!isMeasured(paragraph)
                                || paragraph.lines().size() >= ENOUGH_LINES
                                || isAt(edge, paragraph.lines().get(0))
                                || kept && isShortOf(edge, paragraph)),
                paragraph -> paragraph.layout().alignment() == Alignment.JUSTIFIED
                                || isMeasured(paragraph)
                                        && !isRagged(paragraph)
                                        && !(kept && isShortOf(edge, paragraph))
                        ? null
                        : "");
    }

    /** Whether the first of two lines ends before the edge since the next word had no room, and not since somebody broke it. */
    private static boolean isShortOf(double edge, Paragraph paragraph) {
        if (paragraph.lines().size() != 2) {
            return false;
        }
        TextLine second = paragraph.lines().get(1);
        int space = paragraph.text().indexOf(' ', second.start());
        Paragraph.Box word = second.box(second.start(), space < 0 ? second.end() : space);
        Double end = end(paragraph.lines().get(0));
        return word != null && end != null && edge - end > RAGGED && end + word.width() > edge;
    }

    /** Whether the printed lines, the last apart, surely end at different places; a paragraph may have an edge of its own. */
    private static boolean isRagged(Paragraph paragraph) {
        double[] ends = paragraph.lines().subList(0, paragraph.lines().size() - 1).stream()
                .map(BodyMeasures::end)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return ends.length > 1 && ends[ends.length - 1] - ends[0] > RAGGED;
    }

    private static boolean isAt(double edge, TextLine line) {
        Double end = end(line);
        return end != null && edge - end < RAGGED / 2;
    }

    /** Where the line's last character ends; null where none of it is printed. */
    private static Double end(TextLine line) {
        Paragraph.Box box = line.box(line.start(), line.end());
        return box == null ? null : box.x() + box.width();
    }

    private void indents() {
        if (hasTwoEdges()) {
            return;
        }
        each(
                Kind.INDENT,
                paragraph -> isOfSeveralLines(paragraph)
                        && paragraph.autoLabel() == 0
                        && paragraph.layout().firstLineIndent() != null
                        && isFlush(paragraph.layout().leftIndent())
                        && !Character.isWhitespace(paragraph.text().charAt(0))
                        && paragraph.layout().alignment() != Alignment.CENTER
                        && paragraph.layout().alignment() != Alignment.RIGHT,
                paragraph -> {
                    double indent = paragraph.layout().firstLineIndent();
                    double tolerance = isMeasured(paragraph) ? MEASURED_INDENT_TOLERANCE : INDENT_TOLERANCE;
                    boolean right = old
                            ? indent > CENTIMETRE - tolerance && indent < HALF_INCH + tolerance
                            : Math.abs(indent - CENTIMETRE) <= tolerance || Math.abs(indent - HALF_INCH) <= tolerance;
                    return right ? null : print(indent / CENTIMETRE, 100);
                });
    }

    /** Whether many printed paragraphs begin a little beside the others: then no one margin is known to measure from. */
    private boolean hasTwoEdges() {
        List<Double> lefts = paragraphs.stream()
                .filter(paragraph -> isMeasured(paragraph)
                        && isOfSeveralLines(paragraph)
                        && paragraph.layout().leftIndent() != null
                        && Math.abs(paragraph.layout().leftIndent()) < BESIDE)
                .map(paragraph -> paragraph.layout().leftIndent())
                .toList();
        long beside = lefts.stream().filter(left -> !isFlush(left)).count();
        return beside * 4 > lefts.size();
    }

    private static boolean isFlush(Double leftIndent) {
        return leftIndent == null || Math.abs(leftIndent) < 1;
    }

    private void gaps() {
        Map<Paragraph, Double> gaps = new IdentityHashMap<>();
        for (int i = 0; i + 1 < paragraphs.size(); i++) {
            Paragraph above = paragraphs.get(i);
            Paragraph below = paragraphs.get(i + 1);
            // On a page all room between two paragraphs is that before the second.
            Double after =
                    isMeasured(above) ? Double.valueOf(0) : above.layout().spaceAfter();
            Double before = below.layout().spaceBefore();
            if (below.index() == above.index() + 1
                    && above.page() == below.page()
                    && after != null
                    && before != null
                    // How high a printed line is shows where another follows it.
                    && (!isMeasured(below) || below.layout().line() != null)
                    && !above.text().endsWith("\n")) {
                gaps.put(above, after + before);
            }
        }
        each(Kind.PARAGRAPH_SPACING, gaps::containsKey, paragraph -> {
            double gap = gaps.get(paragraph);
            double tolerance = isMeasured(paragraph) ? MEASURED_GAP_TOLERANCE : GAP_TOLERANCE;
            return gap < LEAST_GAP - tolerance ? print(gap) : null;
        });
    }

    private void lines() {
        each(
                Kind.LINE_SPACING,
                paragraph -> paragraph.layout().line() != null
                        && paragraph.layout().line() > 0
                        && paragraph.layout().lineRule() != null
                        && isOfSeveralLines(paragraph)
                        && face(paragraph).size() != null,
                paragraph -> isOddLine(paragraph) ? printLine(paragraph.layout()) : null);
    }

    private boolean isOddLine(Paragraph paragraph) {
        double line = paragraph.layout().line();
        double single = Paragraph.Layout.SINGLE_LINE * face(paragraph).size();
        boolean wide = line > single * ONE_AND_A_HALF;
        return switch (paragraph.layout().lineRule()) {
            case MULTIPLE -> line < 1 - MULTIPLE_TOLERANCE || line > 1.5 + MULTIPLE_TOLERANCE;
            case EXACT -> wide || line < (old ? Math.min(LEAST_EXACT_OF_OLD, single) : single) - LINE_TOLERANCE;
            case AT_LEAST -> wide;
        };
    }

    private static String printLine(Paragraph.Layout layout) {
        return layout.lineRule() == LineRule.MULTIPLE ? print(layout.line(), 100) : print(layout.line()) + " pt";
    }

    /** A long heading may well be bold, and the reasons before the first section italic. */
    private void upright(List<LegalBasis> bases, List<Section> sections) {
        Set<Integer> numbered =
                sections.stream().map(section -> section.span().paragraph()).collect(Collectors.toSet());
        Set<Integer> inSections = soFar.lines().stream()
                .filter(line -> !line.section.isEmpty())
                .map(line -> line.paragraph.index())
                .collect(Collectors.toSet());
        each(
                Kind.UPRIGHT,
                paragraph -> !numbered.contains(paragraph.index())
                        && inSections.contains(paragraph.index())
                        && bases.stream().noneMatch(basis -> basis.span().paragraph() == paragraph.index())
                        && !paragraph.text().isBlank()
                        && "(\"“*".indexOf(paragraph.text().strip().charAt(0)) < 0,
                paragraph -> {
                    Face face = face(paragraph);
                    boolean odd = face.letters() >= LONG_ITALIC && Boolean.TRUE.equals(face.italic())
                            || face.letters() >= LONG_BOLD
                                    && (Boolean.TRUE.equals(face.bold()) || Boolean.TRUE.equals(face.underline()));
                    return odd ? "" : null;
                });
    }

    /** Whether it surely runs over several lines. */
    private boolean isOfSeveralLines(Paragraph paragraph) {
        if (isMeasured(paragraph)) {
            return paragraph.lines().size() > 1;
        }
        Double size = face(paragraph).size();
        double letters = width / (LETTER * (size == null ? MOST_SIZE : size));
        return paragraph.text().length() > letters * SURELY_LONGER;
    }

    /** @param odd what is odd about it as it is printed; null where it is right */
    private void each(Kind kind, Predicate<Paragraph> shown, Function<Paragraph, String> odd) {
        int of = 0;
        Map<String, Integer> values = new LinkedHashMap<>();
        Paragraph first = null;
        List<Integer> odds = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            if (!shown.test(paragraph)) {
                continue;
            }
            of++;
            String value = odd.apply(paragraph);
            if (value != null) {
                values.merge(value, 1, Integer::sum);
                first = first == null ? paragraph : first;
                odds.add(paragraph.index());
            }
        }
        if (of > 0) {
            String typical = values.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
            add(kind, values.values().stream().mapToInt(Integer::intValue).sum(), of, typical, odds, first);
        }
    }

    private void add(Kind kind, int odd, int of, String typical, List<Integer> odds, Paragraph first) {
        Paragraph quoted = first == null ? paragraphs.get(0) : first;
        found.add(new BodyMeasure(kind, odd, of, typical, !isMeasured(quoted), odds, beginning(quoted)));
    }

    /** Its first line, up to the end of a word. */
    private static Span beginning(Paragraph paragraph) {
        String text = paragraph.text();
        int start = paragraph.autoLabel();
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        if (end - start > LONGEST_QUOTE) {
            int space = text.lastIndexOf(' ', start + LONGEST_QUOTE);
            end = space > start ? space : start + LONGEST_QUOTE;
        }
        int line = text.indexOf('\n', start);
        return Span.of(paragraph, start, line > start && line < end ? line : end);
    }

    private static String print(double value) {
        return print(value, 10);
    }

    private static String print(double value, int places) {
        String text =
                String.valueOf(Math.round(value * places) / (double) places).replace('.', ',');
        return text.endsWith(",0") ? text.substring(0, text.length() - 2) : text;
    }
}
