package org.planlint.facts;

import org.planlint.text.Span;

/** Words by which somebody has to report on the plan. */
public record ReportDuty(Span span) implements Located {}
