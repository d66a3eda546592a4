package org.planlint.facts;

/** The norm on the form of administrative documents in force on a plan's date (LEGAL.md §1). */
public enum Regime {
    TTLT55,
    TT01,
    ND30,
    UNKNOWN
}
