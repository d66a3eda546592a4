package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.samples.Programs;
import org.planlint.samples.StartsPrograms;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.DrawnLine;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.Run;
import org.w3c.dom.Element;

/**
 * What is read of the layout of real files against their own XML and against LibreOffice: it saves each as odt, and that is read.
 * All disagreements are printed by kind; they may be LibreOffice's.
 */
@StartsPrograms
class LayoutAgreementTest {
    private static final Path REAL = Path.of("../shared/corpus/files");
    /** LibreOffice lays some files out in its own way. */
    private static final double MOST = 0.03;

    private final Map<String, int[]> counts = new TreeMap<>();

    private static List<Path> files(String... endings) throws Exception {
        assumeTrue(Files.isDirectory(REAL), "no real files beside the checkout");
        try (Stream<Path> all = Files.list(REAL)) {
            return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static Document read(Path file) throws Exception {
        Extractor extractor = new Extractor();
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        return extractor.read(name, bytes, extractor.detect(name, bytes));
    }

    private void compare(String kind, Object ours, Object theirs) {
        int[] count = counts.computeIfAbsent(kind, k -> new int[2]);
        count[1]++;
        boolean same = ours instanceof Double a && theirs instanceof Double b
                ? Math.abs(a - b) < 0.6
                : Objects.equals(ours, theirs);
        count[0] += same ? 0 : 1;
    }

    private void print(String what) {
        counts.forEach(
                (kind, count) -> System.out.printf("%s: %-26s %5d of %6d disagree%n", what, kind, count[0], count[1]));
    }

    private double share(String... kinds) {
        return Stream.of(kinds)
                .map(counts::get)
                .filter(Objects::nonNull)
                .mapToDouble(count -> (double) count[0] / count[1])
                .max()
                .orElse(0);
    }

    @Test
    void everySectionOfADocxIsThatOfItsXml() throws Exception {
        for (Path file : files(".docx")) {
            List<PageFormat> ours = read(file).pageFormats();
            List<Element> theirs = sections(Files.readAllBytes(file));
            compare("sections", ours.size(), theirs.size());
            for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
                Element margins = Xml.child(theirs.get(i), "pgMar");
                Element size = Xml.child(theirs.get(i), "pgSz");
                compare("width", ours.get(i).width(), Xml.number(Xml.attr(size, "w")) / 20);
                compare("height", ours.get(i).height(), Xml.number(Xml.attr(size, "h")) / 20);
                compare("top", ours.get(i).top(), Xml.number(Xml.attr(margins, "top")) / 20);
                compare("right", ours.get(i).right(), Xml.number(Xml.attr(margins, "right")) / 20);
                compare("bottom", ours.get(i).bottom(), Xml.number(Xml.attr(margins, "bottom")) / 20);
                compare("left", ours.get(i).left(), Xml.number(Xml.attr(margins, "left")) / 20);
            }
        }
        print("docx and its XML");
        assertTrue(counts.values().stream().allMatch(count -> count[0] == 0), "see what is printed");
    }

    private static List<Element> sections(byte[] docx) throws Exception {
        List<Element> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    var all = Xml.tree(new ByteArrayInputStream(zip.readAllBytes()))
                            .getElementsByTagNameNS("*", "sectPr");
                    for (int i = 0; i < all.getLength(); i++) {
                        found.add((Element) all.item(i));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void aDocxLooksAsLibreOfficeShowsIt(@TempDir Path folder) throws Exception {
        against(".docx", folder);
        assertTrue(
                share(
                                "side margins",
                                "top margin",
                                "font",
                                "size",
                                "bold",
                                "italic",
                                "alignment",
                                "page number",
                                "drawn lines")
                        <= MOST,
                "see what is printed");
    }

    @Test
    void aDocLooksAsLibreOfficeShowsIt(@TempDir Path folder) throws Exception {
        against(".doc", folder);
        assertTrue(share("size", "bold", "italic", "alignment") <= MOST, "see what is printed");
    }

    private void against(String ending, Path folder) throws Exception {
        List<Path> files = files(ending);
        List<Path> made = Programs.convert(files, "odt", folder);
        for (int i = 0; i < files.size(); i++) {
            compare(read(files.get(i)), read(made.get(i)));
        }
        print(ending + " and LibreOffice");
    }

    private void compare(Document ours, Document theirs) {
        PageFormat our = ours.pageFormats().get(0);
        PageFormat their = theirs.pageFormats().get(0);
        compare("side margins", our.left() + our.right(), their.left() + their.right());
        compare("top margin", our.top(), their.top());
        compare("bottom margin", our.bottom(), their.bottom());
        if (!ours.pageNumberings().isEmpty() && !theirs.pageNumberings().isEmpty()) {
            PageNumbering here = ours.pageNumberings().get(0);
            PageNumbering there = theirs.pageNumberings().get(0);
            compare("number on the first page", here.first() == null, there.first() == null);
            compare("page number", form(here.later()), form(there.later()));
        }
        if (ours.capabilities().contains(Capability.LINES)) {
            compare("drawn lines", drawn(ours), drawn(theirs));
        }
        Map<String, Paragraph> known = only(theirs);
        only(ours).forEach((text, paragraph) -> {
            if (known.containsKey(text)) {
                compare(paragraph, known.get(text));
            }
        });
    }

    private static String form(PageNumbering.Shown shown) {
        return shown == null ? null : shown.place() + " " + shown.form() + " " + shown.size();
    }

    private static long drawn(Document document) {
        return document.lines().stream()
                .filter(line -> line.how() == DrawnLine.How.DRAWN)
                .count();
    }

    /** Paragraphs whose words stand once in the file. */
    private static Map<String, Paragraph> only(Document document) {
        return document.bodyParagraphs().stream()
                .filter(p -> p.text().strip().length() > 3 && !p.runs().isEmpty())
                .collect(Collectors.groupingBy(
                        p -> p.text().substring(p.autoLabel()).strip()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0)));
    }

    private void compare(Paragraph our, Paragraph their) {
        compare("font", most(our, Run::font), most(their, Run::font));
        compare("size", most(our, Run::size), most(their, Run::size));
        compare("bold", most(our, Run::bold), most(their, Run::bold));
        compare("italic", most(our, Run::italic), most(their, Run::italic));
        compare(
                "colour",
                most(our, Run::color),
                most(their, Run::color).toString().toUpperCase(Locale.ROOT));
        Layout a = our.layout();
        Layout b = their.layout();
        compare("alignment", a.alignment(), b.alignment());
        compare("first line", a.firstLineIndent(), b.firstLineIndent());
        compare("left indent", a.leftIndent(), b.leftIndent());
        compare("space before", a.spaceBefore(), b.spaceBefore());
        compare("space after", a.spaceAfter(), b.spaceAfter());
        compare("line", a.line(), b.line());
    }

    /** What most of its characters are set in. */
    private static Object most(Paragraph paragraph, Function<Run, Object> property) {
        Map<Object, Integer> letters = new HashMap<>();
        paragraph.runs().stream()
                .filter(run -> property.apply(run) != null)
                .forEach(run -> letters.merge(property.apply(run), run.end() - run.start(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }
}
