package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A place of this plan that its own text points to: "khoản 3 Mục II", "điểm d khoản 2 Kế hoạch này".
 *
 * @param exists whether the outline has it
 */
public record CrossReference(boolean exists, Span span) implements Located {}
