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

    /** No word goes on before what follows; a digit may stand there. */
    public static final String NO_LETTER_BEFORE = "(?<!\\p{L})";
    /** No word goes on behind what came; a digit may stand there. */
    public static final String NO_LETTER_AFTER = "(?!\\p{L})";

    /** A year in figures. */
    public static final String YEAR = "(?:19|20)\\d{2}";
    /** What stands behind the hour: "8 giờ", "8h30", "8g", "8:30". */
    public static final String HOUR_SIGN = "(?:giờ|h|g|:)";

    /** A number with a fraction: "12,5". */
    public static final String NUMBER = "\\d+(?:,\\d+)?";
    /** A number whose thousands are parted: "1.500.000", "1.090,5". */
    public static final String GROUPED_NUMBER = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?";

    /** The mark of an item without a number. */
    public static final String BULLET = "[-–+*•]";
    /** Those of recipients and of tasks near the end; stars and dots are not among them. */
    public static final String DASH_OR_PLUS = "[-–+]";
    /** The letter of a point. Decree 30/2020, PL I.I Mục II.6đ. */
    public static final String POINT_LETTER = "[a-zđ]";
    /** The letter of a part that is numbered by letters: "A.", "B.". */
    public static final String UPPER_LETTER = "[A-H]";
    /** The number of a section, with those of the sections around it: "1", "2.1.3". */
    public static final String SECTION_NUMBER = "\\d+(?:\\.\\d+)*";
    /** The mark of an item as clerks write it in small letters: "-", "a)", "1.", "(2.1)"; also a bare number. */
    public static final String LIST_MARK =
            "(?:" + BULLET + "|" + POINT_LETTER + "\\s?[.)]|\\(?" + SECTION_NUMBER + "\\s?[.)]?\\)?)";
    /** A Roman number of a section. */
    public static final String ROMAN = "[IVX]+";
    /** A Roman number of an annex or of a section near the title; longer runs of these letters are words. */
    public static final String SHORT_ROMAN = "[IVX]{1,5}";
    /** What a part, a chapter or a section is called before its number. Decree 30/2020, PL I.I Mục II.6d. */
    public static final String DIVISION = "(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)";

    /** Stands for what is written by hand or hidden, and cannot be read. */
    public static final char ILLEGIBLE = '\uFFFD';

    /** The label of a document's number; scans and old fonts tear or blur it. Decree 30/2020, PL I.I Mục II.3. */
    public static final String NUMBER_LABEL = "(?:S ?ố|SỐ|Sô|số)";
    /** The number of a document: "12", "12a". */
    public static final String DOCUMENT_NUMBER = "\\d+[a-z]?";
    /** The symbol of a cited document: "QĐ-UBND", "2019/QH14". */
    public static final String CITED_SYMBOL = "[A-ZĐa-zđƯƠư\\d&.\\-–]*[A-ZĐ][\\p{L}\\d&.\\-–/]*[\\p{L}\\d]";
    /** "V/v", which is no Roman five. Decree 30/2020, PL I.I Mục II.5b. */
    public static final String ABOUT = "[Vv]\\s?/\\s?[Vv]" + NO_LETTER_AFTER;

    private Pieces() {}
}
