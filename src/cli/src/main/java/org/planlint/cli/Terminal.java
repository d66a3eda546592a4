package org.planlint.cli;

/** The terminal that the program speaks to. */
final class Terminal {
    private static final int USUAL = 100;

    private Terminal() {}

    /** How many characters fit into a line; 0 where what is written goes into a file or another program. */
    static int columns() {
        if (System.console() == null) {
            return 0;
        }
        // The launchers ask the terminal, since Java cannot.
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL;
    }
}
