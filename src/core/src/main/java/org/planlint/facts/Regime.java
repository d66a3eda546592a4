package org.planlint.facts;

import java.util.List;

/** The norm on the form of administrative documents that binds a plan on its date (LEGAL.md §1). */
public enum Regime {
    TTLT55,
    TT01,
    ND30,
    /** The guidance of a body that is no state body, from {@code rules/law/organisations.json}. */
    OWN,
    UNKNOWN;

    /** All norms that are known. */
    public static final List<Regime> NORMS = List.of(TTLT55, TT01, ND30, OWN);
}
