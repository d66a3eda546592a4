package org.planlint.facts;

import org.planlint.text.Span;

/**
 * Another document that the text cites.
 *
 * @param type     Quyết định, Nghị định …
 * @param number   number and symbol as printed: 2817/QĐ-UBND
 * @param yearInNumber year that the number carries (46/2022/QĐ-UBND), or null
 * @param labelled whether "số" stands before the number
 * @param issuer   "của …", or null
 * @param role     LEGAL_BASIS in the opening, else REFERENCE
 */
public record Reference(String type, String number, Integer yearInNumber, boolean labelled, PartialDate date,
                        String issuer, DateRole role, String section, Span span) implements Located {
}
