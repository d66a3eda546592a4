package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;

/** The JSON report keeps its published schema, and the same files give the same bytes. */
class JsonReportTest {
    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/planlint-report-1.schema.json")));
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.sorted().toList();
        }
    }

    private static String json(PlanLint planlint, List<Path> files) throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonReportWriter(Language.VI).write(planlint.check(files), out);
        return out.toString();
    }

    @Test
    void reportsOfGoodAndBadFilesKeepTheSchema() throws IOException {
        List<Path> files = new ArrayList<>(samples());
        files.add(Path.of("samples/khong-co.docx"));
        String json = json(PlanLint.builder().build(), files);
        assertEquals("[]", schema().validate(json, InputFormat.JSON).toString());
        assertTrue(json.contains("\"code\": \"not-found\""));
    }

    @Test
    void theSchemaRefusesASpoiledReport() throws IOException {
        String json = json(PlanLint.builder().build(), samples().subList(0, 1)).replace("\"checked\",", "\"fine\",");
        assertFalse(schema().validate(json, InputFormat.JSON).isEmpty());
    }

    @Test
    void sameBytesGiveTheSameReportWhateverTheThreads() throws IOException {
        List<Path> files = samples();
        String one = json(PlanLint.builder().jobs(1).build(), files);
        assertEquals(one, json(PlanLint.builder().jobs(4).build(), files));
    }

    @Test
    void evidenceIsTheTextBetweenTheOffsets() {
        String plan =
                "Số: 12/KH-X\nSơn Thủy, ngày 10 tháng 3 năm 2023\nKẾ HOẠCH\nTập huấn\n1. Thời gian: ngày 07 tháng 4 năm 2022.";
        DocumentReport report = PlanLint.builder().build().check("x.txt", plan.getBytes(StandardCharsets.UTF_8));
        Finding finding = report.findings().stream()
                .filter(f -> f.rule().equals("event-year"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                finding.evidence(),
                plan.substring(finding.location().start(), finding.location().end()));
        assertEquals("ngày 07 tháng 4 năm 2022", finding.evidence());
        assertEquals("2023", finding.expected());
        assertEquals(new Finding.Suggestion("2022", "2023", false), finding.suggestion());
        assertEquals("1", finding.location().section());
    }
}
