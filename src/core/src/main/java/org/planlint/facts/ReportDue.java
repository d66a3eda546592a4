package org.planlint.facts;

import java.util.Set;

/**
 * A report that is due, as far as it can be told from others.
 *
 * @param by    who gives it, in small letters; empty where the sentence does not say
 * @param to    who gets it, in capitals without diacritics; empty where the sentence does not say
 * @param about what it is about, in small letters; empty where it is the plan as a whole
 * @param kinds the words that set it apart: quý, năm, tổng kết, đợt 1 …
 */
public record ReportDue(String by, String to, String about, Set<String> kinds) {}
