package org.planlint.annotate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Marks;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What PlanLint has written into a docx before. */
public final class DocxTracks {
    private static final Set<String> CHANGES = Set.of("rPrChange", "pPrChange", "sectPrChange");

    private DocxTracks() {}

    /**
     * The file without the notes and proposals of {@link Marks#AUTHOR}; the same bytes where it has none.
     *
     * @throws ReadFailure if the file cannot be read
     * @throws IOException if the copy cannot be made
     */
    public static byte[] withoutNotes(byte[] file) throws IOException, ReadFailure {
        return has(file, Marks.AUTHOR) ? new DocxAnnotator().annotate(file, null, List.of()) : file;
    }

    /**
     * The file with what {@link Marks#FIXER} has changed, as if somebody had accepted it; the same bytes where that is nothing.
     *
     * @throws ReadFailure if the file cannot be read
     * @throws IOException if the copy cannot be made
     */
    public static byte[] accepted(byte[] file) throws IOException, ReadFailure {
        if (!has(file, Marks.FIXER)) {
            return file;
        }
        OfficePackage pack = new OfficePackage(file);
        String main = pack.mainPart();
        Document document = pack.xml(main);
        DocxComments comments = DocxComments.of(pack, main);
        Set<String> own = comments.takeOut(Marks.FIXER);
        for (Element element : OfficePackage.elements(document)) {
            String name = element.getLocalName();
            if (name.startsWith("comment")) {
                DocxComments.takeOutBound(element, own);
            } else if (Marks.FIXER.equals(Word.attribute(element, "author"))) {
                if (name.equals("ins")) {
                    Word.restore(element);
                } else if (name.equals("del") || CHANGES.contains(name)) {
                    element.getParentNode().removeChild(element);
                }
            }
        }
        pack.put(main, document);
        comments.save();
        return pack.bytes();
    }

    private static boolean has(byte[] file, String author) throws IOException, ReadFailure {
        OfficePackage pack = new OfficePackage(file);
        String main = pack.mainPart();
        String comments = pack.target(main, "comments");
        return isIn(pack, main, author) || comments != null && pack.has(comments) && isIn(pack, comments, author);
    }

    private static boolean isIn(OfficePackage pack, String part, String author) throws IOException {
        return OfficePackage.elements(pack.xml(part)).stream()
                .anyMatch(element -> author.equals(Word.attribute(element, "author")));
    }
}
