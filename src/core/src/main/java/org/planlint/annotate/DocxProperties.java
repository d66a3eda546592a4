package org.planlint.annotate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlint.text.Marks;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The properties of a run, a paragraph or a section, changed so that Word shows what they were. */
final class DocxProperties {
    /** A kind of properties: how its element is named, in what order its children stand, and which no change is kept of. */
    enum Kind {
        RUN(
                "rPr",
                Set.of("ins", "del", "moveFrom", "moveTo"),
                "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
                        + " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText"
                        + " vertAlign rtl cs em lang eastAsianLayout specVanish oMath"),
        PARAGRAPH(
                "pPr",
                Set.of("rPr", "sectPr"),
                "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
                        + " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
                        + " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc"
                        + " textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"),
        SECTION(
                "sectPr",
                Set.of("headerReference", "footerReference"),
                "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
                        + " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
                        + " printerSettings");

        private final String element;
        private final Set<String> notKept;
        private final List<String> order;

        Kind(String element, Set<String> notKept, String order) {
            this.element = element;
            this.notKept = notKept;
            this.order = List.of(order.split(" "));
        }

        /** What is of another namespace or unknown stands behind all, and last what was there before. */
        private int place(String child) {
            int at = order.indexOf(child);
            return at >= 0 ? at : child.equals(element + "Change") ? order.size() + 1 : order.size();
        }
    }

    private final Kind kind;
    private final Element element;

    private DocxProperties(Kind kind, Element element) {
        this.kind = kind;
        this.element = element;
    }

    /**
     * Those of a run or paragraph, made where it has none; what they were is kept, once for all changes of this pen.
     *
     * @return null where somebody else has a change of them open
     */
    static DocxProperties of(Element owner, Kind kind, Pen pen) {
        return open(child(owner, kind), kind, pen);
    }

    private static Element child(Element owner, Kind kind) {
        Element element = Word.child(owner, kind.element);
        if (element == null) {
            element = Word.create(owner, kind.element);
            owner.insertBefore(element, owner.getLocalName().equals("pPr") ? place(owner) : owner.getFirstChild());
        }
        return element;
    }

    /** Behind which a paragraph's properties keep those of its mark. */
    private static Node place(Element paragraphProperties) {
        for (Node at = paragraphProperties.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element child
                    && Kind.PARAGRAPH.place(child.getLocalName()) > Kind.PARAGRAPH.place("rPr")) {
                return at;
            }
        }
        return null;
    }

    /** Those of a section. */
    static DocxProperties ofSection(Element section, Pen pen) {
        return open(section, Kind.SECTION, pen);
    }

    /** Those of a run or paragraph that is new itself: nothing is kept of what they were. */
    static DocxProperties ofNew(Element owner, Kind kind) {
        return new DocxProperties(kind, child(owner, kind));
    }

    private static DocxProperties open(Element element, Kind kind, Pen pen) {
        Element known = Word.child(element, kind.element + "Change");
        if (known != null) {
            return Marks.FIXER.equals(Word.attribute(known, "author")) ? new DocxProperties(kind, element) : null;
        }
        Element before = (Element) element.cloneNode(true);
        for (Element child : Word.children(before)) {
            if (kind.notKept.contains(child.getLocalName())) {
                before.removeChild(child);
            }
        }
        Element change = pen.mark(element, kind.element + "Change");
        change.appendChild(before);
        element.appendChild(change);
        return new DocxProperties(kind, element);
    }

    /** Gives a property these attributes, and takes others from it; it is made at its place where there is none. */
    void set(String name, Map<String, String> attributes, String... gone) {
        Element property = Word.child(element, name);
        if (property == null) {
            property = Word.create(element, name);
            Node before = element.getFirstChild();
            while (before != null
                    && !(before instanceof Element next && kind.place(next.getLocalName()) > kind.place(name))) {
                before = before.getNextSibling();
            }
            element.insertBefore(property, before);
        }
        for (String attribute : gone) {
            property.removeAttributeNS(property.getNamespaceURI(), attribute);
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            Word.set(property, attribute.getKey(), attribute.getValue());
        }
    }

    /** Sets a property that is on or off. */
    void toggle(String name, boolean on) {
        if (on) {
            set(name, Map.of(), "val");
        } else {
            set(name, Map.of("val", "0"));
        }
    }
}
