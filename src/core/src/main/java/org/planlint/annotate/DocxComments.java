package org.planlint.annotate;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The comments of a docx, which are a part of their own; it is made with the first. */
final class DocxComments {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
    private static final String CONTENT_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private final OfficePackage pack;
    private final String main;
    private Document comments;
    /** The number of the next that is added; null before the first. */
    private Integer next;

    private DocxComments(OfficePackage pack, String main, Document comments) {
        this.pack = pack;
        this.main = main;
        this.comments = comments;
    }

    static DocxComments of(OfficePackage pack, String main) throws IOException {
        String part = pack.target(main, "comments");
        return new DocxComments(pack, main, part == null || !pack.has(part) ? null : pack.xml(part));
    }

    /** Takes away those of this author; what bounds them in the text still stands there. */
    Set<String> takeOut(String author) {
        Set<String> gone = new HashSet<>();
        if (comments != null) {
            for (Element comment : OfficePackage.elements(comments)) {
                if (comment.getLocalName().equals("comment") && author.equals(Word.attribute(comment, "author"))) {
                    gone.add(Word.attribute(comment, "id"));
                    comment.getParentNode().removeChild(comment);
                }
            }
        }
        return gone;
    }

    /** Takes away a bound or the mark of a comment in the text, if it is of one of these. */
    static void takeOutBound(Element bound, Set<String> comments) {
        if (comments.contains(Word.attribute(bound, "id"))) {
            Node gone = bound.getLocalName().equals("commentReference") ? bound.getParentNode() : bound;
            gone.getParentNode().removeChild(gone);
        }
    }

    /** Adds one around these runs, or around the whole paragraph where {@code ends} is null. */
    void add(String author, String text, Element paragraph, Element[] ends) {
        if (comments == null) {
            comments = paragraph
                    .getOwnerDocument()
                    .getImplementation()
                    .createDocument(paragraph.getNamespaceURI(), "w:comments", null);
        }
        if (next == null) {
            next = Word.children(comments.getDocumentElement()).stream()
                    .mapToInt(comment -> Pen.number(comment) + 1)
                    .max()
                    .orElse(0);
        }
        String id = String.valueOf(next++);
        Word.frame(paragraph, ends, id);
        comments.getDocumentElement().appendChild(Word.comment(comments, author, id, text));
    }

    /** Puts them into the package, if there are any. */
    void save() throws IOException {
        String part = pack.target(main, "comments");
        if (comments != null && part != null) {
            pack.put(part, comments);
        } else if (comments != null) {
            boolean strict = comments.getDocumentElement().getNamespaceURI().startsWith("http://purl");
            pack.add(main, "comments.xml", strict ? STRICT : OFFICE, CONTENT_TYPE, comments);
        }
    }
}
