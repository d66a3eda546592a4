package org.planlint.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    /** Where something was put in. */
    private final Set<Integer> filled = new HashSet<>();

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

    /** The runs that hold these characters and no others; none where one holds others too, or lies in a text box. */
    List<Element> runs(int start, int end) {
        List<Element> runs = new ArrayList<>();
        for (Bit bit : bits) {
            if (bit.start < end && start < bit.end) {
                if (bit.start < start || bit.end > end || Word.isInBox(bit.node)) {
                    return List.of();
                }
                Element run = (Element) bit.node.getParentNode();
                if (!runs.contains(run)) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    /** Whether these are all its characters. */
    boolean isWhole(int start, int end) {
        return bits.stream().allMatch(bit -> start <= bit.start && bit.end <= end);
    }

    /** Makes all of these changes, each tracked; none and false where the runs of one do not allow it. */
    boolean replace(List<Note.Change> changes, Pen pen) {
        for (Note.Change change : changes) {
            if (change.start() == change.end()
                    ? neighbour(change) == null
                    : runs(change).isEmpty()) {
                return false;
            }
        }
        for (Note.Change change : changes) {
            if (change.start() == change.end()) {
                Bit like = neighbour(change);
                Word.insert((Element) like.node.getParentNode(), like.end == change.start(), change.with(), pen);
                filled.add(change.start());
            } else {
                Word.change(runs(change), change.with(), pen);
            }
        }
        return !changes.isEmpty();
    }

    /** The runs that hold these characters and no others, one beside the other; none where there are no such. */
    private List<Element> runs(Note.Change change) {
        List<Element> runs = new ArrayList<>();
        int covered = change.start();
        for (Bit bit : bits) {
            if (bit.start < change.end() && change.start() < bit.end) {
                if (bit.start != covered || bit.end > change.end() || !isOpen(bit)) {
                    return List.of();
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
        return together ? runs : List.of();
    }

    /**
     * The characters beside which others are put in, and in whose type: those before, as with a mark behind a word; those behind
     * where the others go on with them, as with a zero before a figure.
     */
    private Bit neighbour(Note.Change change) {
        if (filled.contains(change.start())) {
            return null;
        }
        Bit before = null;
        Bit behind = null;
        for (Bit bit : bits) {
            before = bit.end == change.start() && isOpen(bit) ? bit : before;
            behind = behind == null && bit.start == change.start() && isOpen(bit) ? bit : behind;
        }
        if (before == null || behind == null) {
            return before == null ? behind : before;
        }
        int last = change.with().codePointBefore(change.with().length());
        int left = before.node
                .getTextContent()
                .codePointBefore(before.node.getTextContent().length());
        int right = behind.node.getTextContent().codePointAt(0);
        return Character.isLetterOrDigit(last) && Character.isLetterOrDigit(right) && !Character.isLetterOrDigit(left)
                ? behind
                : before;
    }

    /** Whether it is text that nobody has a change open on, and on which one can be shown. */
    private static boolean isOpen(Bit bit) {
        return Word.isText(bit.node)
                && !bit.node.getTextContent().isEmpty()
                && !Word.isInBox(bit.node)
                && !Word.isTracked((Element) bit.node.getParentNode());
    }
}
