package org.planlint.facts;

import org.planlint.text.Span;

/** An annex or programme that is in the file: its title, its number if numbered, and the document it names. */
public record Attachment(String title, Integer number, String namedNumber, PartialDate namedDate, Span span)
        implements Located {
}
