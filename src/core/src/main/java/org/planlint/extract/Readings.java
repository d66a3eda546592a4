package org.planlint.extract;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.planlint.codec.KeptRecords;
import org.planlint.codec.RecordCodec;
import org.planlint.text.Capability;
import org.planlint.text.DigitalSignature;
import org.planlint.text.Digitised;
import org.planlint.text.Document;
import org.planlint.text.DrawnLine;
import org.planlint.text.InkMap;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.RecognisedPage;
import org.planlint.text.Revision;
import org.planlint.text.Table;
import org.planlint.text.TextLine;

/**
 * What was read of files, kept in a folder, so that other rules can judge them without reading them anew. Named by content;
 * many processes may share it.
 */
public final class Readings {
    /** A file that holds a document can make nothing but these. */
    public static final List<Class<?>> KINDS = List.of(
            Document.class,
            Capability.class,
            Table.class,
            Table.Row.class,
            Table.Cell.class,
            Paragraph.class,
            Paragraph.Box.class,
            Paragraph.Run.class,
            Paragraph.Layout.class,
            Paragraph.Alignment.class,
            Paragraph.LineRule.class,
            Place.class,
            TextLine.class,
            float[].class,
            byte[].class,
            RecognisedPage.class,
            InkMap.class,
            long[].class,
            PageFormat.class,
            PageNumbering.class,
            PageNumbering.Shown.class,
            DrawnLine.class,
            DrawnLine.How.class,
            Digitised.class,
            Digitised.Page.class,
            DigitalSignature.class,
            DigitalSignature.Kind.class,
            DigitalSignature.Role.class,
            DigitalSignature.TimeFrom.class,
            DigitalSignature.Added.class,
            DigitalSignature.Trust.class,
            DigitalSignature.Certificate.class,
            Revision.class,
            Revision.Kind.class);

    private static final KeptRecords<Document> KEPT = new KeptRecords<>(new RecordCodec(KINDS), Document.class);

    private final Path folder;

    /** @param folder made where it is missing, when there is something to keep */
    public Readings(Path folder) {
        this.folder = folder;
    }

    /**
     * What was read of a file of this content before; null for nothing, or for what cannot be used.
     *
     * @param key  names the content and the reader
     * @param name the file's name now
     */
    public Document recall(String key, String name) {
        Document known = KEPT.recall(file(key));
        return known == null ? null : known.named(name);
    }

    /**
     * Keeps it, whole or not at all.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public void keep(String key, Document document) {
        KEPT.keep(file(key), document);
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }
}
