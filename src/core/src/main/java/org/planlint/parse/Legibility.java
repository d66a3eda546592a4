package org.planlint.parse;

import org.planlint.text.Span;

/** How far what was read of a line can be trusted. */
interface Legibility {
    /** That of a text of which nothing but its characters is known: figures are what they are, gaps are blank. */
    Legibility OF_TEXT = new Legibility() {
        @Override
        public boolean isSure(Span figures) {
            return true;
        }

        @Override
        public boolean isBlank(Span before, Span behind) {
            return true;
        }
    };

    /** Whether these figures were printed and read beyond doubt. */
    boolean isSure(Span figures);

    /** Whether nothing stands on the page between these words. */
    boolean isBlank(Span before, Span behind);
}
