package org.planlint.parse;

import org.planlint.text.Span;

/** How far what was read of a line can be trusted. */
interface Legibility {
    /** That of a text of which nothing but its characters is known: figures are what they are, gaps are blank. */
    Legibility OF_TEXT = new Legibility() {
        @Override
        public boolean isSure(Span figures, Span print) {
            return true;
        }

        @Override
        public boolean isSureYear(Span year) {
            return true;
        }

        @Override
        public boolean isBlank(Span before, Span behind) {
            return true;
        }
    };

    /**
     * Whether these figures were printed, not written by hand, and read beyond doubt.
     *
     * @param print capitals or figures on the same line that are printed for sure
     */
    boolean isSure(Span figures, Span print);

    /** Whether a year was read well enough. */
    boolean isSureYear(Span year);

    /** Whether nothing stands on the page between these words. */
    boolean isBlank(Span before, Span behind);
}
