package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A short form that the text defines: "cải cách hành chính (CCHC)".
 *
 * @param usedBefore where it stands before it is spelled out, or null
 */
public record Abbreviation(String shortForm, String fullForm, Span usedBefore, Span span) implements Located {}
