package org.planlint.isolate;

import org.planlint.facts.Stage;

/**
 * What a worker is to check.
 *
 * @param stage of the plan as its sender says, or null
 * @param view  where it is to write what a page shows of the document, or null for nowhere
 */
public record CheckOrder(String file, Stage stage, String view) {
    /** One that says nothing but which file. */
    public static CheckOrder of(String file) {
        return new CheckOrder(file, null, null);
    }
}
