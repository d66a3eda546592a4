package org.planlint.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.annotate.Edit;
import org.planlint.facts.BodyMeasure;
import org.planlint.report.Finding;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.LineRule;
import org.planlint.text.Place;

/** Sets the paragraphs of the plan's text as Decree 30/2020, PL I.I Mục II.6e has them: each odd one as is right and nearest. */
record BodyFixer(BodyMeasure.Kind kind) implements Fixer {
    private static final double LEAST_SIZE = 13;
    private static final double MOST_SIZE = 14;
    private static final double CENTIMETRE = 72 / 2.54;
    private static final double HALF_INCH = 36;
    private static final double GAP = 6;
    private static final double WIDEST_LINE = 1.5;

    @Override
    public List<Planned> plan(List<Finding> findings, Reading reading) {
        List<Planned> planned = new ArrayList<>();
        for (BodyMeasure measure : reading.facts().all(BodyMeasure.class)) {
            if (measure.kind() == kind) {
                measure.paragraphs().forEach(index -> plan(reading.paragraph(index), reading, planned));
            }
        }
        return planned;
    }

    private void plan(Paragraph paragraph, Reading reading, List<Planned> planned) {
        Edit.Setting setting = new Edit.Setting(paragraph.index());
        Paragraph.Layout layout = paragraph.layout();
        switch (kind) {
            case ALIGNMENT -> planned.add(new Planned(Safety.SAFE, setting.aligned(Alignment.JUSTIFIED)));
            case INDENT -> {
                double indent = layout.firstLineIndent() < (CENTIMETRE + HALF_INCH) / 2 ? CENTIMETRE : HALF_INCH;
                planned.add(new Planned(Safety.SAFE, setting.indented(indent)));
            }
            case PARAGRAPH_SPACING -> planned.add(new Planned(Safety.UNSAFE, setting.spaced(null, GAP)));
            case LINE_SPACING -> {
                boolean close = layout.lineRule() == LineRule.MULTIPLE
                        ? layout.line() < 1
                        : layout.lineRule() == LineRule.EXACT && isClose(paragraph);
                planned.add(new Planned(Safety.UNSAFE, setting.withLine(close ? 1 : WIDEST_LINE)));
            }
            case SIZE -> sizes(paragraph, usual(reading), planned);
            default -> {}
        }
    }

    /** Whether an exact line is lower than a single one. */
    private static boolean isClose(Paragraph paragraph) {
        return paragraph.runs().stream()
                .anyMatch(run -> run.size() != null && paragraph.layout().line() < run.size() * 1.5);
    }

    private static void sizes(Paragraph paragraph, Double usual, List<Planned> planned) {
        for (Paragraph.Run run : paragraph.runs()) {
            boolean small = run.size() != null && run.size() < LEAST_SIZE;
            if (small || run.size() != null && run.size() > MOST_SIZE) {
                double size = usual != null ? usual : small ? LEAST_SIZE : MOST_SIZE;
                planned.add(new Planned(
                        Safety.UNSAFE, new Edit.Type(paragraph.index(), run.start(), run.end()).ofSize(size)));
            }
        }
    }

    /** The right size in which most of the text is set, so that there is one; null where none is right. */
    private static Double usual(Reading reading) {
        Map<Double, Integer> letters = new HashMap<>();
        for (Paragraph paragraph : reading.document().bodyParagraphs()) {
            for (Paragraph.Run run : paragraph.runs()) {
                if (paragraph.place() == Place.BODY
                        && paragraph.layout().alignment() != Alignment.CENTER
                        && run.size() != null
                        && run.size() >= LEAST_SIZE
                        && run.size() <= MOST_SIZE) {
                    letters.merge(run.size(), run.end() - run.start(), Integer::sum);
                }
            }
        }
        return letters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
