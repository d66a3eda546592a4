package org.planlint.facts;

import org.planlint.text.Span;

/**
 * The plan's own words, between its subject and the recipients or the signature.
 *
 * @param lines how many lines they take
 * @param span  the first of them
 */
public record PlanText(int lines, Span span) implements Located {}
