package org.planlint.facts;

import org.planlint.text.Span;

/** A term that the plan also writes in another way: "PARINDEX" beside "PAR INDEX". */
public record TermVariant(String term, String other, Span span) implements Located {}
