package org.planlint.facts;

import org.planlint.text.Span;

/** "… ban hành Kế hoạch … như sau:", the words that lead from the reasons to the plan itself. */
public record EnactingClause(Span span) implements Located {}
