package org.planlint.fix;

/** What may be done without asking. */
public enum Safety {
    /** Words and their order stay, one value is right, and Word shows what was there. */
    SAFE,
    /** The same, but lines may wrap and pages may grow: done where it is asked for. */
    UNSAFE,
    /** A human has to choose: never done. */
    SHOWN
}
