package org.planlint.annotate;

import java.util.ArrayList;
import java.util.List;
import org.planlint.extract.word.DocxPlaces;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A w:p whose runs can be cut where notes begin and end. */
final class DocxParagraph {
    /** Characters {@code start} to {@code end} of the paragraph's text, which one node of a run holds. */
    private static final class Bit {
        private final int start;
        private int end;
        private final Element node;

        private Bit(int start, int end, Element node) {
            this.start = start;
            this.end = end;
            this.node = node;
        }
    }

    private final Element element;
    private final List<Bit> bits = new ArrayList<>();

    DocxParagraph(Element element, List<DocxPlaces.Piece> pieces, List<Element> elements) {
        this.element = element;
        pieces.forEach(piece -> bits.add(new Bit(piece.start(), piece.end(), elements.get(piece.element()))));
    }

    Element element() {
        return element;
    }

    /** Makes a run begin at this character, if its text can be cut there. */
    void split(int at) {
        for (int i = 0; i < bits.size(); i++) {
            Bit bit = bits.get(i);
            if (bit.start < at
                    && at < bit.end
                    && Word.isText(bit.node)
                    && bit.node.getTextContent().length() == bit.end - bit.start) {
                bits.add(i + 1, new Bit(at, bit.end, Word.cutText(bit.node, at - bit.start)));
                bit.end = at;
            }
            if (bit.start == at && i > 0 && bits.get(i - 1).node.getParentNode() == bit.node.getParentNode()) {
                Word.cutRun(bit.node);
            }
        }
    }

    /**
     * The first and the last run of these characters; null where no run holds any, as with list numbers that Word computes.
     * Word knows no comment in a text box: there it is the run that the box hangs on.
     */
    Element[] ends(int start, int end) {
        Element first = null;
        Element last = null;
        for (Bit bit : bits) {
            if (bit.start < end && start < bit.end) {
                first = first == null ? bit.node : first;
                last = bit.node;
            }
        }
        return first == null ? null : new Element[] {Word.runOutsideBoxes(first), Word.runOutsideBoxes(last)};
    }

    /** Strikes the characters out and puts others behind them, as a tracked change; false where their runs do not allow it. */
    boolean replace(Note.Change change, int id) {
        List<Element> runs = new ArrayList<>();
        int covered = change.start();
        for (Bit bit : bits) {
            if (bit.start < change.end() && change.start() < bit.end) {
                if (bit.start != covered
                        || bit.end > change.end()
                        || !Word.isText(bit.node)
                        || Word.isInBox(bit.node)) {
                    return false;
                }
                covered = bit.end;
                Element run = (Element) bit.node.getParentNode();
                if (!runs.contains(run)) {
                    runs.add(run);
                }
            }
        }
        boolean together = !runs.isEmpty() && covered == change.end();
        for (int i = 1; i < runs.size() && together; i++) {
            Node next = runs.get(i - 1).getNextSibling();
            together = next == runs.get(i);
        }
        if (!together || Word.isTracked(runs.get(0))) {
            return false;
        }
        Word.change(runs, change.with(), id);
        return true;
    }
}
