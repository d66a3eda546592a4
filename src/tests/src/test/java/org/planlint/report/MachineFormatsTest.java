package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.samples.Programs;
import org.planlint.samples.StartsPrograms;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The formats that other programs read: sarif, junit, csv, xlsx. */
class MachineFormatsTest {
    private static Report report;

    @TempDir
    Path folder;

    /** A plan with errors, one with a waived finding and formula-like words, one that cannot be read. */
    @BeforeAll
    static void check() {
        PlanLint planlint = PlanLint.builder().build();
        List<DocumentReport> documents = new ArrayList<>(planlint.check(List.of(
                        Path.of("samples/02-toa-dam-nam-cu.docx"),
                        Path.of("samples/10-sai-quyen-han-ky.pdf"),
                        Path.of("samples/khong co & #1.docx")))
                .documents());
        DocumentReport signed = documents.get(1);
        List<Finding> findings = new ArrayList<>(signed.findings());
        Finding first = findings.get(0);
        findings.set(0, first.waived(new Finding.Waiver("đã hỏi <Sở>", "Lê Hạnh", null)));
        findings.add(new Finding(
                first.rule(),
                Severity.WARNING,
                State.NEEDS_REVIEW,
                first.message(),
                "=1+2 \u0001",
                null,
                first.citation(),
                first.advice(),
                null,
                null,
                "",
                0,
                "00000000000000aa",
                null));
        documents.set(1, signed.withFindings(findings));
        report = planlint.report(documents, Report.Review.NONE);
    }

    private static String write(ReportWriter writer) throws IOException {
        return write(writer, report);
    }

    private static String write(ReportWriter writer, Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(report, out);
        return out.toString();
    }

    @Test
    void sarifKeepsThePublishedSchema() throws IOException {
        String sarif = write(new SarifReportWriter(Language.VI));
        try (InputStream schema = MachineFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            var published =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
            assertEquals("[]", published.validate(sarif, InputFormat.JSON).toString());
            assertFalse(
                    published
                            .validate(sarif.replace("\"2.1.0\"", "\"2.1\""), InputFormat.JSON)
                            .isEmpty(),
                    "a spoiled one is refused");
        }
    }

    /** No address is made up: only who shows pages of rules knows where. */
    @Test
    void eachFindingNamesItsRulesPageWhereTheOfficeSaysWherePagesAre() throws IOException {
        assertFalse(write(new SarifReportWriter(Language.VI)).contains("helpUri"));
        assertFalse(write(new JsonReportWriter(Language.VI)).contains("ruleUrl"));
        Report shown = PlanLint.builder()
                .rulesUrl("https://planlint.example/rules/{family}/{id}.md")
                .build()
                .check(List.of(Path.of("samples/02-toa-dam-nam-cu.docx")));
        JsonArray rules = JsonParser.parseString(write(new SarifReportWriter(Language.VI), shown))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules");
        for (JsonElement rule : rules) {
            String id = rule.getAsJsonObject().get("id").getAsString();
            assertTrue(rule.getAsJsonObject().get("helpUri").getAsString().endsWith("/" + id + ".md"), id);
        }
        String json = write(new JsonReportWriter(Language.VI), shown);
        assertEquals(
                "[]",
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("docs/planlint-report-1.schema.json")))
                        .validate(json, InputFormat.JSON)
                        .toString());
        JsonArray findings = JsonParser.parseString(json)
                .getAsJsonObject()
                .getAsJsonArray("documents")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("findings");
        assertFalse(findings.isEmpty());
        for (JsonElement finding : findings) {
            String id = finding.getAsJsonObject().get("rule").getAsString();
            assertTrue(
                    Files.exists(Path.of(
                            "rules",
                            finding.getAsJsonObject()
                                    .get("ruleUrl")
                                    .getAsString()
                                    .substring(31))),
                    id);
        }
    }

    @Test
    void sarifDeclaresAllRulesAndPointsFromEachResultToItsOwn() throws IOException {
        JsonObject run = JsonParser.parseString(write(new SarifReportWriter(Language.EN)))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
        JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        assertEquals(report.rules().size(), rules.size());
        int waived = 0;
        for (JsonElement element : run.getAsJsonArray("results")) {
            JsonObject result = element.getAsJsonObject();
            assertEquals(
                    result.get("ruleId"),
                    rules.get(result.get("ruleIndex").getAsInt())
                            .getAsJsonObject()
                            .get("id"));
            assertNotNull(result.getAsJsonObject("partialFingerprints").get("planlint/v1"));
            waived += result.has("suppressions") ? 1 : 0;
        }
        assertEquals(1, waived);
        JsonObject broken = run.getAsJsonArray("artifacts").get(2).getAsJsonObject();
        assertEquals(
                "samples/khong%20co%20&%20%231.docx",
                broken.getAsJsonObject("location").get("uri").getAsString());
        JsonObject invocation = run.getAsJsonArray("invocations").get(0).getAsJsonObject();
        assertFalse(invocation.get("executionSuccessful").getAsBoolean());
        assertEquals(
                "not-found",
                invocation
                        .getAsJsonArray("toolExecutionNotifications")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("descriptor")
                        .get("id")
                        .getAsString());
    }

    @Test
    void junitHasASuiteADocumentAndCountsThatAddUp() throws Exception {
        Element root = xml(write(new JunitReportWriter(Language.VI, Severity.ERROR)));
        NodeList suites = root.getElementsByTagName("testsuite");
        assertEquals(3, suites.getLength());
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            assertEquals(suite.getAttribute("tests"), count(suite, "testcase"), suite.getAttribute("name"));
            assertEquals(suite.getAttribute("failures"), count(suite, "failure"), suite.getAttribute("name"));
            assertEquals(suite.getAttribute("errors"), count(suite, "error"), suite.getAttribute("name"));
            assertEquals(suite.getAttribute("skipped"), count(suite, "skipped"), suite.getAttribute("name"));
        }
        assertEquals(
                "1", ((Element) suites.item(0)).getAttribute("failures"), "two findings of one rule fail one case");
        assertEquals("1", ((Element) suites.item(2)).getAttribute("errors"));
        Element lenient = xml(write(new JunitReportWriter(Language.VI, null)));
        assertEquals("0", count(lenient, "failure"), "nothing fails with --fail-on never");
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static String count(Element within, String name) {
        return String.valueOf(within.getElementsByTagName(name).getLength());
    }

    @Test
    void csvHasARowAFindingAndStartsNoFormula() throws IOException {
        String csv = write(new CsvReportWriter(Language.EN));
        assertEquals('\uFEFF', csv.charAt(0), "spreadsheet programs see UTF-8 by it");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))
                .getRecords();
        long findings =
                report.documents().stream().mapToLong(d -> d.findings().size()).sum();
        assertEquals(findings + 1, rows.size(), "and one for the file that could not be read");
        assertTrue(rows.stream().anyMatch(row -> row.get("Evidence").startsWith("'=1+2")), csv);
        assertEquals("unreadable", rows.get(rows.size() - 1).get("Status"));
        assertEquals("ngày 11 tháng 4 năm 2023", rows.get(2).get("Evidence"));
    }

    @Test
    void xlsxHasThreeSheetsWithFilters() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxReportWriter.write(report, Language.VI, out);
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertEquals(
                    List.of("Phát hiện", "Văn bản", "Quy tắc"),
                    List.of(workbook.getSheetName(0), workbook.getSheetName(1), workbook.getSheetName(2)));
            for (Sheet sheet : workbook) {
                assertNotNull(((XSSFSheet) sheet).getCTWorksheet().getAutoFilter(), sheet.getSheetName());
                assertNotNull(sheet.getPaneInformation(), sheet.getSheetName());
            }
            assertEquals(3, workbook.getSheetAt(1).getLastRowNum());
            assertEquals(report.rules().size(), workbook.getSheetAt(2).getLastRowNum());
            assertEquals(
                    "ngày 11 tháng 4 năm 2023",
                    workbook.getSheetAt(0).getRow(3).getCell(11).getStringCellValue());
            assertEquals(
                    2,
                    workbook.getSheetAt(1).getRow(1).getCell(7).getNumericCellValue(),
                    "errors of the first document");
        }
    }

    @Test
    @StartsPrograms
    void libreOfficeOpensTheWorkbook() throws Exception {
        Programs.require("localc");
        Path file = folder.resolve("report.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxReportWriter.write(report, Language.VI, out);
        }
        String flat =
                Files.readString(Programs.convert(List.of(file), "fods", folder).get(0));
        for (String expected : List.of(
                "table:name=\"Phát hiện\"",
                "table:name=\"Văn bản\"",
                "table:name=\"Quy tắc\"",
                "table:display-filter-buttons=\"true\"",
                "<text:p>ngày 11 tháng 4 năm 2023</text:p>")) {
            assertTrue(flat.contains(expected), expected);
        }
    }

    @Test
    void statisticsCountByRule() throws IOException {
        String text = write(new StatisticsWriter(Language.VI, false));
        assertTrue(text.startsWith("    2  LỖI         event-year "), text);
        assertTrue(text.contains("(1 tệp; 1 đã cho qua)"), text);
    }

    @Test
    void explainedTextHoldsThePagesOfTheRulesThatFound() throws IOException {
        String text = write(new TextReportWriter(Language.VI, false, true, true, 0));
        assertTrue(text.contains("event-year · Hoạt động"), text);
        assertTrue(text.contains("VÌ SAO") && !text.contains("agenda-overlap · "), text);
        assertFalse(text.contains("Đã kiểm tra"), "quiet leaves the summary out");
        assertTrue(text.contains("ĐÃ CHO QUA"), text);
        assertTrue(
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .contains("Lê Hạnh cho qua: đã hỏi <Sở>"),
                text);
    }
}
