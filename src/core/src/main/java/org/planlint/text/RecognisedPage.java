package org.planlint.text;

/**
 * A page whose text was recognised from its picture.
 *
 * @param page       by number, from 1
 * @param words      how many were recognised
 * @param confidence how sure the engine is of them on average, 0 to 100
 * @param covered    the share of the page's ink that lies under its words and ruled lines
 * @param ink        where there is ink
 * @param slope      by how much its lines fell for each point to the right before they were made level, about its middle
 */
public record RecognisedPage(int page, int words, int confidence, double covered, InkMap ink, double slope) {
    /** A page that lay straight. */
    public RecognisedPage(int page, int words, int confidence, double covered, InkMap ink) {
        this(page, words, confidence, covered, ink, 0);
    }

    /** Where a point of the level page lies on the page as it is: x and y from the upper left corner. */
    public double[] askew(double x, double y, PageFormat format) {
        double angle = Math.atan(slope);
        double across = x - format.width() / 2;
        double down = y - format.height() / 2;
        return new double[] {
            format.width() / 2 + across * Math.cos(angle) - down * Math.sin(angle),
            format.height() / 2 + across * Math.sin(angle) + down * Math.cos(angle)
        };
    }

    /** The frame around a level one as it lies on the page. */
    Paragraph.Box askew(Paragraph.Box box, PageFormat format) {
        double[] middle = askew(box.x() + box.width() / 2, box.y() + box.height() / 2, format);
        double height = box.height() + Math.abs(slope) * box.width();
        return new Paragraph.Box(middle[0] - box.width() / 2, middle[1] - height / 2, box.width(), height);
    }
}
