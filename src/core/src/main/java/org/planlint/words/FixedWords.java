package org.planlint.words;

/** The fixed words of a document's form in capitals without diacritics, as scans and old fonts still show them. */
public final class FixedWords {
    /** Decree 30/2020, PL I.I Mục II.1a. A file may tear the rest of it off. */
    public static final String NATIONAL_TITLE = "CONG HOA XA HOI";

    public static final String WHOLE_NATIONAL_TITLE = NATIONAL_TITLE + " CHU NGHIA VIET NAM";
    /** With its diacritics, which only what somebody typed shows surely. */
    public static final String NATIONAL_TITLE_AS_WRITTEN = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    /** Decree 30/2020, PL I.I Mục II.1b. */
    public static final String MOTTO = "DOC LAP";

    public static final String WHOLE_MOTTO = MOTTO + " TU DO HANH PHUC";
    /** As above, without its dashes. */
    public static final String MOTTO_AS_WRITTEN = "Độc lập Tự do Hạnh phúc";
    /** As a piece of a pattern: the first two phrases, whatever dashes are between them: "Độc lập -– Tự do". */
    public static final String MOTTO_BEGUN = MOTTO + "[ .~_\\-–—]{0,5}TU DO";
    /** The same where other words may stand on the line: only its dash tells the motto from a sentence. */
    public static final String MOTTO_WITH_DASH = MOTTO + " ?[-–—][ \\-–—]{0,3}TU DO";
    /** Stands where the national title does, on what Party guidance binds. */
    public static final String PARTY_TITLE = "DANG CONG SAN VIET NAM";
    /** Decree 30/2020, PL I.I Mục II.9. */
    public static final String RECIPIENTS = "NOI NHAN";
    /** Opens a letter. Decree 30/2020, PL I.I Mục II.9a. */
    public static final String ADDRESSEE = "KINH GUI";
    /** Opens the subject of a letter: "về việc". Decree 30/2020, PL I.I Mục II.5b. */
    public static final String ABOUT = "V/V";

    private FixedWords() {}
}
