package org.planlint.annotate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What Word makes of a docx when somebody accepts or rejects every tracked change of one author. */
public final class Settled {
    private static final Set<String> KEPT = Set.of("rPr", "sectPr", "headerReference", "footerReference");

    private Settled() {}

    public static byte[] accepted(byte[] docx, String author) throws Exception {
        return settle(docx, author, true);
    }

    public static byte[] rejected(byte[] docx, String author) throws Exception {
        return settle(docx, author, false);
    }

    private static byte[] settle(byte[] docx, String author, boolean accept) throws Exception {
        OfficePackage pack = new OfficePackage(docx);
        String main = pack.mainPart();
        Document document = pack.xml(main);
        for (Element change : OfficePackage.elements(document)) {
            if (author.equals(Word.attribute(change, "author"))) {
                switch (change.getLocalName()) {
                    case "ins", "del" -> {
                        if (change.getLocalName().equals("ins") == accept) {
                            Word.restore(change);
                        } else {
                            change.getParentNode().removeChild(change);
                        }
                    }
                    case "rPrChange", "pPrChange", "sectPrChange" -> properties(change, accept);
                    default -> {}
                }
            }
        }
        pack.put(main, document);
        return pack.bytes();
    }

    private static void properties(Element change, boolean accept) throws IOException {
        Element now = (Element) change.getParentNode();
        now.removeChild(change);
        if (accept) {
            return;
        }
        Element last = null;
        for (Element child : Word.children(now)) {
            if (now.getLocalName().equals("rPr") || !KEPT.contains(child.getLocalName())) {
                now.removeChild(child);
            } else if (last == null) {
                last = child;
            }
        }
        List<Element> before = Word.children(Word.children(change).get(0));
        for (Element child : before) {
            now.insertBefore(child, now.getLocalName().equals("pPr") ? last : null);
        }
    }

    /** The changes of one author. */
    public static long changes(byte[] docx, String author) throws Exception {
        OfficePackage pack = new OfficePackage(docx);
        return OfficePackage.elements(pack.xml(pack.mainPart())).stream()
                .filter(element -> author.equals(Word.attribute(element, "author")))
                .count();
    }
}
