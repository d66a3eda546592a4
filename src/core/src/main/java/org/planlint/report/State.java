package org.planlint.report;

/** What became of a rule on a document. */
public enum State {
    PASS,
    FAIL,
    NEEDS_REVIEW,
    NOT_APPLICABLE,
    NOT_EVALUATED,
    ERROR
}
