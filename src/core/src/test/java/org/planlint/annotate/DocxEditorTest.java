package org.planlint.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;
import org.planlint.text.Document;
import org.planlint.text.Marks;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Place;

class DocxEditorTest {
    private static final Path PLAN = Path.of("samples/01-hoi-nghi-so-ket.docx");
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    private static Document read(byte[] docx) {
        return PLANLINT.examine("plan.docx", docx).understanding().document();
    }

    private static Paragraph paragraph(Document document, String beginning) {
        return document.bodyParagraphs().stream()
                .filter(p -> p.text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** Makes the edits, and holds that who rejects them has the source again. */
    private static Document edited(Edit... edits) throws Exception {
        byte[] source = Files.readAllBytes(PLAN);
        DocxEditor.Written written = DocxEditor.write(source, List.of(edits));
        assertEquals(List.of(edits), written.done());
        assertTrue(Settled.changes(written.bytes(), Marks.FIXER) > 0);
        assertEquals(Shape.of(read(source)), Shape.of(read(Settled.rejected(written.bytes(), Marks.FIXER))));
        assertEquals(
                Shape.of(read(written.bytes())),
                Shape.of(read(Settled.accepted(written.bytes(), Marks.FIXER))),
                "read as if it were accepted");
        assertEquals(Shape.of(read(written.bytes())), Shape.of(read(DocxTracks.accepted(written.bytes()))));
        assertEquals(0, Settled.changes(DocxTracks.accepted(written.bytes()), Marks.FIXER));
        return read(written.bytes());
    }

    private static Document source() throws Exception {
        return read(Files.readAllBytes(PLAN));
    }

    @Test
    void aStretchGetsAnotherType() throws Exception {
        Paragraph date = paragraph(source(), "Sơn Thủy, ngày");
        Document copy = edited(new Edit.Type(date.index(), 4, 7)
                .italic(false)
                .bold(true)
                .ofSize(13.5)
                .inFont("Arial")
                .inBlack());
        Paragraph mended = copy.paragraphs().get(date.index());
        assertEquals(date.text(), mended.text());
        Paragraph.Run run = mended.runs().get(1);
        assertEquals(4, run.start());
        assertEquals(7, run.end());
        assertTrue(run.bold() && !run.italic());
        assertEquals(13.5, run.size());
        assertEquals("Arial", run.font());
        assertEquals("000000", run.color());
        assertTrue(mended.runs().get(0).italic() && mended.runs().get(2).italic(), "the rest is as it was");
    }

    @Test
    void twoEditsOfOneRunKeepWhatItWasAtFirst() throws Exception {
        Paragraph date = paragraph(source(), "Sơn Thủy, ngày");
        byte[] once = DocxEditor.write(
                        Files.readAllBytes(PLAN),
                        List.of(new Edit.Type(date.index(), 0, date.text().length()).bold(true)))
                .bytes();
        byte[] twice = DocxEditor.write(
                        once, List.of(new Edit.Type(date.index(), 0, date.text().length()).ofSize(13)))
                .bytes();
        Paragraph.Run run = read(twice).paragraphs().get(date.index()).runs().get(0);
        assertTrue(run.bold() && run.size() == 13);
        assertEquals(Shape.of(source()), Shape.of(read(Settled.rejected(twice, Marks.FIXER))));
    }

    @Test
    void whatIsPutInHasTheTypeOfItsNeighbour() throws Exception {
        Paragraph date = paragraph(source(), "Sơn Thủy, ngày");
        int end = date.text().length();
        Document copy = edited(
                new Edit.Words(date.index(), List.of(new Note.Change(end, end, "."), new Note.Change(0, 0, "0"))));
        Paragraph mended = copy.paragraphs().get(date.index());
        assertEquals("0" + date.text() + ".", mended.text());
        assertTrue(mended.runs().stream().allMatch(Paragraph.Run::italic));
        assertEquals(source().revisions(), copy.revisions());
    }

    @Test
    void wordsThatAFixPutInCanGetAnotherType() throws Exception {
        Paragraph date = paragraph(source(), "Sơn Thủy, ngày");
        byte[] words = DocxEditor.write(
                        Files.readAllBytes(PLAN),
                        List.of(new Edit.Words(date.index(), List.of(new Note.Change(0, 1, "s")))))
                .bytes();
        byte[] both = DocxEditor.write(
                        words,
                        List.of(new Edit.Type(date.index(), 0, date.text().length()).italic(false)))
                .bytes();
        Paragraph mended = read(both).paragraphs().get(date.index());
        assertTrue(
                mended.text().startsWith("sơn Thủy") && mended.runs().stream().noneMatch(Paragraph.Run::italic));
        assertEquals(Shape.of(source()), Shape.of(read(Settled.rejected(both, Marks.FIXER))));
    }

    @Test
    void aParagraphGetsAnotherSetting() throws Exception {
        Paragraph date = paragraph(source(), "Sơn Thủy, ngày");
        Document copy = edited(new Edit.Setting(date.index())
                .aligned(Alignment.CENTER)
                .indented(28.35)
                .spaced(3.0, 6.0)
                .withLine(1.25));
        Paragraph.Layout layout = copy.paragraphs().get(date.index()).layout();
        assertEquals(Alignment.CENTER, layout.alignment());
        assertEquals(28.35, layout.firstLineIndent(), 0.05);
        assertEquals(3, layout.spaceBefore());
        assertEquals(6, layout.spaceAfter());
        assertEquals(1.25, layout.line());
    }

    @Test
    void aSectionGetsOtherMargins() throws Exception {
        Document copy = edited(new Edit.Page(0, null, null, 60.0, 50.0, null, 90.0));
        PageFormat before = source().pageFormats().get(0);
        PageFormat format = copy.pageFormats().get(0);
        assertEquals(60, format.top());
        assertEquals(50, format.right());
        assertEquals(before.bottom(), format.bottom());
        assertEquals(90, format.left());
    }

    @Test
    void pageNumbersStandInTheMiddleOfTheTopMargin() throws Exception {
        byte[] source = Files.readAllBytes(PLAN);
        DocxEditor.Written written = DocxEditor.write(source, List.of(new Edit.PageNumbers(14, 0, "Đã đặt số trang.")));
        assertEquals(1, written.done().size());
        Document copy = read(written.bytes());
        Paragraph number = copy.paragraphs().stream()
                .filter(p -> p.place() == Place.HEADER)
                .findFirst()
                .orElseThrow();
        assertEquals(Alignment.CENTER, number.layout().alignment());
        assertEquals(14, number.runs().get(0).size());
        assertTrue(copy.pageFormats().get(0).differentFirstPage());
        assertEquals(source().revisions(), copy.revisions(), "its own comment is not part of the plan");
        PageNumbering shown = copy.pageNumberings().get(0);
        assertNull(shown.first());
        assertEquals("1", shown.later().form());
        assertEquals(Place.HEADER, shown.later().place());
        assertEquals(Alignment.CENTER, shown.later().alignment());
        assertEquals(14, shown.later().size());
        byte[] again = DocxEditor.write(written.bytes(), List.of(new Edit.PageNumbers(13, 0, "Lần nữa.")))
                .bytes();
        assertEquals(
                1,
                read(again).paragraphs().stream()
                        .filter(p -> p.place() == Place.HEADER)
                        .count());
    }

    @Test
    void whatIsNotOfTheBodyIsNotEdited() throws Exception {
        byte[] copy = DocxEditor.write(Files.readAllBytes(PLAN), List.of(new Edit.PageNumbers(14, 0, "Số trang.")))
                .bytes();
        Paragraph number = read(copy).paragraphs().stream()
                .filter(p -> p.place() == Place.HEADER)
                .findFirst()
                .orElseThrow();
        DocxEditor.Written written = DocxEditor.write(copy, List.of(new Edit.Type(number.index(), 0, 1).bold(true)));
        assertTrue(written.done().isEmpty());
    }

    @Test
    void whereSomebodyHasAChangeOpenNothingIsEdited() throws Exception {
        Paragraph date = paragraph(source(), "Sơn Thủy, ngày");
        Edit bold = new Edit.Type(date.index(), 0, date.text().length()).bold(true);
        byte[] copy = DocxEditor.write(Files.readAllBytes(PLAN), List.of(bold)).bytes();
        OfficePackage pack = new OfficePackage(copy);
        org.w3c.dom.Document xml = pack.xml("word/document.xml");
        OfficePackage.elements(xml).stream()
                .filter(e -> Marks.FIXER.equals(Word.attribute(e, "author")))
                .forEach(e -> Word.set(e, "author", "Lê Hạnh"));
        pack.put("word/document.xml", xml);
        assertFalse(DocxEditor.write(pack.bytes(), List.of(bold)).done().contains(bold));
        assertNotEquals(0, Settled.changes(pack.bytes(), "Lê Hạnh"));
    }
}
