package org.planlint.annotate;

import java.util.List;
import org.w3c.dom.Element;

/** Writes tracked changes under one name, each with a number that no other change of the document has. */
final class Pen {
    private final String author;
    private int next;

    /** @param elements those of the document that it writes into */
    Pen(String author, List<Element> elements) {
        this.author = author;
        this.next = 1;
        for (Element element : elements) {
            if (!Word.attribute(element, "author").isEmpty()) {
                next = Math.max(next, number(element) + 1);
            }
        }
    }

    /** An element that says who changed what it holds. Without a date: the same file gives the same bytes. */
    Element mark(Element like, String name) {
        Element mark = Word.create(like, name);
        Word.set(mark, "id", String.valueOf(next++));
        Word.set(mark, "author", author);
        return mark;
    }

    static int number(Element element) {
        try {
            return Integer.parseInt(Word.attribute(element, "id"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
