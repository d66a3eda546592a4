package org.planlint.facts;

import org.planlint.text.Span;

/**
 * How the pages of an annex are counted, where they bear numbers: Decree 30/2020, PL I.I Mục III.1đ.
 *
 * @param annex which of the plan's annexes, from 1
 * @param anew  from a number of their own; else the plan's count goes on
 * @param span  its first line
 */
public record AnnexNumbering(int annex, boolean anew, Span span) implements Located {}
