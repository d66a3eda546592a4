package org.planlint.facts;

import org.planlint.text.Span;

/** A sign that the plan costs money, so that a reader looks for who pays. No norm says which plans have a budget. */
public record BudgetNeed(Reason reason, Span span) implements Located {
    public enum Reason {
        /** Its subject is an event, a campaign or a training. */
        SUBJECT,
        /** It asks somebody for money, or to reckon it. */
        ASKS_FOR_MONEY,
        /** It gives the tasks of a People's Committee: 25 of 29 such plans surveyed say what pays for them. */
        GOVERNMENT
    }
}
