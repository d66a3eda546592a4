package org.planlint.facts;

import org.planlint.text.Span;

/**
 * Where the list of recipients stands, as far as the file shows it: Decree 30/2020, PL I.I Mục IV, places 7 and 9b.
 *
 * @param level beside the signature; else wholly above or below it
 * @param span  its label
 */
public record RecipientsPlace(boolean level, Span span) implements Located {}
