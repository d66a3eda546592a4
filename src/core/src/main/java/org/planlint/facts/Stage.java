package org.planlint.facts;

/** How far a plan has come: number and day are given once it is signed. Decree 30/2020, Articles 14 and 15. */
public enum Stage {
    DRAFT,
    FINAL
}
