package org.planlint.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planlint.facts.DocumentRecord.Source;
import org.planlint.facts.RecordComparison.Field;
import org.planlint.facts.RecordComparison.Side;
import org.planlint.facts.Witness.Agreement;

class RecordComparisonTest {
    @Test
    void daysAreWrittenAsTheReaderWritesThem() {
        Field date = new Field(RecordField.DATE, "2024-05-16", "2024-05-15", null, Agreement.OTHER, Side.UNKNOWN, null);
        RecordComparison compared = new RecordComparison(
                new DocumentRecord(Source.FILE, true, Map.of()), List.of(date), List.of(), null, false);
        assertEquals("ngày ban hành: hồ sơ “16/05/2024”, văn bản “15/05/2024”", compared.differences());
        assertEquals(
                "date of issue: the record says “2024-05-16”, the document “2024-05-15”",
                compared.differencesInEnglish());
    }

    @Test
    void soIsTheDayThatACertificateTells() {
        Field date = new Field(
                RecordField.DATE, "2024-05-16", "2024-05-15", "2024-05-17", Agreement.OTHER, Side.NEITHER, null);
        RecordComparison compared = new RecordComparison(
                new DocumentRecord(Source.FILE, true, Map.of()), List.of(date), List.of(), null, false);
        assertEquals(
                "ngày ban hành: hồ sơ “16/05/2024”, văn bản “15/05/2024”, chứng thư số “17/05/2024”",
                compared.differences());
        assertEquals(
                "date of issue: the record says “2024-05-16”, the document “2024-05-15”, the certificate “2024-05-17”",
                compared.differencesInEnglish());
    }
}
