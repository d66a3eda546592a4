package org.planlint.extract.ocr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.extract.ocr.Recognizer.Layout;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Unrecognised;

/** Parts of a picture put one below the other, so that the engine reads all of them at once. */
final class Collage {
    /** A part, in pixels of the picture. */
    record Part(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        boolean holds(double x, double y) {
            return x >= left && x < right && y >= top && y < bottom;
        }
    }

    /** White around each part. */
    private static final int MARGIN = 24;
    /** What does not find room on a sheet of this height goes on the next. */
    private static final int HIGHEST = 8_000;

    private Collage() {}

    /** The lines of each part, in pixels of the picture. */
    static Map<Part, List<Line>> read(Recognizer engine, GreyPicture picture, List<Part> parts)
            throws Unrecognised, InterruptedException {
        Map<Part, List<Line>> lines = new HashMap<>();
        List<Part> sheet = new ArrayList<>();
        int height = MARGIN;
        for (Part part : parts) {
            if (!sheet.isEmpty() && height + part.height() > HIGHEST) {
                readSheet(engine, picture, sheet, lines);
                sheet.clear();
                height = MARGIN;
            }
            sheet.add(part);
            height += part.height() + MARGIN;
        }
        if (!sheet.isEmpty()) {
            readSheet(engine, picture, sheet, lines);
        }
        return lines;
    }

    private static void readSheet(Recognizer engine, GreyPicture picture, List<Part> parts, Map<Part, List<Line>> lines)
            throws Unrecognised, InterruptedException {
        int width = parts.stream().mapToInt(Part::width).max().orElse(0);
        int height = parts.stream().mapToInt(part -> part.height() + MARGIN).sum() + MARGIN;
        GreyPicture whole = GreyPicture.blank(width + 2 * MARGIN, height, picture.dotsPerInch());
        int y = MARGIN;
        for (Part part : parts) {
            whole.put(picture, part.left, part.top, part.right, part.bottom, MARGIN, y);
            y += part.height() + MARGIN;
        }
        for (Line line : engine.read(whole, Layout.BLOCK)) {
            double at = (line.words().get(0).top() + line.words().get(0).bottom()) / 2;
            int top = MARGIN;
            for (Part part : parts) {
                if (at < top + part.height() + MARGIN / 2.0) {
                    lines.computeIfAbsent(part, key -> new ArrayList<>())
                            .add(line.placed(1, part.left - MARGIN, part.top - top));
                    break;
                }
                top += part.height() + MARGIN;
            }
        }
    }
}
