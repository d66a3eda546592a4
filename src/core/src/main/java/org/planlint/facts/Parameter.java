package org.planlint.facts;

/** A figure of a rule that an office may set otherwise; the rule's page has its name and own value. */
public record Parameter(String rule, String name, int value) {}
