package org.planlint.text;

/** The name under which PlanLint writes its own marks into copies, by which readers pass over them. */
public final class Marks {
    public static final String AUTHOR = "PlanLint";

    private Marks() {}
}
