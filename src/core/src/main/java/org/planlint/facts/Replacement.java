package org.planlint.facts;

import java.time.LocalDate;

/** What took the place of a law, and from which day, from {@code rules/law/replaced.json}. */
public record Replacement(String by, LocalDate from) {}
