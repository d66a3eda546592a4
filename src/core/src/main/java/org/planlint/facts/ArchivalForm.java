package org.planlint.facts;

import org.planlint.text.Span;

/**
 * Whether a pdf of scanned pages says that it is made to last.
 *
 * @param pdfA what it says of itself, as "2b"; null for nothing
 */
public record ArchivalForm(String pdfA) implements Located {
    /** Null: it stands in none of the words. */
    @Override
    public Span span() {
        return null;
    }
}
