package org.planlint.annotate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.word.DocxPlaces;
import org.planlint.text.Marks;
import org.planlint.text.Paragraph.Alignment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes edits in a copy of a docx, each as a tracked change. */
public final class DocxEditor {
    private static final Map<Alignment, String> ALIGNMENTS = Map.of(
            Alignment.LEFT, "left",
            Alignment.CENTER, "center",
            Alignment.RIGHT, "right",
            Alignment.JUSTIFIED, "both");

    private final OfficePackage pack;
    private final String main;
    private final Document document;
    private final List<Element> elements;
    private final DocxPlaces places;
    private final Pen pen;
    private final Map<Integer, DocxParagraph> paragraphs = new HashMap<>();

    /**
     * The copy, and which of the edits it has: not those in text boxes, headers or notes, nor those where somebody's change is open.
     */
    public record Written(byte[] bytes, List<Edit> done) {
        public Written {
            done = List.copyOf(done);
        }
    }

    private DocxEditor(byte[] file) throws IOException, ReadFailure {
        pack = new OfficePackage(file);
        main = pack.mainPart();
        document = pack.xml(main);
        elements = OfficePackage.elements(document);
        places = DocxPlaces.of(file);
        pen = new Pen(Marks.FIXER, elements);
    }

    /**
     * Makes the edits, whose places are those of the file as it is read.
     *
     * @throws ReadFailure if the file cannot be read
     * @throws IOException if the copy cannot be made
     */
    public static Written write(byte[] file, List<Edit> edits) throws IOException, ReadFailure {
        return new DocxEditor(file).write(edits);
    }

    private Written write(List<Edit> edits) throws IOException {
        for (Edit edit : edits) {
            if (edit instanceof Edit.Words words && paragraph(words.paragraph()) != null) {
                words.changes().forEach(change -> split(words.paragraph(), change.start(), change.end()));
            } else if (edit instanceof Edit.Type type && paragraph(type.paragraph()) != null) {
                split(type.paragraph(), type.start(), type.end());
            }
        }
        List<Edit> done = new ArrayList<>();
        for (Edit edit : edits) {
            if (isMade(edit)) {
                done.add(edit);
            }
        }
        pack.put(main, document);
        return new Written(pack.bytes(), done);
    }

    private boolean isMade(Edit edit) throws IOException {
        if (edit instanceof Edit.Words words) {
            DocxParagraph paragraph = paragraph(words.paragraph());
            return paragraph != null && paragraph.replace(words.changes(), pen);
        }
        if (edit instanceof Edit.Type type) {
            return type(type);
        }
        if (edit instanceof Edit.Setting setting) {
            return setting(setting);
        }
        if (edit instanceof Edit.Page page) {
            return page(page);
        }
        Edit.PageNumbers numbers = (Edit.PageNumbers) edit;
        return new PageNumberHeader(pack, main, document, pen).write(numbers, home(numbers.paragraph()));
    }

    private Element home(int paragraph) {
        DocxPlaces.Home home = places.home(paragraph);
        return home == null ? null : elements.get(home.element());
    }

    /** Null for one that is not of the body. */
    private DocxParagraph paragraph(int index) {
        DocxPlaces.Home home = places.home(index);
        return home == null
                ? null
                : paragraphs.computeIfAbsent(
                        index, key -> new DocxParagraph(elements.get(home.element()), home.pieces(), elements));
    }

    private void split(int paragraph, int start, int end) {
        paragraph(paragraph).split(start);
        paragraph(paragraph).split(end);
    }

    // ---- type ----

    private boolean type(Edit.Type type) {
        DocxParagraph paragraph = paragraph(type.paragraph());
        List<Element> runs = paragraph == null ? List.of() : paragraph.runs(type.start(), type.end());
        List<DocxProperties> all = new ArrayList<>();
        for (Element run : runs) {
            all.add(
                    isNew(run)
                            ? DocxProperties.ofNew(run, DocxProperties.Kind.RUN)
                            : DocxProperties.of(run, DocxProperties.Kind.RUN, pen));
        }
        if (all.isEmpty() || all.contains(null)) {
            return false;
        }
        if (paragraph.isWhole(type.start(), type.end())) {
            // Its mark gives a computed list number its type.
            Element properties = Word.child(paragraph.element(), "pPr");
            DocxProperties mark =
                    properties == null ? null : DocxProperties.of(properties, DocxProperties.Kind.RUN, pen);
            if (mark != null) {
                all.add(mark);
            }
        }
        all.forEach(properties -> type(properties, type));
        return true;
    }

    /** A run that a fix has put in is struck out as a whole where that is rejected. */
    private static boolean isNew(Element run) {
        Element around = (Element) run.getParentNode();
        return around.getLocalName().equals("ins") && Marks.FIXER.equals(Word.attribute(around, "author"));
    }

    private static void type(DocxProperties properties, Edit.Type type) {
        if (type.font() != null) {
            properties.set(
                    "rFonts",
                    Map.of("ascii", type.font(), "hAnsi", type.font(), "cs", type.font(), "eastAsia", type.font()),
                    "asciiTheme",
                    "hAnsiTheme",
                    "cstheme",
                    "eastAsiaTheme");
        }
        if (type.size() != null) {
            String halves = String.valueOf(Math.round(type.size() * 2));
            properties.set("sz", Map.of("val", halves));
            properties.set("szCs", Map.of("val", halves));
        }
        if (type.bold() != null) {
            properties.toggle("b", type.bold());
            properties.toggle("bCs", type.bold());
        }
        if (type.italic() != null) {
            properties.toggle("i", type.italic());
            properties.toggle("iCs", type.italic());
        }
        if (type.black()) {
            properties.set("color", Map.of("val", "auto"), "themeColor", "themeTint", "themeShade");
        }
    }

    // ---- paragraphs ----

    private boolean setting(Edit.Setting setting) {
        Element paragraph = home(setting.paragraph());
        DocxProperties properties = paragraph == null || Word.isInBox(paragraph)
                ? null
                : DocxProperties.of(paragraph, DocxProperties.Kind.PARAGRAPH, pen);
        if (properties == null) {
            return false;
        }
        Map<String, String> spacing = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        if (setting.before() != null) {
            spacing.put("before", twips(setting.before()));
            gone.addAll(List.of("beforeLines", "beforeAutospacing"));
        }
        if (setting.after() != null) {
            spacing.put("after", twips(setting.after()));
            gone.addAll(List.of("afterLines", "afterAutospacing"));
        }
        if (setting.line() != null) {
            spacing.put("line", String.valueOf(Math.round(setting.line() * 240)));
            spacing.put("lineRule", "auto");
        }
        if (!spacing.isEmpty()) {
            properties.set("spacing", spacing, gone.toArray(String[]::new));
        }
        if (setting.before() != null || setting.after() != null) {
            properties.toggle("contextualSpacing", false);
        }
        if (setting.firstLine() != null) {
            properties.set(
                    "ind",
                    Map.of("firstLine", twips(setting.firstLine())),
                    "hanging",
                    "hangingChars",
                    "firstLineChars");
        }
        if (setting.alignment() != null) {
            properties.set("jc", Map.of("val", ALIGNMENTS.get(setting.alignment())));
        }
        return true;
    }

    private static String twips(double points) {
        return String.valueOf(Math.round(points * 20));
    }

    // ---- sections ----

    private boolean page(Edit.Page page) {
        List<Element> sections = Word.sections(elements);
        DocxProperties properties =
                page.section() >= sections.size() ? null : DocxProperties.ofSection(sections.get(page.section()), pen);
        if (properties == null) {
            return false;
        }
        Map<String, String> size = new LinkedHashMap<>();
        put(size, "w", page.width());
        put(size, "h", page.height());
        if (!size.isEmpty()) {
            properties.set("pgSz", size, "code");
        }
        Map<String, String> margins = new LinkedHashMap<>();
        put(margins, "top", page.top());
        put(margins, "right", page.right());
        put(margins, "bottom", page.bottom());
        put(margins, "left", page.left());
        if (!margins.isEmpty()) {
            properties.set("pgMar", margins);
        }
        return true;
    }

    private static void put(Map<String, String> attributes, String name, Double points) {
        if (points != null) {
            attributes.put(name, twips(points));
        }
    }
}
