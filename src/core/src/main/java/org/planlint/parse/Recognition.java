package org.planlint.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.RecognisedPage;

/** Which letters of a document a machine read off a picture: its slips are nobody's. The one answer for all who ask. */
final class Recognition {
    /**
     * Specks and strokes as recognition reads them, which no keyboard in an office gives: "gái. ¬", "QĐ-§SYT", "ˆ 'Tiếp";
     * and a speck behind the end of a sentence: "trong tỉnh; :".
     */
    private static final String SPECKS = "§¬ˆ´¨¦¢‹›`";

    private static final Pattern SPECK = Pattern.compile("[§¬ˆ´¨¦¢‹›]|(?<=\\s)`(?=\\s|$)"
            + "|(?<=\\p{L}[.;] )(?::(?=\\s|$)|\\.(?=\\s\\p{Lu}))|(?<=\\p{Ll} )\\.(?= \\p{Ll})");
    /** What recognition makes of a number written by hand: signs that no number holds, before the symbol of a plan. */
    private static final Pattern SCRAWL =
            Pattern.compile("^\\p{L}{2}\\s?[:;.]\\s?[^/]{0,6}[£€¥⁄†‡#{}@ƒ$%&][^/]{0,6}[-/ ]KH\\s?[-/].*");

    private static final String PDF = "application/pdf";

    private final Document document;
    private final boolean specked;

    private Recognition(Document document, boolean specked) {
        this.document = document;
        this.specked = specked;
    }

    /** @param lines the document's own lines, as they were read */
    static Recognition of(Document document, List<BareLine> lines) {
        boolean specked = lines.stream()
                .map(BareLine::text)
                .anyMatch(text -> mayHoldSpeck(text) && SPECK.matcher(text).find()
                        || SCRAWL.matcher(text).matches());
        return new Recognition(document, specked);
    }

    /** Whether it is worth looking. */
    private static boolean mayHoldSpeck(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean speck = c > ':' || c < '.'
                    ? c >= '`' && (c == '`' || c > 'z' && !isOfAlphabet(c) && SPECKS.indexOf(c) >= 0)
                    : (c == '.' || c == ':') && i > 0 && text.charAt(i - 1) == ' ';
            if (speck) {
                return true;
            }
        }
        return false;
    }

    /** Vietnamese letters above ASCII. */
    private static boolean isOfAlphabet(char c) {
        return c >= 0xC0 && c <= 0x1B0 || c >= 0x1EA0 && c <= 0x1EF9;
    }

    /** Whether any of its text was, by what the file says or by the specks in it. */
    boolean made() {
        return specked || !document.shows(Capability.TYPED_TEXT, 0);
    }

    /** Whether this paragraph was. */
    boolean made(Paragraph paragraph) {
        return specked || !document.shows(Capability.TYPED_TEXT, paragraph.page());
    }

    /** Whether this program read it off the picture of its page. */
    boolean isOfPicture(Paragraph paragraph) {
        return document.recognised(paragraph.page()) != null;
    }

    /** How far what was read of the paragraph can be trusted. */
    Legibility legibility(Paragraph paragraph) {
        RecognisedPage page = document.recognised(paragraph.page());
        return page == null ? Legibility.OF_TEXT : new LegibilityOfPicture(paragraph, page.ink());
    }

    /** Whether diacritics are as somebody typed them: the text layer of a pdf may hold others than its page prints. */
    boolean keepsDiacritics() {
        return !made() && !document.mediaType().equals(PDF);
    }
}
