package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A body that has nothing to do in this office's plan, named as if it had: left over from another office's.
 *
 * @param own who issues the plan, as printed
 */
public record ForeignAgency(String own, Span span) implements Located {}
