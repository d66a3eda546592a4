package org.planlint.annotate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.text.Marks;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The header with the page number, in place of headers and footers that hold no more than one. Word cannot track it, so that a comment
 * says it.
 */
final class PageNumberHeader {
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    /** What a page number is written with: "Trang 2/5", "- 2 -". */
    private static final Pattern NUMBER =
            Pattern.compile("[\\s\\d\\p{Pd}/.()|]*(?:trang|page|of)?[\\s\\d\\p{Pd}/.()|]*");

    private final OfficePackage pack;
    private final String main;
    private final Document document;
    private final Pen pen;

    PageNumberHeader(OfficePackage pack, String main, Document document, Pen pen) {
        this.pack = pack;
        this.main = main;
        this.document = document;
        this.pen = pen;
    }

    /** False where headers and footers hold something else, or where it cannot be said. */
    boolean write(Edit.PageNumbers numbers, Element paragraph) throws IOException {
        List<Element> sections = Word.sections(OfficePackage.elements(document));
        if (paragraph == null || sections.isEmpty() || !holdNumbersOnly("header") || !holdNumbersOnly("footer")) {
            return false;
        }
        DocxProperties first = DocxProperties.ofSection(sections.get(0), pen);
        if (first == null) {
            return false;
        }
        for (Element section : sections) {
            for (Element child : Word.children(section)) {
                if (child.getLocalName().equals("headerReference")
                        || child.getLocalName().equals("footerReference")) {
                    section.removeChild(child);
                }
            }
            if (Word.child(section, "pgNumType") != null) {
                DocxProperties properties = DocxProperties.ofSection(section, pen);
                if (properties != null) {
                    properties.set("pgNumType", Map.of(), "fmt");
                }
            }
        }
        pack.remove(main, "header");
        pack.remove(main, "footer");
        boolean strict = document.getDocumentElement().getNamespaceURI().startsWith("http://purl");
        String relations = strict ? STRICT : OFFICE;
        String id = pack.add(main, "headerPlanLint.xml", relations + "/header", TYPES, header(numbers.size()));
        refer(sections.get(0), "default", relations, id);
        if (evenPagesDiffer()) {
            refer(sections.get(0), "even", relations, id);
        }
        first.toggle("titlePg", true);
        DocxComments comments = DocxComments.of(pack, main);
        comments.add(Marks.FIXER, numbers.note(), paragraph, null);
        comments.save();
        return true;
    }

    /** Sections behind the first go on with its headers, having none of their own. */
    private static void refer(Element section, String type, String relations, String id) {
        Element reference = Word.create(section, "headerReference");
        Word.set(reference, "type", type);
        reference.setAttributeNS(relations, "r:id", id);
        section.insertBefore(reference, section.getFirstChild());
    }

    private boolean evenPagesDiffer() throws IOException {
        String settings = pack.target(main, "settings");
        return settings != null
                && pack.has(settings)
                && OfficePackage.elements(pack.xml(settings)).stream()
                        .anyMatch(element -> element.getLocalName().equals("evenAndOddHeaders")
                                && !List.of("0", "false", "off").contains(Word.attribute(element, "val")));
    }

    private boolean holdNumbersOnly(String kind) throws IOException {
        for (String part : pack.targets(main, kind).values()) {
            if (!pack.has(part)) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            for (Element element : OfficePackage.elements(pack.xml(part))) {
                switch (element.getLocalName()) {
                    case "t", "sym" -> text.append(element.getTextContent());
                    case "drawing", "pict", "object", "tbl", "ins", "del" -> {
                        return false;
                    }
                    default -> {}
                }
            }
            if (!NUMBER.matcher(text.toString().toLowerCase(Locale.ROOT)).matches()) {
                return false;
            }
        }
        return true;
    }

    private Document header(double size) {
        Element root = document.getDocumentElement();
        Document header = document.getImplementation().createDocument(root.getNamespaceURI(), "w:hdr", null);
        Element paragraph = Word.create(header.getDocumentElement(), "p");
        header.getDocumentElement().appendChild(paragraph);
        DocxProperties.ofNew(paragraph, DocxProperties.Kind.PARAGRAPH).set("jc", Map.of("val", "center"));
        Element field = Word.create(paragraph, "fldSimple");
        Word.set(field, "instr", " PAGE ");
        Element run = Word.create(paragraph, "r");
        String halves = String.valueOf(Math.round(size * 2));
        DocxProperties type = DocxProperties.ofNew(run, DocxProperties.Kind.RUN);
        type.set("rFonts", Map.of("ascii", "Times New Roman", "hAnsi", "Times New Roman", "cs", "Times New Roman"));
        type.set("sz", Map.of("val", halves));
        type.set("szCs", Map.of("val", halves));
        Element text = Word.create(paragraph, "t");
        text.setTextContent("2");
        run.appendChild(text);
        field.appendChild(run);
        paragraph.appendChild(field);
        return header;
    }
}
