package org.planlint.facts;

import org.planlint.text.Span;

/** A fact that stands somewhere in the file. */
public interface Located {
    /** The characters that the fact was read from. */
    Span span();
}
