package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Reader;
import org.planlint.extract.Source;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.text.Capability;
import org.planlint.text.DigitalSignature;
import org.planlint.text.Digitised;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;

/** Reads pdf with PDFBox, by the positions of its characters and lines. */
public final class PdfReader implements Reader {
    private static final int MAX_PAGES = 3000;
    /** How a file's producer begins where Word printed it, whatever signed it since. */
    private static final String WORD = "Microsoft® ";
    /** The picture of a page may have a running head or a page number set over it. */
    private static final int LETTERS_OF_A_RUNNING_HEAD = 30;
    /** With fewer words there is no text to judge. */
    static final int FEWEST_WORDS = 12;
    /** With more the file has a text, though its first page be a picture. */
    private static final int WORDS_OF_A_TEXT = 400;
    /** The largest share of characters whose meaning a file may keep to itself. */
    private static final double UNMAPPED = 0.04;
    /** Names that a program gave, for want of the font's own: "F1", "TT2", "C2_0", "CIDFont+F3". */
    private static final Pattern NAMELESS =
            Pattern.compile("(?i)(?:cidfont\\+)?(?:[a-z]{1,3}|font)?[-_+]?\\d+(?:[-_]\\d+)*");

    private static final double MOST_NAMELESS = 0.05;

    private final PageRecognition recognition;

    /** @param recognition reads pages that are pictures; null for none */
    public PdfReader(PageRecognition recognition) {
        this.recognition = recognition;
    }

    @Override
    public Document read(Source source) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(source.bytes())) {
            if (pdf.getNumberOfPages() > MAX_PAGES) {
                throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, pdf.getNumberOfPages() + " pages");
            }
            return read(source, pdf);
        } catch (PageBudget.Exceeded e) {
            throw e.failure();
        } catch (InvalidPasswordException e) {
            throw new ReadFailure(ReadFailure.Reason.ENCRYPTED, "password", e);
        } catch (IOException e) {
            if (e.getCause() instanceof ReadFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** The document that {@code source} was opened as. */
    Document read(Source source, PDDocument pdf) throws IOException, ReadFailure, InterruptedException {
        PdfGlyphs glyphs = new PdfGlyphs();
        List<PdfGlyphs.Page> pages = glyphs.pages(pdf);
        List<DigitalSignature> signatures =
                new PdfSignatures(pdf, source.bytes(), glyphs, pages, source.authorities()).read();
        try {
            return read(source, pdf, pages, !glyphs.torn().isEmpty(), signatures);
        } catch (ReadFailure failure) {
            throw failure.signed(signatures);
        }
    }

    private Document read(
            Source source, PDDocument pdf, List<PdfGlyphs.Page> pages, boolean torn, List<DigitalSignature> signatures)
            throws IOException, ReadFailure, InterruptedException {
        if (recognition == null) {
            return document(source, pdf, pages, torn, signatures);
        }
        PdfScans scans = new PdfScans(pdf, source.bytes(), recognition);
        List<PdfGlyphs.Page> seen = recognised(scans, source, pages, PdfReader::isUnreadScan);
        try {
            return document(source, pdf, seen, torn, signatures);
        } catch (ReadFailure failure) {
            if (failure.reason() == ReadFailure.Reason.NO_TEXT_LAYER && scans.isUndecoded()) {
                throw new ReadFailure(ReadFailure.Reason.JPEG2000, failure.getMessage(), failure);
            }
            if (failure.reason() != ReadFailure.Reason.GARBLED_TEXT_LAYER) {
                throw failure;
            }
            return document(source, pdf, recognised(scans, source, seen, page -> !isText(page)), torn, signatures);
        }
    }

    private List<PdfGlyphs.Page> recognised(
            PdfScans scans, Source source, List<PdfGlyphs.Page> pages, Predicate<PdfGlyphs.Page> which)
            throws IOException, InterruptedException {
        List<PdfGlyphs.Page> unread = pages.stream()
                .filter(page -> page.scan().recognised() == null && which.test(page))
                .toList();
        if (unread.isEmpty() || !recognition.isAvailable()) {
            return pages;
        }
        Map<Integer, PdfGlyphs.Page> seen = scans.recognised(recognition.chosen(unread), source.onPage());
        return pages.stream()
                .map(page -> seen.getOrDefault(page.number(), page))
                .toList();
    }

    /** The picture of a page without a layer of text, or with one that somebody's recognition made. */
    private static boolean isUnreadScan(PdfGlyphs.Page page) {
        return page.scan().isPicture() && (page.scan().hidden() || !isText(page));
    }

    /** Whether the page has words that can be read. */
    private static boolean isText(PdfGlyphs.Page page) {
        Letters letters = Letters.of(page);
        return letters.words() >= FEWEST_WORDS
                && page.unmapped() <= (letters.letters() + page.unmapped()) * UNMAPPED
                && letters.areText();
    }

    /** @param torn whether a part of a page could not be read */
    private static Document document(
            Source source, PDDocument pdf, List<PdfGlyphs.Page> pages, boolean torn, List<DigitalSignature> signatures)
            throws IOException, ReadFailure {
        DocumentBuilder builder = new DocumentBuilder(
                source,
                Capability.FONTS,
                Capability.COLOURS,
                Capability.LAYOUT,
                Capability.PAGE_FORMAT,
                Capability.PAGES,
                Capability.PAGE_NUMBERS,
                Capability.LINES,
                Capability.HEADERS,
                Capability.SIGNATURES);
        PdfLayout layout = new PdfLayout(builder, isByWord(pdf));
        layout.read(pages);
        for (int i = 0; i < pages.size(); i++) {
            PdfGlyphs.Page page = pages.get(i);
            PageFormat format = format(page, layout.formats().get(i));
            builder.pageFormat(format);
            if (format.picture()) {
                builder.without(Capability.EVERY_PAGE);
            }
            if (page.scan().recognised() != null) {
                builder.recognised(page.scan().recognised());
            }
        }
        if (torn) {
            builder.without(Capability.EVERY_PAGE);
        }
        signatures.forEach(builder::signature);
        builder.digitised(digitised(pdf, pages));
        if (pages.stream().noneMatch(PdfReader::isTyped)) {
            Document.LOST_ON_PICTURES.forEach(builder::without);
        } else if (pages.stream()
                .anyMatch(page -> page.number() == 1 && page.scan().isPicture() && isTyped(page))) {
            builder.without(Capability.TYPED_TEXT);
        }
        if (areNameless(pages)) {
            builder.without(Capability.FONTS);
        }
        Document document = builder.build();
        requireText(document, pages);
        return document;
    }

    private static boolean isByWord(PDDocument pdf) {
        String producer = pdf.getDocumentInformation().getProducer();
        return producer != null && producer.startsWith(WORD);
    }

    /** Whether the names of many letters' fonts tell nothing: then they may be bold, italic or of any family. */
    private static boolean areNameless(List<PdfGlyphs.Page> pages) {
        Map<String, Integer> letters = new HashMap<>();
        for (PdfGlyphs.Page page : pages) {
            for (PdfGlyphs.Glyph glyph : isTyped(page) ? page.glyphs() : List.<PdfGlyphs.Glyph>of()) {
                if (!glyph.text().isBlank()) {
                    letters.merge(glyph.font(), 1, Integer::sum);
                }
            }
        }
        int all = 0;
        int nameless = 0;
        for (Map.Entry<String, Integer> font : letters.entrySet()) {
            all += font.getValue();
            boolean named =
                    font.getKey() != null && !NAMELESS.matcher(font.getKey()).matches();
            nameless += named ? 0 : font.getValue();
        }
        return nameless > all * MOST_NAMELESS;
    }

    private static Digitised.Page digitisedPage(PdfGlyphs.Page page) {
        boolean hidden = page.scan().hidden();
        boolean written = !hidden && isTyped(page) && isText(page);
        return new Digitised.Page(
                page.number(),
                page.scan().finest().resolution(),
                page.scan().finest().depth(),
                hidden || written,
                written);
    }

    private static Digitised digitised(PDDocument pdf, List<PdfGlyphs.Page> pages) {
        List<Digitised.Page> pictures = pages.stream()
                .filter(page -> page.scan().isPicture())
                .map(PdfReader::digitisedPage)
                .toList();
        return pictures.isEmpty() ? Digitised.NONE : new Digitised(PdfArchival.declared(pdf), pictures);
    }

    /** A page with characters that the file gives. */
    private static boolean isTyped(PdfGlyphs.Page page) {
        return page.scan().recognised() == null && !page.glyphs().isEmpty();
    }

    private static PageFormat format(PdfGlyphs.Page page, PdfLayout.Format margins) {
        long letters = page.glyphs().stream()
                .filter(g -> Character.isLetter(g.text().codePointAt(0)))
                .count();
        return new PageFormat(
                page.number(),
                -1,
                page.width(),
                page.height(),
                margins.top(),
                margins.right(),
                margins.bottom(),
                margins.left(),
                null,
                null,
                null,
                null,
                page.pictured() && page.scan().recognised() == null && letters < LETTERS_OF_A_RUNNING_HEAD,
                page.turn());
    }

    /** Refuses a file whose text cannot be read by a program: no layer, a layer of banners, or a garbled one. */
    private static void requireText(Document document, List<PdfGlyphs.Page> pages) throws ReadFailure {
        Letters letters = new Letters();
        int firstPage = 0;
        for (Paragraph paragraph : document.bodyParagraphs()) {
            int words = letters.add(paragraph.text());
            firstPage += paragraph.page() == 1 ? words : 0;
        }
        int words = letters.words();
        boolean scanned = pages.stream()
                .anyMatch(page -> page.number() == 1
                        && page.scan().isPicture()
                        && page.scan().recognised() == null);
        if (words < FEWEST_WORDS || scanned && (words < 60 || firstPage < 25 && words < WORDS_OF_A_TEXT)) {
            throw new ReadFailure(
                    ReadFailure.Reason.NO_TEXT_LAYER,
                    words + " words on " + pages.size() + " pages, " + firstPage + " on the first");
        }
        int unmapped = pages.stream().mapToInt(PdfGlyphs.Page::unmapped).sum();
        if (unmapped > (letters.letters() + unmapped) * UNMAPPED) {
            throw new ReadFailure(
                    ReadFailure.Reason.GARBLED_TEXT_LAYER,
                    String.format(
                            Locale.ROOT,
                            "%d of %d characters have no meaning in the file",
                            unmapped,
                            letters.letters() + unmapped));
        }
        if (!letters.areText()) {
            throw new ReadFailure(
                    ReadFailure.Reason.GARBLED_TEXT_LAYER,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the words look Vietnamese, %.0f %% of the letters carry marks",
                            letters.syllables() * 100,
                            letters.marks() * 100));
        }
    }
}
