package org.planlint.facts;

import org.planlint.text.Span;

/**
 * The body that issues the plan, where it is no state body: what the Decree says of form does not bind it.
 *
 * @param name which body, or the kind of it
 * @param norm what binds its documents
 */
public record Organisation(String name, String norm, Span span) implements Located {}
