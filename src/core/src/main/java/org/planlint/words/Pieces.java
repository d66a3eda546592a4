package org.planlint.words;

/** Pieces that patterns are built of, each with what it matches. */
public final class Pieces {
    /**
     * The start of a word, before a letter or digit. Not {@code \b}: since Java 19 that knows ASCII letters only, and
     * finds the start of a word inside "đăng".
     */
    public static final String WORD_START = "(?<![\\p{L}\\p{Nd}_]\\p{Mn}{0,4})";
    /** The end of a word, behind a letter or digit. */
    public static final String WORD_END = "(?![\\p{L}\\p{Nd}_\\p{Mn}])";

    /** What a part, chapter or section is called before its number. Decree 30/2020, PL I.I Mục II.6d. */
    public static final String DIVISION = "(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)";

    private Pieces() {
    }
}
