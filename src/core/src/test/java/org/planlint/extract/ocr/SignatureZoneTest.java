package org.planlint.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.extract.ocr.Recognizer.Layout;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Word;

/** Where signatures are looked for on a page, and what four readings of them come to. */
class SignatureZoneTest {
    private static final GreyPicture PAGE = GreyPicture.blank(2480, 3508, 300);
    private static final GreyPicture SMALL = PAGE.atTwoThirds();
    private static final Line LABEL =
            line(2000, 1, new Word("Nơi", 300, 0, 360, 40, 95), new Word("nhận:", 370, 0, 480, 40, 95));

    private static Line line(int top, double times, Word... words) {
        List<Word> placed = new ArrayList<>();
        for (Word word : words) {
            placed.add(word.placed(times, 0, top));
        }
        return new Line(placed, top + 36 * times, 0, 40 * times);
    }

    private static Word word(String text, int left, int confidence) {
        return new Word(text, left, 0, left + text.length() * 25, 40, confidence);
    }

    /** Says of the zone what it is told to. */
    private record Told(List<Line> sparse, List<Line> block, List<String> asked) implements Recognizer {
        @Override
        public String identity() {
            return "told";
        }

        @Override
        public List<Line> read(GreyPicture picture, Layout layout) {
            asked.add(layout + " " + picture.width() + "x" + picture.height());
            return layout == Layout.BLOCK ? block : picture.dotsPerInch() < PAGE.dotsPerInch() ? List.of() : sparse;
        }
    }

    private static List<String> read(List<Line> first, List<Line> sparse, List<Line> block) throws Exception {
        return SignatureZone.read(new Told(sparse, block, new ArrayList<>()), PAGE, first, () -> List.of(PAGE, SMALL))
                .stream()
                .map(line ->
                        String.join(" ", line.words().stream().map(Word::text).toList()))
                .toList();
    }

    /** The zone begins at 992 across and 1880 down. */
    @Test
    void eachLineIsTakenFromTheReadingThatKnowsMostOfIt() throws Exception {
        List<Line> first = List.of(LABEL, line(2010, 1, word("2", 1500, 60), word("GIÁ", 1540, 55)));
        List<Line> sparse = List.of(line(125, 1, word("PHÓ", 500, 90)), line(320, 1, word("Lò", 500, 92)));
        List<Line> block = List.of(
                line(85, 2 / 3.0, word("PHÓ", 500, 90), word("GIÁM", 600, 91), word("ĐỐC", 730, 90)),
                line(213, 2 / 3.0, word("Lò", 500, 92), word("Thị", 575, 93), word("Hạnh", 680, 40)));
        assertEquals(List.of("Nơi nhận:", "PHÓ GIÁM ĐỐC", "Lò Thị"), read(first, sparse, block));
    }

    @Test
    void piecesOfOneLineFromTwoReadingsStandOnOne() throws Exception {
        List<Line> first = List.of(LABEL, line(2000, 1, word("KT.", 1500, 95)));
        List<Line> sparse = List.of(line(120, 1, word("GIÁM", 600, 91), word("ĐỐC", 730, 90)));
        assertEquals(List.of("Nơi nhận:", "KT. GIÁM ĐỐC"), read(first, sparse, List.of()));
    }

    /** The title stands close below, and high accents and pieces of a stamp hang on both. */
    @Test
    void aTitleUnderAStampIsKeptHoweverUnsure() throws Exception {
        Word high = new Word("THƯỜNG", 600, -12, 780, 66, 96);
        List<Line> sparse = List.of(
                line(120, 1, word("BAN", 500, 95), high, word("VỤ", 790, 93)),
                line(166, 1, word("ni", 500, 8), word("BÍ", 600, 30), word("THƯ", 660, 55), word("v", 800, 20)));
        assertEquals(List.of("Nơi nhận:", "BAN THƯỜNG VỤ", "BÍ THƯ"), read(List.of(LABEL), sparse, List.of()));
    }

    @Test
    void whatIsHardlyReadOnTheRowOfANameIsAPens() throws Exception {
        List<Line> first = List.of(LABEL, line(2200, 1, word("#", 1600, 20), word("ng", 1800, 18)));
        List<Line> sparse = List.of(line(320, 1, word("Lò", 500, 92), word("Thị", 575, 93), word("Hạnh", 680, 95)));
        assertEquals(List.of("Nơi nhận:", "Lò Thị Hạnh"), read(first, sparse, List.of()));
    }

    @Test
    void aPageWithoutRecipientsOrTitleIsNotReadAgain() throws Exception {
        Told engine = new Told(List.of(), List.of(), new ArrayList<>());
        Line body = line(300, 1, new Word("Căn cứ nhiệm vụ được giao", 300, 0, 900, 40, 95));
        List<Line> page = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            page.add(body.placed(1, 0, i * 60));
        }
        assertEquals(page, SignatureZone.read(engine, PAGE, page, () -> List.of(PAGE, SMALL)));
        page.add(line(1700, 1, word("CHỦ", 1500, 95), word("TỊCH", 1600, 95)));
        SignatureZone.read(engine, PAGE, page, () -> List.of(PAGE, SMALL));
        assertEquals(List.of("SPARSE 1488x1260", "BLOCK 992x840", "SPARSE 992x840"), engine.asked());
    }
}
