package org.planlint.annotate;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.word.DocxPlaces;
import org.planlint.text.Marks;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes Word comments at the exact words, and sure replacements as tracked changes. What it wrote before is taken out
 * first, so that a copy of a copy is the same copy. Comments bear no date: the same plan gives the same bytes.
 */
final class DocxAnnotator implements Annotator {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private static final String CONTENT_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    @Override
    public byte[] annotate(byte[] file, org.planlint.text.Document read, List<Note> notes)
            throws IOException, ReadFailure {
        OfficePackage pack = new OfficePackage(file);
        String main = pack.target("", "officeDocument");
        if (main == null || !pack.has(main)) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, "no main document part");
        }
        Document document = pack.xml(main);
        String commentsPart = pack.target(main, "comments");
        Document comments = commentsPart == null || !pack.has(commentsPart) ? null : pack.xml(commentsPart);
        takeOut(document, comments);
        pack.put(main, document);
        if (comments != null) {
            pack.put(commentsPart, comments);
        }
        if (notes.isEmpty()) {
            return pack.bytes();
        }
        DocxPlaces places = DocxPlaces.of(pack.bytes());
        document = pack.xml(main);
        String namespace = document.getDocumentElement().getNamespaceURI();
        if (comments == null) {
            comments = document.getImplementation().createDocument(namespace, "w:comments", null);
            pack.add(
                    main,
                    "comments.xml",
                    namespace.startsWith("http://purl")
                            ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
                            : OFFICE,
                    CONTENT_TYPE,
                    comments);
            commentsPart = pack.target(main, "comments");
        }
        write(document, comments, places, notes);
        pack.put(main, document);
        pack.put(commentsPart, comments);
        return pack.bytes();
    }

    // ---- what was written before ----

    private static void takeOut(Document document, Document comments) {
        Set<String> own = new HashSet<>();
        if (comments != null) {
            for (Element comment : OfficePackage.elements(comments)) {
                if (comment.getLocalName().equals("comment") && isOwn(comment)) {
                    own.add(Word.attribute(comment, "id"));
                    comment.getParentNode().removeChild(comment);
                }
            }
        }
        for (Element element : OfficePackage.elements(document)) {
            switch (element.getLocalName()) {
                case "commentRangeStart", "commentRangeEnd" -> {
                    if (own.contains(Word.attribute(element, "id"))) {
                        element.getParentNode().removeChild(element);
                    }
                }
                case "commentReference" -> {
                    if (own.contains(Word.attribute(element, "id"))) {
                        Node run = element.getParentNode();
                        run.getParentNode().removeChild(run);
                    }
                }
                case "ins" -> {
                    if (isOwn(element)) {
                        element.getParentNode().removeChild(element);
                    }
                }
                case "del" -> {
                    if (isOwn(element)) {
                        Word.restore(element);
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean isOwn(Element element) {
        return Marks.AUTHOR.equals(Word.attribute(element, "author"));
    }

    // ---- what is written now ----

    private static void write(Document document, Document comments, DocxPlaces places, List<Note> notes) {
        List<Element> elements = OfficePackage.elements(document);
        Pen pen = new Pen(Marks.AUTHOR, elements);
        int comment = 0;
        for (Element element : OfficePackage.elements(comments)) {
            if (element.getLocalName().equals("comment")) {
                comment = Math.max(comment, Pen.number(element) + 1);
            }
        }
        Map<Integer, DocxParagraph> paragraphs = new HashMap<>();
        Map<Note, Element[]> ends = new HashMap<>();
        Element first = elements.stream()
                .filter(e -> e.getLocalName().equals("p"))
                .findFirst()
                .orElse(null);
        for (Note note : notes) {
            DocxPlaces.Home home = places.home(note.paragraph());
            DocxParagraph paragraph = paragraphs.computeIfAbsent(
                    note.paragraph(),
                    key -> home == null
                            ? new DocxParagraph(first, List.of(), elements)
                            : new DocxParagraph(elements.get(home.element()), home.pieces(), elements));
            paragraph.split(note.start());
            paragraph.split(note.end());
            note.changes().forEach(change -> {
                paragraph.split(change.start());
                paragraph.split(change.end());
            });
        }
        for (Note note : notes) {
            ends.put(note, paragraphs.get(note.paragraph()).ends(note.start(), note.end()));
        }
        for (Note note : notes) {
            paragraphs.get(note.paragraph()).replace(note.changes(), pen);
        }
        for (Note note : notes) {
            String id = String.valueOf(comment++);
            Word.frame(paragraphs.get(note.paragraph()).element(), ends.get(note), id);
            comments.getDocumentElement().appendChild(Word.comment(comments, id, note.text()));
        }
    }
}
