package org.planlint.facts;

import org.planlint.text.Span;

/** Words that make another province than the plan's own the place or the author of the plan. */
public record ForeignProvince(String province, String own, Span span) implements Located {}
