package org.planlint.fix;

import java.util.ArrayList;
import java.util.List;
import org.planlint.annotate.Edit;
import org.planlint.facts.PageSetup;
import org.planlint.facts.PageSetup.OddMargin;
import org.planlint.report.Finding;
import org.planlint.text.PageFormat;

/** Sets the margins of upright pages to what is right and nearest, and other paper to A4: Decree 30/2020, PL I.I Mục I.1 and I.3. */
record PageFixer(boolean paper) implements Fixer {
    private static final double POINTS = 72 / 25.4;
    private static final double A4_SHORT = 210 * POINTS;
    private static final double A4_LONG = 297 * POINTS;
    private static final double LEAST_LEFT = 30;
    private static final double MOST_LEFT = 35;
    private static final double LEAST_RIGHT = 15;
    private static final double MOST_RIGHT = 20;

    @Override
    public List<Planned> plan(List<Finding> findings, Reading reading) {
        List<PageSetup> setups = reading.facts().all(PageSetup.class);
        List<Planned> planned = new ArrayList<>();
        for (PageSetup setup : setups) {
            int section = setup == setups.get(0)
                    ? 0
                    : section(setup, reading.document().pageFormats());
            if (!setup.exact() || section < 0) {
                continue;
            }
            if (paper && setup.isOtherPaper() && !setup.holdsTable()) {
                boolean wide = setup.isLandscape();
                planned.add(safe(new Edit.Page(
                        section, wide ? A4_LONG : A4_SHORT, wide ? A4_SHORT : A4_LONG, null, null, null, null)));
            } else if (!paper && setup.oddMargins().stream().anyMatch(odd -> isMended(odd, setup))) {
                planned.add(safe(
                        margins(section, setup, reading.document().pageFormats().get(section))));
            }
        }
        return planned;
    }

    private static Planned safe(Edit edit) {
        return new Planned(Safety.SAFE, edit);
    }

    /** The last section that begins before it. */
    private static int section(PageSetup setup, List<PageFormat> formats) {
        int section = -1;
        for (int i = 0; i < formats.size(); i++) {
            int from = formats.get(i).fromParagraph();
            section = from >= 0 && from <= setup.span().paragraph() ? i : section;
        }
        return section;
    }

    /** A table of an annex may be as wide as its page: its text is made wider or moved up and down, and not narrower. */
    private static boolean isMended(OddMargin odd, PageSetup setup) {
        return switch (odd.side()) {
            case LEFT -> setup.part() == 0 || !setup.holdsTable() || odd.size() > MOST_LEFT;
            case RIGHT -> setup.part() == 0 || !setup.holdsTable() || odd.size() > MOST_RIGHT;
            case TOP, BOTTOM -> true;
            case OF_ANNEX -> false;
        };
    }

    private static Edit.Page margins(int section, PageSetup setup, PageFormat format) {
        Double top = null;
        Double right = null;
        Double bottom = null;
        Double left = null;
        for (OddMargin odd : setup.oddMargins()) {
            if (!isMended(odd, setup)) {
                continue;
            }
            switch (odd.side()) {
                case TOP -> top = nearest(odd, 20, 25);
                case BOTTOM -> bottom = nearest(odd, 20, 25);
                case LEFT ->
                    left = nearest(odd, LEAST_LEFT, MOST_LEFT) - (format.gutter() == null ? 0 : format.gutter());
                case RIGHT -> right = nearest(odd, LEAST_RIGHT, MOST_RIGHT);
                case OF_ANNEX -> {}
            }
        }
        return new Edit.Page(section, null, null, top, right, bottom, left);
    }

    /** In points. */
    private static double nearest(OddMargin odd, double least, double most) {
        return (odd.size() < least ? least : most) * POINTS;
    }
}
