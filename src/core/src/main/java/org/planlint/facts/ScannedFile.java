package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A pdf of which every page is the picture of paper.
 *
 * @param pages how many there are
 */
public record ScannedFile(int pages) implements Located {
    /** Null: it is the file, and none of its words. */
    @Override
    public Span span() {
        return null;
    }
}
