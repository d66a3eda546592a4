package org.planlint.annotate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.word.DocxPlaces;
import org.planlint.text.Marks;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes Word comments at the exact words, and sure replacements as tracked changes. What it wrote before is taken out
 * first, so that a copy of a copy is the same copy. Comments bear no date: the same plan gives the same bytes.
 */
final class DocxAnnotator implements Annotator {
    @Override
    public byte[] annotate(byte[] file, org.planlint.text.Document read, List<Note> notes)
            throws IOException, ReadFailure {
        OfficePackage pack = new OfficePackage(file);
        String main = pack.mainPart();
        Document document = pack.xml(main);
        DocxComments comments = DocxComments.of(pack, main);
        takeOut(document, comments);
        pack.put(main, document);
        comments.save();
        if (notes.isEmpty()) {
            return pack.bytes();
        }
        DocxPlaces places = DocxPlaces.of(pack.bytes());
        document = pack.xml(main);
        write(document, comments, places, notes);
        pack.put(main, document);
        comments.save();
        return pack.bytes();
    }

    // ---- what was written before ----

    private static void takeOut(Document document, DocxComments comments) {
        Set<String> own = comments.takeOut(Marks.AUTHOR);
        for (Element element : OfficePackage.elements(document)) {
            switch (element.getLocalName()) {
                case "commentRangeStart", "commentRangeEnd", "commentReference" ->
                    DocxComments.takeOutBound(element, own);
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

    private static void write(Document document, DocxComments comments, DocxPlaces places, List<Note> notes) {
        List<Element> elements = OfficePackage.elements(document);
        Pen pen = new Pen(Marks.AUTHOR, elements);
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
            comments.add(
                    Marks.AUTHOR, note.text(), paragraphs.get(note.paragraph()).element(), ends.get(note));
        }
    }
}
