package org.planlint.text;

/** The names under which PlanLint writes its own marks into copies, by which readers know them. */
public final class Marks {
    /** Of what it says of a plan, and what it proposes: readers pass over it. */
    public static final String AUTHOR = "PlanLint";
    /** Of what it was asked to mend: readers take it as done. */
    public static final String FIXER = "PlanLint fix";

    private Marks() {}
}
