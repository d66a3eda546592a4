package org.planlint.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.extract.odt.OdtReader;
import org.planlint.extract.pdf.PdfReader;
import org.planlint.extract.pdf.PictureReader;
import org.planlint.extract.tika.TikaReader;
import org.planlint.extract.word.DocReader;
import org.planlint.extract.word.DocxReader;
import org.planlint.text.Document;

/** Finds out what a file is, whatever its name says, and hands it to the reader of its format. */
public final class Extractor {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final String DOC = "application/msword";
    private static final String ODT = "application/vnd.oasis.opendocument.text";
    /** Files of these names are no text, whatever their bytes: a page of an error, what is left of a broken transfer. */
    private static final Pattern NAMED_OTHERWISE =
            Pattern.compile("(?i).*\\.(?:pdf|doc|docx|docm|dotx|odt|ott)", Pattern.DOTALL);

    private static final Reader TIKA = new TikaReader();
    private static final Reader TEXT = new TextReader();
    private static final Set<String> OLE = Set.of("application/x-tika-msoffice", DOC);
    /** What is told to be protected before it is looked into. */
    private static final Set<String> PROTECTED =
            Set.of("application/x-tika-ooxml-protected", "application/x-tika-ole-drm-encrypted");
    /** Where encryption, and where the management of rights puts what is kept. [MS-OFFCRYPTO] 1.3. */
    private static final List<String> ENCRYPTED_PARTS =
            List.of("EncryptedPackage", "\tDRMContent", "\tDRMViewerContent", "\006DataSpaces");

    private static final Map<String, Reader> READERS_OF_TEXT = Map.ofEntries(
            Map.entry(DOCX, new DocxReader()),
            Map.entry("application/vnd.ms-word.document.macroenabled.12", new DocxReader()),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.template", new DocxReader()),
            Map.entry(DOC, new DocReader()),
            Map.entry("text/plain", TEXT),
            Map.entry("text/markdown", TEXT),
            Map.entry("text/x-web-markdown", TEXT),
            Map.entry("text/html", TIKA),
            Map.entry("application/xhtml+xml", TIKA),
            Map.entry("application/rtf", TIKA),
            Map.entry(ODT, new OdtReader()),
            Map.entry("application/vnd.oasis.opendocument.text-template", new OdtReader()),
            Map.entry("text/rtf", TIKA));

    private final Map<String, Reader> readers = new HashMap<>(READERS_OF_TEXT);
    private final Detector ofOle = new POIFSContainerDetector();

    /** Knows what of all kinds there are, and takes as long to be made as all else that a start needs: most files tell by their first bytes. */
    private static final class OfAllKinds {
        static final Detector DETECTOR = new DefaultDetector(Extractor.class.getClassLoader());

        private OfAllKinds() {}
    }

    static {
        // A plan compresses well: repeated table mark-up may pass POI's default ratio of 1:100.
        ZipSecureFile.setMinInflateRatio(0.001);
        ZipSecureFile.setMaxEntrySize(200L << 20);
    }

    /** Leaves pages that are pictures unread. */
    public Extractor() {
        this(null);
    }

    /** @param recognition reads pages that are pictures; null for none */
    public Extractor(PageRecognition recognition) {
        readers.put(PDF, new PdfReader(recognition));
        Reader pictures = new PictureReader(recognition);
        List.of("image/tiff", "image/png", "image/jpeg").forEach(type -> readers.put(type, pictures));
    }

    /**
     * What the bytes are, as a media type without parameters.
     *
     * @param name the file's name, which decides only where the bytes leave it open
     * @throws ReadFailure if they cannot be looked at
     */
    public String detect(String name, byte[] bytes) throws ReadFailure {
        if (DocxMark.isPlain(bytes)) {
            return DOCX;
        }
        if (FirstBytes.arePdf(name, bytes)) {
            return PDF;
        }
        if (FirstBytes.areOdt(bytes)) {
            return ODT;
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (TikaInputStream stream = TikaInputStream.get(bytes, metadata)) {
            if (FirstBytes.areOle(bytes)
                    && ofOle.detect(stream, metadata).toString().equals(DOC)) {
                return DOC;
            }
            String type =
                    OfAllKinds.DETECTOR.detect(stream, metadata).getBaseType().toString();
            if (type.equals(PDF) && PdfMark.isOnlyNamed(bytes)) {
                return "text/plain";
            }
            return isUndecided(type) && PdfMark.isIn(bytes) ? PDF : type;
        } catch (IOException e) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, message(e), e);
        }
    }

    private static boolean isUndecided(String type) {
        return type.startsWith("text/") || type.equals("application/octet-stream");
    }

    /**
     * Reads a file once, with its layout.
     *
     * @param mediaType as {@link #detect} found it
     * @throws ReadFailure if nothing in it can be checked; its reason says why
     */
    public Document read(String name, byte[] bytes, String mediaType) throws ReadFailure {
        return read(new Source(name, bytes, mediaType));
    }

    /** The same, telling of each page that is recognised. */
    public Document read(Source source) throws ReadFailure {
        byte[] bytes = source.bytes();
        String mediaType = source.mediaType();
        if (bytes.length == 0 || isBlank(bytes)) {
            throw new ReadFailure(ReadFailure.Reason.EMPTY, "0 bytes of text");
        }
        if (PROTECTED.contains(mediaType)
                || OLE.contains(mediaType) && isEncryptedPackage(bytes)
                || mediaType.equals(PDF) && isForCertificates(bytes)) {
            throw new ReadFailure(ReadFailure.Reason.ENCRYPTED, mediaType);
        }
        Reader reader = readerOf(mediaType);
        if (reader == null) {
            throw new ReadFailure(ReadFailure.Reason.UNSUPPORTED, mediaType);
        }
        if (reader == TEXT && NAMED_OTHERWISE.matcher(source.name()).matches()) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, "named otherwise, but " + mediaType);
        }
        CutOff.refuse(bytes, mediaType);
        try {
            Document document = reader.read(source);
            try {
                if (document.paragraphs().stream().allMatch(p -> p.text().isBlank())) {
                    throw new ReadFailure(ReadFailure.Reason.NO_TEXT, mediaType);
                }
                LostLetters.refuse(document);
            } catch (ReadFailure failure) {
                throw failure.signed(document.signatures());
            }
            return document;
        } catch (ReadFailure failure) {
            throw failure;
        } catch (EncryptedDocumentException e) {
            throw new ReadFailure(ReadFailure.Reason.ENCRYPTED, message(e), e);
        } catch (RecordFormatException e) {
            throw new ReadFailure(
                    tooLarge(e) ? ReadFailure.Reason.TOO_LARGE : ReadFailure.Reason.BROKEN, message(e), e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new ReadFailure(ReadFailure.Reason.CRASHED, e.getClass().getSimpleName(), e);
        } catch (Exception e) {
            throw new ReadFailure(
                    tooLarge(e) ? ReadFailure.Reason.TOO_LARGE : ReadFailure.Reason.BROKEN, message(e), e);
        }
    }

    private Reader readerOf(String mediaType) {
        Reader reader = readers.get(mediaType);
        if (reader == null && mediaType.startsWith("text/")) {
            return TEXT;
        }
        return reader;
    }

    /** Whether it is encrypted for who has a certificate. ISO 32000-1, 7.6.4. */
    private static boolean isForCertificates(byte[] bytes) {
        return CutOff.holds(bytes, "/Encrypt") && CutOff.holds(bytes, "/Adobe.PubSec");
    }

    private static boolean isEncryptedPackage(byte[] bytes) {
        try (var files = new org.apache.poi.poifs.filesystem.POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return ENCRYPTED_PARTS.stream().anyMatch(files.getRoot()::hasEntry);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }

    /** POI's and the JDK's limits speak only through the words of their messages. */
    private static boolean tooLarge(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String text = String.valueOf(t.getMessage());
            if (text.contains("Zip bomb")
                    || text.contains("exceed the max")
                    || text.contains("maximum length")
                    || t instanceof ZipException && text.contains("bomb")) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable e) {
        String text = e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.lines().findFirst().orElse("").strip();
    }
}
