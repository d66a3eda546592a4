package org.planlint.extract.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Reader;
import org.planlint.extract.Source;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.NormalText;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.words.Vocabulary;

/** Reads pdf with PDFBox, by the positions of its characters and lines. */
public final class PdfReader implements Reader {
    private static final int MAX_PAGES = 3000;
    /** The picture of a page may have a running head or a page number set over it. */
    private static final int LETTERS_OF_A_RUNNING_HEAD = 30;
    /** A Vietnamese syllable without its marks; text whose words are mostly something else is not text. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDGHKLMNPQRSTVX])?(?:[AEIOUY]{1,3})(?:NG|NH|CH|[CMNPT])?");

    /** The small words of other languages, in capitals without diacritics. */
    private static final List<Set<String>> OTHER_LANGUAGES = Stream.of("English", "French")
            .map(language ->
                    Set.copyOf(Vocabulary.of("languages").get(language).folded().all()))
            .toList();
    /** The least share of them in a text of their language. */
    private static final double SMALL_WORDS = 0.12;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    @Override
    public Document read(Source source) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(source.bytes())) {
            if (pdf.getNumberOfPages() > MAX_PAGES) {
                throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, pdf.getNumberOfPages() + " pages");
            }
            PdfGlyphs glyphs = new PdfGlyphs();
            List<PdfGlyphs.Page> pages = glyphs.pages(pdf);
            DocumentBuilder builder = new DocumentBuilder(
                    source,
                    Capability.FONTS,
                    Capability.LAYOUT,
                    Capability.PAGE_FORMAT,
                    Capability.PAGES,
                    Capability.HEADERS,
                    Capability.SIGNATURES);
            PdfLayout layout = new PdfLayout(builder);
            layout.read(pages);
            for (PdfGlyphs.Page page : pages) {
                PageFormat format = format(page);
                builder.pageFormat(format);
                if (format.picture()) {
                    builder.without(Capability.EVERY_PAGE);
                }
            }
            new PdfSignatures(pdf, source.bytes(), glyphs, pages, source.authorities())
                    .read()
                    .forEach(builder::signature);
            if (pages.stream().anyMatch(page -> page.number() == 1 && page.pictured())) {
                builder.without(Capability.TYPED_TEXT);
            }
            Document document = builder.build();
            try {
                requireText(document, pages);
            } catch (ReadFailure failure) {
                throw failure.signed(document.signatures());
            }
            return document;
        } catch (InvalidPasswordException e) {
            throw new ReadFailure(ReadFailure.Reason.ENCRYPTED, "password", e);
        } catch (IOException e) {
            if (e.getCause() instanceof ReadFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static PageFormat format(PdfGlyphs.Page page) {
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (PdfGlyphs.Glyph g : page.glyphs()) {
            left = Math.min(left, g.x());
            right = Math.max(right, g.right());
            top = Math.min(top, g.y() - g.size());
            bottom = Math.max(bottom, g.y());
        }
        boolean empty = page.glyphs().isEmpty();
        long letters = page.glyphs().stream()
                .filter(g -> Character.isLetter(g.text().codePointAt(0)))
                .count();
        return new PageFormat(
                page.number(),
                page.width(),
                page.height(),
                empty ? null : Double.valueOf(top),
                empty ? null : Double.valueOf(page.width() - right),
                empty ? null : Double.valueOf(page.height() - bottom),
                empty ? null : Double.valueOf(left),
                null,
                page.pictured() && letters < LETTERS_OF_A_RUNNING_HEAD,
                page.turn());
    }

    /** Refuses a file whose text cannot be read by a program: no layer, a layer of banners, or a garbled one. */
    private static void requireText(Document document, List<PdfGlyphs.Page> pages) throws ReadFailure {
        int words = 0;
        int syllables = 0;
        int letters = 0;
        int marked = 0;
        int firstPage = 0;
        Map<String, Integer> counts = new HashMap<>();
        for (Paragraph paragraph : document.bodyParagraphs()) {
            for (String word : NO_LETTERS.split(Normalizer.normalize(paragraph.text(), Normalizer.Form.NFC))) {
                if (word.length() > 1) {
                    counts.merge(word, 1, Integer::sum);
                    words++;
                    firstPage += paragraph.page() == 1 ? 1 : 0;
                }
            }
        }
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            String word = entry.getKey();
            int times = entry.getValue();
            syllables += SYLLABLE.matcher(NormalText.fold(word)).matches() ? times : 0;
            letters += word.length() * times;
            marked += (int) word.chars().filter(c -> c > 0x7F).count() * times;
        }
        boolean scanned = pages.stream().anyMatch(page -> page.number() == 1 && page.pictured());
        if (words < 12 || scanned && (words < 60 || firstPage < 25)) {
            throw new ReadFailure(
                    ReadFailure.Reason.NO_TEXT_LAYER,
                    words + " words on " + pages.size() + " pages, " + firstPage + " on the first");
        }
        int unmapped = pages.stream().mapToInt(PdfGlyphs.Page::unmapped).sum();
        if (unmapped > (letters + unmapped) * 0.04) {
            throw new ReadFailure(
                    ReadFailure.Reason.GARBLED_TEXT_LAYER,
                    String.format(
                            Locale.ROOT,
                            "%d of %d characters have no meaning in the file",
                            unmapped,
                            letters + unmapped));
        }
        double fit = syllables / (double) words;
        double marks = marked / (double) letters;
        if ((fit < 0.7 || marks < 0.08) && !isOfOtherLanguage(counts, words)) {
            throw new ReadFailure(
                    ReadFailure.Reason.GARBLED_TEXT_LAYER,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the words look Vietnamese, %.0f %% of the letters carry marks",
                            fit * 100,
                            marks * 100));
        }
    }

    /** Whether the words, with how often each stands there, are those of another language than Vietnamese. */
    private static boolean isOfOtherLanguage(Map<String, Integer> counts, int words) {
        return OTHER_LANGUAGES.stream()
                .anyMatch(small -> counts.entrySet().stream()
                                .filter(word -> small.contains(NormalText.fold(word.getKey())))
                                .mapToInt(Map.Entry::getValue)
                                .sum()
                        > words * SMALL_WORDS);
    }
}
