package org.planlint.text;

import java.util.List;

/**
 * How paper was made into the file.
 *
 * @param pdfA  the form of PDF/A that the file says it has, as "2b"; null where it says none
 * @param pages those that are pictures, in their order; none where the file was typed
 */
public record Digitised(String pdfA, List<Page> pages) {
    public static final Digitised NONE = new Digitised(null, List.of());

    public Digitised {
        pages = List.copyOf(pages);
    }

    /**
     * A page that is a picture.
     *
     * @param number     from 1
     * @param resolution dots an inch of its finest picture, the lesser of both ways; 0 where unknown
     * @param depth      bits a dot; 0 where unknown
     * @param layered    whether the file gives its text behind the picture
     * @param written    whether that text shows: it may have been typed over a picture
     */
    public record Page(int number, int resolution, int depth, boolean layered, boolean written) {}
}
