package org.planlint.samples;

/** The one rule whose page, mutants and traps are run: {@code mvn test -Drule=ID}; all of them without. */
public final class OneRule {
    /** Its id, or null for all. */
    public static final String ID = System.getProperty("rule");

    private OneRule() {}

    public static boolean isAskedFor(Object rule) {
        return ID == null || ID.equals(rule);
    }
}
