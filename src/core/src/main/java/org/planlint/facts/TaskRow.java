package org.planlint.facts;

import org.planlint.text.Span;

/** A row of a table of tasks; an empty string is an empty cell, null is a column that the table does not have. */
public record TaskRow(String task, String owner, String deadline, Span span) implements Located {}
