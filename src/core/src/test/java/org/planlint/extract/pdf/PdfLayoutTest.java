package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Source;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Place;
import org.planlint.text.Table;

/** Rows become paragraphs and tables, and what belongs to the page and not to the text is set apart. */
class PdfLayoutTest {
    private static final String FULL = "Sở Nội vụ chủ trì, phối hợp với các đơn vị có liên quan tổ chức thực";
    private static final double[] XS = {90, 250, 500};

    private static Document read(Printed... pages) throws ReadFailure {
        return read(false, pages);
    }

    private static Document read(boolean byWord, Printed... pages) throws ReadFailure {
        DocumentBuilder builder = new DocumentBuilder(new Source("x.pdf", new byte[0], "application/pdf"));
        new PdfLayout(builder, byWord)
                .read(Arrays.stream(pages).map(Printed::page).toList());
        return builder.build();
    }

    private static List<String> body(Document document) {
        return document.bodyParagraphs().stream().map(Paragraph::text).toList();
    }

    private static List<String> at(Place place, Document document) {
        return document.paragraphs().stream()
                .filter(p -> p.place() == place)
                .map(Paragraph::text)
                .toList();
    }

    // ---- paragraphs ----

    @Test
    void linesThatReachTheEdgeGoOn() throws ReadFailure {
        assertEquals(
                List.of(FULL + " " + FULL + " hiện kế hoạch."),
                body(read(new Printed().full(85, 200, FULL).full(85, 219, FULL).at(85, 238, "hiện kế hoạch."))));
    }

    @Test
    void aLineWithRoomForTheNextWordEndsItsParagraph() throws ReadFailure {
        assertEquals(
                List.of("hiện kế hoạch.", FULL),
                body(read(new Printed().at(85, 200, "hiện kế hoạch.").full(85, 219, FULL))));
    }

    @Test
    void anIndentBeginsAParagraph() throws ReadFailure {
        assertEquals(
                List.of(FULL + " " + FULL, FULL),
                body(read(new Printed().full(85, 200, FULL).full(85, 219, FULL).full(121, 238, FULL))));
    }

    @Test
    void aWideGapBeginsAParagraph() throws ReadFailure {
        assertEquals(
                List.of(FULL + " " + FULL, FULL),
                body(read(new Printed().full(85, 200, FULL).full(85, 219, FULL).full(85, 260, FULL))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"II. ", "1. ", "1.2. ", "(3) ", "a) ", "đ) ", "- ", "+ ", "Điều 5 ", "Chương II "})
    void aListMarkBehindAnEndedSentenceBeginsAParagraph(String mark) throws ReadFailure {
        String ended = FULL.substring(0, FULL.length() - 1) + ";";
        assertEquals(
                List.of(ended, mark + FULL),
                body(read(new Printed().full(85, 200, ended).full(85, 219, mark + FULL))));
        assertEquals(
                List.of(FULL + " " + mark + FULL),
                body(read(new Printed().full(85, 200, FULL).full(85, 219, mark + FULL))),
                "within a sentence it is none");
    }

    @Test
    void aParagraphGoesOnOverThePage() throws ReadFailure {
        Document document = read(new Printed(1).full(85, 760, FULL), new Printed(2).at(85, 100, "hiện kế hoạch."));
        assertEquals(List.of(FULL + " hiện kế hoạch."), body(document));
        assertEquals(1, document.bodyParagraphs().get(0).page());
    }

    @Test
    void pagesThatLieCrosswiseHaveEdgesOfTheirOwn() throws ReadFailure {
        Printed upright = new Printed(1).full(85, 200, FULL).full(85, 219, FULL).at(85, 238, "hiện kế hoạch.");
        Printed annex = Printed.crosswise(2);
        for (int y = 200; y < 360; y += 19) {
            annex.full(85, y, FULL);
        }
        annex.at(85, 371, FULL).at(85, 390, FULL);
        assertEquals(
                List.of(
                        FULL + " " + FULL + " hiện kế hoạch.",
                        (FULL + " ").repeat(10).strip(),
                        FULL),
                body(read(upright, annex)));
    }

    @Test
    void aParagraphDoesNotGoOnOnPaperThatIsTurned() throws ReadFailure {
        assertEquals(
                List.of(FULL, FULL),
                body(read(Printed.crosswise(1).full(85, 500, FULL), new Printed(2).full(85, 90, FULL))));
    }

    @Test
    void aCentredTitleIsAParagraphOfItsOwnHoweverLong() throws ReadFailure {
        String title = "Tập huấn công tác văn thư, lưu trữ năm 2024 cho các xã miền";
        Document document = read(new Printed()
                .centred(150, title)
                .full(85, 169, "Trưởng phòng " + FULL)
                .full(85, 188, FULL));
        assertEquals(List.of(title, "Trưởng phòng " + FULL + " " + FULL), body(document));
        assertEquals(
                List.of(Alignment.CENTER, Alignment.JUSTIFIED),
                document.bodyParagraphs().stream()
                        .map(p -> p.layout().alignment())
                        .toList());
    }

    @Test
    void layoutIsMeasuredFromTheEdgesThatMostLinesKeep() throws ReadFailure {
        Paragraph paragraph = read(new Printed()
                        .full(121, 200, FULL)
                        .full(85, 219, FULL)
                        .full(85, 238, FULL)
                        .full(85, 257, FULL))
                .bodyParagraphs()
                .get(0);
        assertEquals(0, paragraph.layout().leftIndent());
        assertEquals(36, paragraph.layout().firstLineIndent());
        assertEquals(19, paragraph.layout().line());
        assertEquals(new Paragraph.Box(85, 186, 455, 74.5), paragraph.box());
    }

    // ---- what belongs to the page ----

    @ParameterizedTest
    @ValueSource(strings = {"2", "- 2 -", "Trang 2", "2/5", "Trang 2/5"})
    void aPageNumberIsNoText(String number) throws ReadFailure {
        Document head = read(new Printed(2).centred(50, number).full(85, 200, FULL));
        assertEquals(List.of(FULL), body(head));
        assertEquals(List.of(number), at(Place.HEADER, head));
        Document foot = read(new Printed(2).full(85, 200, FULL).centred(800, number));
        assertEquals(List.of(FULL), body(foot));
        assertEquals(List.of(number), at(Place.FOOTER, foot));
    }

    @Test
    void aNumberThatIsNotAtTheEdgeOfThePageIsText() throws ReadFailure {
        assertEquals(
                List.of("Trang bìa.", "2", FULL),
                body(read(new Printed()
                        .centred(60, "Trang bìa.")
                        .centred(100, "2")
                        .full(85, 260, FULL))),
                "within the text");
        assertEquals(
                List.of("2", FULL),
                body(read(new Printed().centred(150, "2").full(85, 260, FULL))),
                "far below the head");
    }

    @Test
    void aLineThatReturnsOnMostPagesIsARunningHead() throws ReadFailure {
        Printed[] pages = new Printed[3];
        for (int i = 0; i < 3; i++) {
            pages[i] = new Printed(i + 1)
                    .at(85, 60, "Kế hoạch tập huấn, tờ " + (i + 1))
                    .at(85, 200, "Việc thứ " + (i + 1))
                    .at(85, 400, "Việc như nhau.");
        }
        Document document = read(pages);
        assertEquals(
                List.of("Kế hoạch tập huấn, tờ 1", "Kế hoạch tập huấn, tờ 2", "Kế hoạch tập huấn, tờ 3"),
                at(Place.HEADER, document));
        assertEquals(
                List.of("Việc thứ 1", "Việc như nhau.", "Việc thứ 2", "Việc như nhau.", "Việc thứ 3", "Việc như nhau."),
                body(document));
    }

    @Test
    void aLineThatReturnsOnceIsText() throws ReadFailure {
        Document document =
                read(new Printed(1).at(85, 60, "Kế hoạch tập huấn."), new Printed(2).at(85, 60, "Kế hoạch tập huấn."));
        assertEquals(List.of("Kế hoạch tập huấn.", "Kế hoạch tập huấn."), body(document));
    }

    @Test
    void smallTypeAtTheFootThatBeginsWithANumberIsANote() throws ReadFailure {
        Document document = read(new Printed()
                .full(85, 200, FULL)
                .full(85, 219, FULL)
                .sized(10, 85, 740, "1 Nghị định số 30.")
                .sized(10, 85, 752, "Điều 5."));
        assertEquals(List.of("1 Nghị định số 30.", "Điều 5."), at(Place.FOOTNOTE, document));
        assertEquals(List.of(FULL + " " + FULL), body(document));
    }

    @Test
    void smallTypeBelowTheRecipientsIsNoNote() throws ReadFailure {
        Document document = read(new Printed()
                .full(85, 200, FULL)
                .full(85, 219, FULL)
                .at(85, 640, "Nơi nhận:")
                .at(380, 640, "GIÁM ĐỐC")
                .sized(10, 85, 652, "- Như trên;")
                .sized(10, 85, 664, "1 Ủy ban."));
        assertEquals(List.of(), at(Place.FOOTNOTE, document));
    }

    @Test
    void whatAProgramPrintsAboutASignatureIsAStamp() throws ReadFailure {
        Document document = read(new Printed()
                .full(85, 200, FULL)
                .at(300, 300, "Người ký: Sở Nội vụ")
                .at(300, 320, "Thời gian ký: 05.03.2024")
                .stamp("Đã ký số"));
        assertEquals(List.of(FULL), body(document));
        assertEquals(List.of("Đã ký số", "Người ký: Sở Nội vụ", "Thời gian ký: 05.03.2024"), at(Place.STAMP, document));
    }

    // ---- tables ----

    /** Each table's rows, a cell between bars; one that goes on the cell above is a dash. */
    private static List<List<String>> tables(Document document) {
        List<List<String>> tables = new ArrayList<>();
        document.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .forEach(table ->
                        tables.add(table.rows().stream().map(PdfLayoutTest::row).toList()));
        return tables;
    }

    private static String row(Table.Row row) {
        return String.join(
                "|",
                row.cells().stream()
                        .map(cell -> cell.merged()
                                ? "-"
                                : String.join(
                                        " / ",
                                        cell.blocks().stream()
                                                .map(b -> ((Paragraph) b).text())
                                                .toList()))
                        .toList());
    }

    private static Printed table(Printed page, String... words) {
        for (int i = 0; i < words.length; i++) {
            page.at(i % 2 == 0 ? 95 : 255, 115 + i / 2 * 20, words[i]);
        }
        return page.table(XS, new double[] {100, 120, 140});
    }

    @Test
    void wordsStandInTheCellsOfTheirTable() throws ReadFailure {
        Document document = read(table(new Printed().at(85, 80, "Trước bảng."), "STT", "Việc", "1", "Họp")
                .at(85, 200, "Sau bảng."));
        assertEquals(List.of(List.of("STT|Việc", "1|Họp")), tables(document));
        assertEquals(List.of("Trước bảng.", "STT", "Việc", "1", "Họp", "Sau bảng."), body(document));
    }

    @Test
    void aMergedCellIsReadOnce() throws ReadFailure {
        Printed page = new Printed()
                .rule(90, 100, 500, 100)
                .rule(250, 120, 500, 120)
                .rule(90, 140, 500, 140)
                .rule(90, 100, 90, 140)
                .rule(250, 100, 250, 140)
                .rule(500, 100, 500, 140)
                .at(95, 125, "Sáng")
                .at(255, 115, "Họp")
                .at(255, 135, "Ăn");
        Document document = read(page);
        assertEquals(List.of(List.of("Sáng|Họp", "-|Ăn")), tables(document));
        assertEquals(List.of("Sáng", "Họp", "Ăn"), body(document));
    }

    @Test
    void linesOfACellAreOneParagraphUnlessAListMarkBeginsOne() throws ReadFailure {
        Printed page = new Printed()
                .table(XS, new double[] {100, 160, 180})
                .at(95, 115, "Sáng")
                .at(255, 115, "- Họp toàn thể các đơn vị trong")
                .at(255, 131, "toàn tỉnh;")
                .at(255, 147, "- Ăn trưa");
        assertEquals(
                List.of(List.of("Sáng|- Họp toàn thể các đơn vị trong toàn tỉnh; / - Ăn trưa", "|")),
                tables(read(page)));
    }

    @Test
    void aTableGoesOnOverThePageIfItsColumnsDo() throws ReadFailure {
        Document same =
                read(table(new Printed(1), "STT", "Việc", "1", "Họp"), table(new Printed(2), "2", "Ăn", "3", "Nghỉ"));
        assertEquals(List.of(List.of("STT|Việc", "1|Họp", "2|Ăn", "3|Nghỉ")), tables(same));
        Printed other = new Printed(2)
                .table(new double[] {90, 400, 500}, new double[] {100, 120, 140})
                .at(95, 115, "Việc khác");
        assertEquals(
                2,
                tables(read(table(new Printed(1), "STT", "Việc", "1", "Họp"), other))
                        .size());
    }

    @Test
    void aFrameWithoutWordsIsNoTable() throws ReadFailure {
        assertEquals(
                List.of(),
                tables(read(
                        new Printed().table(XS, new double[] {300, 320, 340}).full(85, 200, FULL))));
    }

    @Test
    void columnsStandInATableThatIsNotRuled() throws ReadFailure {
        Document document = read(new Printed()
                .full(85, 500, FULL)
                .at(85, 540, "Nơi nhận:")
                .at(380, 540, "GIÁM ĐỐC")
                .sized(11, 85, 556, "- Ủy ban nhân dân các quận,")
                .sized(11, 85, 570, "huyện;")
                .sized(11, 85, 584, "- Lưu: VT."));
        assertEquals(
                List.of(List.of("Nơi nhận: / - Ủy ban nhân dân các quận, huyện; / - Lưu: VT.|GIÁM ĐỐC")),
                tables(document));
        assertEquals(false, ((Table) document.blocks().get(1)).ruled());
        assertNull(document.bodyParagraphs().get(1).layout().spaceAfter());
    }

    // ---- measures ----

    /** A page of a body that is justified between the edges, its paragraphs set apart by so much. */
    private static Printed body(int number, double apart) {
        Printed page = new Printed(number);
        double y = 120;
        for (int i = 0; i < 6; i++) {
            page.full(121, y, FULL)
                    .full(85, y + 19, FULL)
                    .full(85, y + 38, FULL)
                    .at(85, y + 57, "thực hiện.");
            y += 76 + apart;
        }
        return page;
    }

    private static PdfLayout.Format format(Printed page) throws ReadFailure {
        PdfLayout layout =
                new PdfLayout(new DocumentBuilder(new Source("x.pdf", new byte[0], "application/pdf")), false);
        layout.read(List.of(page.page()));
        return layout.formats().get(0);
    }

    @Test
    void marginsAreTheEdgesThatLinesKeepNotThoseOfWhatIsStampedBeside() throws ReadFailure {
        PdfLayout.Format format =
                format(body(2, 6).at(20, 30, "2").at(400, 800, "Ký bởi: Văn phòng; ngày ký: 01/02/2025"));
        assertEquals(85, format.left(), 0.5);
        assertEquals(595 - 540, format.right(), 0.5);
        assertEquals(120 - 14 * 0.891, format.top(), 0.5, "the page number is no body");
        assertNull(format(body(1, 6)).top(), "a first page may begin lower");
    }

    @Test
    void fewLinesShowNoMargin() throws ReadFailure {
        PdfLayout.Format format =
                format(new Printed().full(121, 120, FULL).full(85, 139, FULL).at(85, 158, "thực hiện."));
        assertNull(format.left());
        assertNull(format.right());
    }

    @Test
    void theGapBetweenParagraphsIsWhatTheLinesLeave() throws ReadFailure {
        List<Paragraph> found = read(true, body(1, 6)).bodyParagraphs();
        assertNull(found.get(0).layout().spaceBefore(), "nothing stands above");
        assertEquals(6, found.get(1).layout().spaceBefore(), 0.1);
        assertEquals(19, found.get(1).layout().line(), 0.1);
        assertEquals(Alignment.JUSTIFIED, found.get(1).layout().alignment());
    }

    @Test
    void ofOtherProgramsOnlyTheMostIsKnown() throws ReadFailure {
        double beyondSingle = 19 - 14 * 1.15;
        assertEquals(
                6 + beyondSingle,
                read(body(1, 6)).bodyParagraphs().get(1).layout().spaceBefore(),
                0.1);
    }

    @Test
    void aTitleOfSeveralLinesIsCentredOnlyIfAllAre() throws ReadFailure {
        Document d = read(body(1, 6).centred(700, "KẾ HOẠCH").at(420, 760, "Đã thực hiện xong"));
        List<Paragraph> found = d.bodyParagraphs();
        assertEquals(Alignment.CENTER, found.get(6).layout().alignment());
        assertEquals(Alignment.RIGHT, found.get(7).layout().alignment());
    }

    @Test
    void aDrawnLineBelongsToTheParagraphAboveIt() throws ReadFailure {
        Document d = read(new Printed()
                .centred(100, "KẾ HOẠCH")
                .rule(280, 104, 340, 104)
                .rule(280, 104.7, 340, 104.7)
                .full(85, 160, FULL));
        assertEquals(1, d.lines().size(), "a thin area is one line");
        assertEquals(0, d.lines().get(0).paragraph());
        assertEquals(60, d.lines().get(0).length(), 0.1);
    }

    @Test
    void thePageNumberOfMostLaterPagesCounts() throws ReadFailure {
        var shown = read(body(1, 6), body(2, 6).centred(50, "- 2 -"), body(3, 6).centred(50, "- 3 -"))
                .pageNumberings()
                .get(0);
        assertNull(shown.first());
        assertEquals("- 1 -", shown.later().form());
        assertEquals(Place.HEADER, shown.later().place());
        assertEquals(Alignment.CENTER, shown.later().alignment());
    }
}
