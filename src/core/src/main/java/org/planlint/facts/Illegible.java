package org.planlint.facts;

/**
 * A piece of the letterhead that is filled in and that no machine can read: written by hand, under a stamp, or a day that no
 * calendar has. It is neither blank nor a value.
 */
public enum Illegible {
    NUMBER,
    DAY,
    MONTH,
    YEAR
}
