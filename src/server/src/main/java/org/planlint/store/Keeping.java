package org.planlint.store;

/** Whose documents are kept with their reports. */
public enum Keeping {
    NEVER,
    /** Those whose sender asks for it, as the page for people does. */
    ASKED,
    /** All whose sender does not ask for the contrary. */
    ALWAYS;

    /** @param asked what the sender says, or null */
    public boolean keeps(Boolean asked) {
        return this != NEVER && (asked == null ? this == ALWAYS : asked);
    }
}
