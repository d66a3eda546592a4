package org.planlint.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.planlint.text.Marks;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Small moves on WordprocessingML, in whatever namespace and under whatever prefix the file has it. */
final class Word {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final Set<String> TRACKED = Set.of("ins", "del", "moveFrom", "moveTo");

    private Word() {}

    static String attribute(Element element, String name) {
        return element.getAttributeNS(element.getNamespaceURI(), name);
    }

    static boolean isText(Element node) {
        return node.getLocalName().equals("t") || node.getLocalName().equals("delText");
    }

    // ---- runs ----

    /** Leaves the first characters in the w:t, puts the others into one behind it in a run of its own, and gives that back. */
    static Element cutText(Element text, int at) {
        String all = text.getTextContent();
        Element rest = (Element) text.cloneNode(false);
        setText(text, all.substring(0, at));
        setText(rest, all.substring(at));
        text.getParentNode().insertBefore(rest, text.getNextSibling());
        cutRun(rest);
        return rest;
    }

    /** Moves the node and what follows it in its run into a run of the same type behind it. */
    static void cutRun(Element node) {
        Element run = (Element) node.getParentNode();
        Element rest = (Element) run.cloneNode(false);
        Element type = child(run, "rPr");
        if (type != null) {
            rest.appendChild(type.cloneNode(true));
        }
        for (Node next = node; next != null; ) {
            Node following = next.getNextSibling();
            rest.appendChild(next);
            next = following;
        }
        run.getParentNode().insertBefore(rest, run.getNextSibling());
    }

    private static void setText(Element element, String text) {
        element.setTextContent(text);
        element.setAttributeNS(XML, "xml:space", "preserve");
    }

    static boolean isInBox(Element node) {
        return outermostBox(node) != null;
    }

    static boolean isTracked(Element run) {
        return TRACKED.contains(run.getParentNode().getLocalName());
    }

    /** The run of a w:t; where that lies in a text box, the run of the body that the box hangs on. */
    static Element runOutsideBoxes(Element node) {
        Node at = outermostBox(node) == null ? node : outermostBox(node);
        while (at.getParentNode() != null && !"r".equals(at.getLocalName())) {
            at = at.getParentNode();
        }
        return (Element) at;
    }

    private static Node outermostBox(Element node) {
        Node box = null;
        for (Node at = node; at != null; at = at.getParentNode()) {
            box = "txbxContent".equals(at.getLocalName()) ? at : box;
        }
        return box;
    }

    // ---- tracked changes ----

    /** Strikes these neighbouring runs out and puts {@code with} behind them, if it is not empty. */
    static void change(List<Element> runs, String with, Pen pen) {
        Element first = runs.get(0);
        Node parent = first.getParentNode();
        Element deleted = pen.mark(first, "del");
        parent.insertBefore(deleted, first);
        if (!with.isEmpty()) {
            parent.insertBefore(inserted(first, with, pen), deleted.getNextSibling());
        }
        for (Element gone : runs) {
            deleted.appendChild(gone);
            rename(gone, "t", "delText");
        }
    }

    /** Puts {@code with} before or behind the run, in its type. */
    static void insert(Element run, boolean behind, String with, Pen pen) {
        run.getParentNode().insertBefore(inserted(run, with, pen), behind ? run.getNextSibling() : run);
    }

    private static Element inserted(Element like, String with, Pen pen) {
        Element inserted = pen.mark(like, "ins");
        Element run = create(like, "r");
        Element type = child(like, "rPr");
        if (type != null) {
            Element own = (Element) type.cloneNode(true);
            Element changed = child(own, "rPrChange");
            if (changed != null) {
                own.removeChild(changed);
            }
            run.appendChild(own);
        }
        Element text = create(like, "t");
        setText(text, with);
        run.appendChild(text);
        inserted.appendChild(run);
        return inserted;
    }

    /** Puts what was struck out back as it stood. */
    static void restore(Element deleted) {
        while (deleted.getFirstChild() != null) {
            Node run = deleted.getFirstChild();
            if (run instanceof Element element) {
                rename(element, "delText", "t");
            }
            deleted.getParentNode().insertBefore(run, deleted);
        }
        deleted.getParentNode().removeChild(deleted);
    }

    private static void rename(Element run, String from, String to) {
        NodeList children = run.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element text && text.getLocalName().equals(from)) {
                String prefix = text.getPrefix();
                run.getOwnerDocument()
                        .renameNode(text, text.getNamespaceURI(), prefix == null ? to : prefix + ":" + to);
            }
        }
    }

    // ---- sections ----

    /** Those that are in force, not those that a change keeps. */
    static List<Element> sections(List<Element> elements) {
        return elements.stream()
                .filter(element -> element.getLocalName().equals("sectPr")
                        && List.of("body", "pPr")
                                .contains(element.getParentNode().getLocalName()))
                .toList();
    }

    // ---- comments ----

    /** Sets the bounds of a comment around these runs, or around the whole paragraph where there are none. */
    static void frame(Element paragraph, Element[] ends, String id) {
        Element start = create(paragraph, "commentRangeStart");
        Element end = create(paragraph, "commentRangeEnd");
        Element reference = create(paragraph, "r");
        Element mark = create(paragraph, "commentReference");
        set(start, "id", id);
        set(end, "id", id);
        set(mark, "id", id);
        reference.appendChild(mark);
        if (ends == null) {
            Element properties = child(paragraph, "pPr");
            paragraph.insertBefore(start, properties == null ? paragraph.getFirstChild() : properties.getNextSibling());
            paragraph.appendChild(end);
            paragraph.appendChild(reference);
            return;
        }
        Node first = outsideChange(ends[0]);
        Node last = outsideChange(ends[1]);
        if (last.getNextSibling() instanceof Element next
                && next.getLocalName().equals("ins")
                && Marks.AUTHOR.equals(attribute(next, "author"))) {
            last = next;
        }
        first.getParentNode().insertBefore(start, first);
        Node parent = last.getParentNode();
        parent.insertBefore(end, last.getNextSibling());
        parent.insertBefore(reference, end.getNextSibling());
    }

    private static Node outsideChange(Element run) {
        return isTracked(run) ? run.getParentNode() : run;
    }

    static Element comment(Document comments, String author, String id, String text) {
        Element root = comments.getDocumentElement();
        Element comment = create(root, "comment");
        set(comment, "id", id);
        set(comment, "author", author);
        set(comment, "initials", "PL");
        for (String line : text.split("\n")) {
            Element paragraph = create(root, "p");
            Element run = create(root, "r");
            Element words = create(root, "t");
            setText(words, line);
            run.appendChild(words);
            paragraph.appendChild(run);
            comment.appendChild(paragraph);
        }
        return comment;
    }

    // ---- nodes ----

    static Element create(Element like, String name) {
        String prefix = like.getPrefix();
        return like.getOwnerDocument()
                .createElementNS(like.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
    }

    static void set(Element element, String name, String value) {
        String prefix = element.getPrefix() == null ? "w" : element.getPrefix();
        element.setAttributeNS(element.getNamespaceURI(), prefix + ":" + name, value);
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(name)) {
                return element;
            }
        }
        return null;
    }
}
