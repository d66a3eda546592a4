package org.planlint.facts;

import org.planlint.text.Span;

/** The line "Lưu: VT, …". */
public record ArchiveLine(String text, Span span) implements Located {
}
