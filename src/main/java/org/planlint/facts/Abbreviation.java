package org.planlint.facts;

import org.planlint.text.Span;

/** A short form that the text defines: "cải cách hành chính (CCHC)". */
public record Abbreviation(String shortForm, String fullForm, Span span) implements Located {
}
