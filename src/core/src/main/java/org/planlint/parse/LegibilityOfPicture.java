package org.planlint.parse;

import java.util.List;
import org.planlint.text.Area;
import org.planlint.text.InkMap;
import org.planlint.text.Paragraph;
import org.planlint.text.Span;

/** That of a line recognised from the picture of a page: by how sure the engine was, and by the ink on the page. */
record LegibilityOfPicture(Paragraph paragraph, InkMap ink) implements Legibility {
    /** Of a hundred figures that an engine is so sure of, one at most is misread. */
    static final int SURE = 95;

    @Override
    public boolean isSure(Span figures) {
        return figures.confidence() >= SURE;
    }

    @Override
    public boolean isBlank(Span before, Span behind) {
        List<Area> left = paragraph.areas(before.start(), before.end());
        List<Area> right = paragraph.areas(behind.start(), behind.end());
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        Paragraph.Box a = left.get(left.size() - 1).box();
        Paragraph.Box b = right.get(0).box();
        double x = a.x() + a.width() + 2;
        return b.x() > x && ink.cells(new Paragraph.Box(x, a.y(), b.x() - x - 2, a.height())) < 3;
    }
}
