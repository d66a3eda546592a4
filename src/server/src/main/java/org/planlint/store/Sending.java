package org.planlint.store;

import org.planlint.facts.Stage;

/**
 * What a sender says of a document and wants done with it.
 *
 * @param by    who sends it, or null where nobody says
 * @param stage of the plan, or null for what the file shows
 * @param keep  whether it is kept with its report
 */
public record Sending(String by, Stage stage, boolean keep) {
    /** One that says nothing and wants the report alone. */
    public static final Sending PLAIN = new Sending(null, null, false);
}
