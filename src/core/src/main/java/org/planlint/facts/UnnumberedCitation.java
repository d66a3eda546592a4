package org.planlint.facts;

import org.planlint.text.Span;

/** Another document among the bases that is cited by type and issuer alone: "Thực hiện Kế hoạch của Sở Nội vụ về …". */
public record UnnumberedCitation(Span span) implements Located {}
