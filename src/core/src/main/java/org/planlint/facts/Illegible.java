package org.planlint.facts;

/**
 * A piece of the letterhead that is filled in and that no machine can read: written by hand, or under a stamp. It is
 * neither blank nor a value.
 */
public enum Illegible {
    NUMBER,
    DAY,
    MONTH,
    YEAR
}
