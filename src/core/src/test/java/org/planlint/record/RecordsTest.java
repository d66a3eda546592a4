package org.planlint.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.extract.ReadFailure;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.PartialDate;
import org.planlint.facts.RecordField;

class RecordsTest {
    @TempDir
    private Path folder;

    private Path list(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "{\"number\":\"71\",\"symbol\":\"KH-SNV\"}",
                "{\"CodeNumber\":71,\"CodeNotation\":\"KH-SNV\",\"FileCode\":{\"OrganId\":\"x\"}}",
                "{\"code\":{\"CodeNumber\":\"71\",\"CodeNotation\":\"KH-SNV\"}}",
                "{\"number\":\"71/KH-SNV\"}",
                "{\"symbol\":\"71/KH-SNV\"}"
            })
    void numberAndSymbolAreRead(String json) throws RecordError {
        DocumentRecord record = Records.given(json);
        assertEquals("71", record.value(RecordField.NUMBER));
        assertEquals("KH-SNV", record.value(RecordField.SYMBOL));
    }

    @ParameterizedTest
    @CsvSource({
        "2024/01/04, 2024-01-04",
        "2024-1-4, 2024-01-04",
        "04/01/2024, 2024-01-04",
        "2024-01-03T17:00:00.000+0000, 2024-01-04",
        "2024-01-03T17:00:00Z, 2024-01-04",
        "2024-01-04T00:00:00+07:00, 2024-01-04",
        "2024-01-04T08:30:00, 2024-01-04",
        "04/01/2024 08:30:00, 2024-01-04"
    })
    void dayIsThatInVietnam(String said, String day) throws RecordError {
        assertEquals(
                day, Records.given("{\"IssuedDate\":\"" + said + "\"}").date().toString());
    }

    @ParameterizedTest
    @CsvSource({"2024/13/04", "31/02/2024", "đầu năm", "1/4/2024 8:30:00 AM"})
    void impossibleDayIsNone(String said) throws RecordError {
        assertNull(Records.given("{\"date\":\"" + said + "\"}").date());
    }

    @Test
    void senderAndRecipientsAreKeptApart() throws RecordError {
        DocumentRecord record = Records.given(
                "{\"From\":{\"OrganName\":\"Sở Nội vụ\"},\"To\":[{\"OrganName\":\"UBND xã A\"},{\"OrganName\":\"UBND xã B\"}]}");
        assertEquals("Sở Nội vụ", record.value(RecordField.AGENCY));
        assertEquals(List.of("UBND xã A", "UBND xã B"), record.all(RecordField.RECIPIENTS));
    }

    @Test
    void listIsReadByTheNamesOfFiles() throws Exception {
        Records records = Records.of(list("ho-so.csv", """
                \uFEFFFileName;CodeNumber;CodeNotation;IssuedDate;Subject;Ghi chú
                kh-71.pdf;71;KH-SNV;04/01/2024;"Tập huấn; ""văn thư""
                năm 2024";x

                2023/kh-71.pdf;70;KH-SNV;05/01/2023;;
                """));
        DocumentRecord record = records.about(folder.resolve("kho/kh-71.pdf"));
        assertEquals(PartialDate.of(2024, 1, 4), record.date());
        assertEquals("Tập huấn; \"văn thư\"\nnăm 2024", record.value(RecordField.SUBJECT));
        assertEquals("70", records.about(folder.resolve("2023/kh-71.pdf")).value(RecordField.NUMBER));
        assertNull(records.about(folder.resolve("kh-72.pdf")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {"[{\"file\":\"a.pdf\",\"number\":\"71\"}]", "{\"a.pdf\":{\"number\":\"71\"}}"})
    void listMayBeJson(String json) throws Exception {
        assertEquals(
                "71",
                Records.of(list("ho-so.json", json)).about(Path.of("x/a.pdf")).value(RecordField.NUMBER));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "a.csv|CodeNumber,Subject%71,x|filename",
                "a.csv|file,number%a.pdf,71,y|#2: có 3 cột",
                "a.csv|file,number%,71|#2: thiếu tên tệp",
                "a.csv|file,number%a.pdf,71%a.pdf,72|#3: a.pdf: tệp có hai bản ghi",
                "a.csv|file,ghi chú%a.pdf,71|codenumber",
                "a.csv|file,number%a.pdf,\"71|not closed",
                "a.json|[1]|list of objects",
                "a.json|{\"a.pdf\":1}|by names of files",
                "a.json|{|no JSON",
                "a.json|[{\"number\":\"71\"}]|#1: thiếu tên tệp"
            })
    void wrongListIsToldWhere(String name, String text, String words) throws IOException {
        Path list = list(name, text.replace('%', '\n'));
        String message = assertThrows(RecordError.class, () -> Records.of(list)).getMessage();
        assertTrue(message.startsWith(list.toString()) && message.contains(words), message);
    }

    @Test
    void recordLiesBesideItsFile() throws Exception {
        Path file = list("k.pdf", "x");
        String none = Records.NONE.digest(file);
        assertNull(Records.NONE.about(file));
        list("k.pdf.record.json", "{\"number\":\"71\"}");
        assertEquals("71", Records.NONE.about(file).value(RecordField.NUMBER));
        assertTrue(!Records.NONE.digest(file).equals(none), "another record, another report");
    }

    @Test
    void badRecordBesideAFileIsAFailure() throws Exception {
        Path file = list("k.pdf", "x");
        list("k.pdf.record.json", "{\"nummer\":\"71\"}");
        assertEquals(
                ReadFailure.Reason.BAD_RECORD,
                assertThrows(ReadFailure.class, () -> Records.NONE.about(file)).reason());
    }
}
