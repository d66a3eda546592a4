package org.planlint.rules;

/** Which part of the rules is asked. */
public enum Profile {
    /** What every office asks: all but what an archive asks of scans. */
    ALL,
    /** What a document says. */
    CONTENT,
    /** How it looks. */
    LAYOUT,
    /** All, and how paper was made into the file. */
    ARCHIVE;

    /** The family of the rules on how a document looks. */
    private static final String LOOKS = "layout";
    /** That of the rules on scans. */
    private static final String SCANS = "digitisation";

    boolean asks(RulePage page) {
        return switch (this) {
            case ARCHIVE -> true;
            case LAYOUT -> page.family().equals(LOOKS);
            case CONTENT -> !page.family().equals(LOOKS) && !page.family().equals(SCANS);
            case ALL -> !page.family().equals(SCANS);
        };
    }
}
