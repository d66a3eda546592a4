package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A province or agency that has a date of birth or death, where the plan names it as somebody who acts today:
 * in the letterhead, among the recipients or where work is given out.
 */
public record AgencyMention(NamePeriod name, Span span) implements Located {}
