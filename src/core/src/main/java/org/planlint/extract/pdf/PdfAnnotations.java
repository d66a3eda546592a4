package org.planlint.extract.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.planlint.words.Pieces;

/**
 * What annotations show. A number or day that a registry stamps into the gap of the letterhead is part of the page, and so is what was
 * typed into a form; a signature's banner is not.
 */
final class PdfAnnotations {
    /** What is stamped into a gap is short, however wide it is spaced; a banner is not. */
    private static final int LONGEST_STAMP_IN_GAP = 12;
    /** What a registry stamps as a whole: the number with its symbol, the place and day of issue. */
    private static final Pattern STAMPED_HEAD =
            Pattern.compile("(?:" + Pieces.NUMBER_LABEL + "\\s*:?\\s*)?\\d*\\s*/\\s*\\p{Lu}.{0,40}"
                    + "|.{0,40}ngày\\s*\\d{0,2}\\s*tháng\\s*\\d{0,2}.{0,20}|\\d{1,2}\\s*tháng\\s*\\d{1,2}.{0,20}");
    /** The hour that a program puts on a signature. */
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Between words, in parts of the type's size. */
    private static final double GAP = 0.15;

    /** What each annotation prints, and on which page. */
    private final Map<COSDictionary, Shown> shown = new IdentityHashMap<>();

    private record Shown(int page, String text) {}

    /** The page on which an annotation lies, from 1; 0 where none was read that has it. */
    int pageOf(PDAnnotation annotation) {
        Shown found = shown.get(annotation.getCOSObject());
        return found == null ? 0 : found.page;
    }

    /** The words in an annotation's picture, on one line. */
    String printed(PDAnnotation annotation) {
        Shown found = shown.get(annotation.getCOSObject());
        return found == null ? "" : found.text;
    }

    /**
     * Draws what the annotations of a page show, behind the page's own text.
     *
     * @param stamps receives the texts of banners
     */
    void draw(
            List<PDAnnotation> annotations,
            int number,
            PDPage page,
            PdfContent content,
            PdfLetters letters,
            List<String> stamps)
            throws IOException {
        for (PDAnnotation annotation : annotations) {
            if (annotation.isHidden()) {
                continue;
            }
            List<Letter> typed = List.of();
            if (annotation.getAppearance() == null) {
                typed = typed(annotation, page);
            } else {
                int from = letters.size();
                draw(annotation, content, letters);
                List<Letter> own = letters.from(from);
                shown.put(annotation.getCOSObject(), new Shown(number, words(own)));
                String text = own.stream().map(Letter::text).collect(Collectors.joining());
                if (text.isBlank()) {
                    typed = typed(annotation, page);
                } else if (!isOfPage(annotation, text)) {
                    stamps.add(text);
                    own.clear();
                }
            }
            typed.forEach(letters::add);
        }
    }

    /** One that is broken shows nothing; the lines of no annotation are the page's. */
    private static void draw(PDAnnotation annotation, PdfContent content, PdfLetters letters) {
        int from = letters.size();
        int drawn = content.lines().size();
        try {
            content.draw(annotation);
        } catch (PageBudget.Exceeded exceeded) {
            throw exceeded;
        } catch (IOException | RuntimeException brokenAppearance) {
            letters.from(from).clear();
        }
        content.lines().subList(drawn, content.lines().size()).clear();
    }

    private static List<Letter> typed(PDAnnotation annotation, PDPage page) {
        PdfFieldText typed = new PdfFieldText(annotation.getCOSObject(), annotation.getRectangle(), page);
        return typed.value().isEmpty() ? List.of() : typed.letters();
    }

    private static String words(List<Letter> letters) throws IOException {
        StringBuilder text = new StringBuilder();
        Letter last = null;
        for (Letter letter : letters) {
            boolean apart = last != null
                    && (Math.abs(letter.line() - last.line()) > letter.height() / 2
                            || letter.along() > last.along() + last.advance() + letter.size() * GAP);
            text.append(apart ? " " : "").append(letter.text());
            last = letter;
        }
        return plain(text);
    }

    private static String plain(CharSequence text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isOfPage(PDAnnotation annotation, String text) {
        String plain = plain(text);
        return plain.replace(" ", "").length() <= LONGEST_STAMP_IN_GAP
                || !HOUR.matcher(plain).find()
                        && (PdfFieldText.isTyped(annotation.getCOSObject())
                                || STAMPED_HEAD.matcher(plain).matches());
    }
}
