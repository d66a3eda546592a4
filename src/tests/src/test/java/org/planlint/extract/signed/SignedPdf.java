package org.planlint.extract.signed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.planlint.samples.Face;

/** A pdf as it is signed step by step, each step an incremental save. */
final class SignedPdf {
    private byte[] bytes;
    private String digest = "SHA256";
    private boolean held;
    private boolean dated = true;

    SignedPdf(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** By this digest from now on: "SHA1". */
    SignedPdf by(String name) {
        digest = name;
        return this;
    }

    /** The message holds the digest from now on: adbe.pkcs7.sha1. */
    SignedPdf holding() {
        held = true;
        return this;
    }

    /** The time stands in the file beside the signature alone from now on, as PAdES has it. */
    SignedPdf undated() {
        dated = false;
        return this;
    }

    SignedPdf sign(Keys keys, Instant time) throws Exception {
        return sign(keys, time, 0, null, "");
    }

    /** What a signature holds, made of the bytes that it covers. */
    interface Message {
        byte[] over(byte[] content) throws Exception;
    }

    /** Signs once more, in this form. */
    SignedPdf sign(String form, byte[] certificate, Message message) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(form));
            if (certificate != null) {
                signature.getCOSObject().setItem("Cert", new COSString(certificate));
            }
            options.setPreferredSignatureSize(20_000);
            pdf.addSignature(
                    signature,
                    content -> {
                        try {
                            return message.over(content.readAllBytes());
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            bytes = out.toByteArray();
        }
        return this;
    }

    /** Takes the fields out of the form; their pictures stay upon the pages. */
    SignedPdf withoutForm() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            pdf.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM);
            pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            save(pdf);
        }
        return this;
    }

    /**
     * Signs once more.
     *
     * @param page  on which its picture lies, from 1; 0 for none
     * @param frame of the picture, from the lower left corner of the page
     * @param words that it prints
     */
    SignedPdf sign(Keys keys, Instant time, int page, PDRectangle frame, String words) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(
                    held
                            ? PDSignature.SUBFILTER_ADBE_PKCS7_SHA1
                            : dated
                                    ? PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED
                                    : PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            Calendar when = Calendar.getInstance(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
            when.setTimeInMillis(time.toEpochMilli());
            signature.setSignDate(when);
            options.setPreferredSignatureSize(20_000);
            options.setPage(Math.max(0, page - 1));
            pdf.addSignature(
                    signature,
                    content -> {
                        try {
                            return keys.message(content.readAllBytes(), digest, dated ? time : null, held);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    options);
            if (page > 0) {
                PDAnnotationWidget widget = pdf.getSignatureFields()
                        .get(pdf.getSignatureFields().size() - 1)
                        .getWidgets()
                        .get(0);
                show(pdf, widget, frame, words);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            bytes = out.toByteArray();
        }
        return this;
    }

    private static void show(PDDocument pdf, PDAnnotationWidget widget, PDRectangle frame, String words)
            throws Exception {
        widget.setRectangle(frame);
        PDAppearanceStream picture = new PDAppearanceStream(pdf);
        picture.setResources(new PDResources());
        picture.setBBox(new PDRectangle(frame.getWidth(), frame.getHeight()));
        PDFont font = Face.in(pdf, false);
        try (PDPageContentStream out = new PDPageContentStream(pdf, picture)) {
            out.beginText();
            out.setFont(font, 10);
            out.newLineAtOffset(1, 2);
            out.showText(words);
            out.endText();
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.getCOSObject().setDirect(true);
        appearance.setNormalAppearance(picture);
        widget.setAppearance(appearance);
        widget.setPrinted(true);
        widget.getCOSObject().setNeedToBeUpdated(true);
    }

    /** Prints a line over the first page, behind all signatures. */
    SignedPdf write(String words) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            PDPage page = pdf.getPage(0);
            PDFont font = Face.in(pdf, false);
            try (PDPageContentStream out =
                    new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                out.beginText();
                out.setFont(font, 12);
                out.newLineAtOffset(100, 100);
                out.showText(words);
                out.endText();
            }
            COSDictionary changed = page.getCOSObject();
            changed.setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            save(pdf);
        }
        return this;
    }

    /** Sets a note upon the first page, behind all signatures. */
    SignedPdf note(String words) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            PDPage page = pdf.getPage(0);
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(50, 50, 20, 20));
            note.setContents(words);
            var notes = page.getAnnotations();
            notes.add(note);
            page.setAnnotations(notes);
            page.getCOSObject().setNeedToBeUpdated(true);
            save(pdf);
        }
        return this;
    }

    private void save(PDDocument pdf) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.saveIncremental(out);
        bytes = out.toByteArray();
    }
}
