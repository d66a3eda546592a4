package org.planlint.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.cli.Commands;
import org.planlint.cli.Commands.Run;

/** Waivers and baselines as a reviewer uses them, through the command line. */
class ReviewTest {
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");

    @TempDir
    Path folder;

    private Path plan;

    @BeforeEach
    void copy() throws IOException {
        plan = Files.copy(FAULTY, folder.resolve("ke-hoach.docx"));
    }

    private static JsonObject summary(Run run) {
        return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("summary");
    }

    private static int number(JsonObject summary, String name) {
        return summary.get(name).getAsInt();
    }

    private Run json(Object... more) {
        String[] args = new String[more.length + 4];
        args[0] = "check";
        args[1] = plan.toString();
        args[2] = "-f";
        args[3] = "json";
        for (int i = 0; i < more.length; i++) {
            args[i + 4] = more[i].toString();
        }
        return Commands.run(args);
    }

    // ---- waivers ----

    @Test
    void aWaivedFindingIsShownAndDoesNotCount() {
        assertEquals(1, json().code());
        Run waive = Commands.run(
                "waive", plan.toString(), "event-year", "--by", "Lê Hạnh", "--reason", "lịch cũ có chủ ý: \"đợt 1\"");
        assertEquals(0, waive.code(), waive.err());
        Run run = json();
        assertEquals(0, run.code());
        assertEquals(0, number(summary(run), "errors"));
        assertEquals(2, number(summary(run), "waived"));
        assertTrue(run.out().contains("\"reason\": \"lịch cũ có chủ ý: \\\"đợt 1\\\"\""), run.out());
        String text = Commands.run("check", plan.toString()).out();
        assertTrue(text.contains("ĐÃ CHO QUA  event-year") && text.contains("2 chỗ đã được cho qua."), text);
    }

    @Test
    void oneFindingIsNamedByTheFirstDigitsOfItsFingerprint() {
        String print = JsonParser.parseString(json().out())
                .getAsJsonObject()
                .getAsJsonArray("documents")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("findings")
                .get(2)
                .getAsJsonObject()
                .get("fingerprint")
                .getAsString();
        assertEquals(
                0,
                Commands.run("waive", plan.toString(), print.substring(0, 6), "--by", "H", "--reason", "r")
                        .code());
        assertEquals(1, number(summary(json()), "waived"));
        Run unknown = Commands.run("waive", plan.toString(), "ffffffff", "--by", "H", "--reason", "r");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("ffffffff: không có phát hiện ấy"), unknown.err());
        assertEquals(
                2, Commands.run("waive", plan.toString(), print, "--by", "H").code(), "a reason must be given");
    }

    @Test
    void aWaiverBesideThePlanIsAboutItsPdfToo() throws IOException {
        Files.copy(Path.of("samples/02-toa-dam-nam-cu.pdf"), folder.resolve("ke-hoach.pdf"));
        Commands.run("waive", plan.toString(), "event-year", "--by", "H", "--reason", "r");
        Files.move(folder.resolve("ke-hoach.docx.planlint.yaml"), folder.resolve("ke-hoach.planlint.yaml"));
        plan = folder.resolve("ke-hoach.pdf");
        assertEquals(2, number(summary(json()), "waived"));
    }

    @Test
    void aCentralFileNamesItsDocuments() throws IOException {
        Files.createDirectory(folder.resolve("2024"));
        Path other = Files.copy(FAULTY, folder.resolve("2024/khac.docx"));
        Path central = folder.resolve("waivers.yaml");
        assertEquals(
                2,
                Commands.run("check", other.toString(), "--waivers", central.toString())
                        .code(),
                "a file that is named must be there");
        Run waive = Commands.run(
                "waive", other.toString(), "event-year", "--by", "H", "--reason", "r", "--waivers", central.toString());
        assertEquals(0, waive.code(), "waive writes it: " + waive.err());
        assertTrue(Files.readString(central).contains("files: 2024/khac.docx"), Files.readString(central));
        Files.writeString(central, """
                waivers:
                  - {files: '2024/**', rule: event-year, evidence: 'NGÀY 11  tháng 4 năm 2023', reason: r, by: H}
                """);
        Run run = Commands.run("check", folder.toString(), "-f", "json", "--waivers", central.toString());
        assertEquals(
                1,
                number(summary(run), "waived"),
                "one of the two in the one file: words are compared without case and spaces");
        assertEquals(3, number(summary(run), "errors"));
        assertEquals(
                0,
                Commands.run(
                                "waive",
                                plan.toString(),
                                "event-year",
                                "--by",
                                "H",
                                "--reason",
                                "r",
                                "--waivers",
                                central.toString())
                        .code());
        assertEquals(
                1,
                number(
                        summary(Commands.run(
                                "check", folder.toString(), "-f", "json", "--waivers", central.toString())),
                        "errors"));
    }

    @Test
    void theConfigurationMayNameTheCentralFile() throws IOException {
        Files.writeString(folder.resolve("planlint.yaml"), "waivers: cho-qua.yaml\n");
        Files.writeString(folder.resolve("cho-qua.yaml"), "waivers:\n  - {rule: event-year, reason: r, by: H}\n");
        assertEquals(2, number(summary(json()), "waived"));
    }

    @Test
    void aWaiverThatMatchesNothingIsReported() throws IOException {
        Files.writeString(folder.resolve("ke-hoach.docx.planlint.yaml"), """
                waivers:
                  - {rule: date-zero, reason: đã sửa rồi, by: H}
                  - {rule: event-year, reason: tạm, by: H, expires: 2020-01-31}
                """);
        Run run = json();
        var stale = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("staleWaivers");
        assertEquals(2, stale.size());
        assertEquals(2, stale.get(0).getAsJsonObject().get("line").getAsInt());
        assertFalse(stale.get(0).getAsJsonObject().get("expired").getAsBoolean());
        assertTrue(stale.get(1).getAsJsonObject().get("expired").getAsBoolean());
        assertEquals(2, number(summary(run), "errors"), "what is over lets nothing pass");
        assertTrue(run.err().contains("miễn trừ không còn khớp với gì"), run.err());
        assertTrue(run.err().contains("miễn trừ đã hết hạn"), run.err());
    }

    @Test
    void aSpoiledWaiverIsRefusedWithItsLine() throws IOException {
        Path side = folder.resolve("ke-hoach.docx.planlint.yaml");
        Files.writeString(side, "waivers:\n  - {rule: event-yaer, reason: r, by: H}\n");
        Run run = json();
        assertEquals(2, run.code());
        assertTrue(run.err().contains(":2: ") && run.err().contains("event-year"), run.err());
        Files.writeString(side, "waivers:\n  - {rule: event-year, reason: r}\n");
        assertTrue(json().err().contains("“by”"), "who answers for it must be named");
        Files.writeString(side, "waivers: [{rule: event-year, reason: r, by: H}]\n");
        String before = Files.readString(side);
        assertEquals(
                2,
                Commands.run("waive", plan.toString(), "missing-number", "--by", "H", "--reason", "r")
                        .code());
        assertEquals(before, Files.readString(side), "what cannot be written behind is left as it was");
    }

    // ---- baseline ----

    private Path baseline() {
        Path file = folder.resolve("moc.json");
        assertEquals(
                0,
                Commands.run("baseline", folder.toString(), "-o", file.toString())
                        .code());
        return file;
    }

    @Test
    void onlyWhatIsNewIsReported() throws IOException {
        Path file = baseline();
        Run same = json("--baseline", file);
        assertEquals(0, same.code());
        assertEquals(4, number(summary(same), "known"));
        assertEquals(0, number(summary(same), "solved"));
        Files.copy(FAULTY, folder.resolve("moi.txt.docx"));
        plan = Files.writeString(
                folder.resolve("ke-hoach-2.txt"), Files.readString(Path.of("samples/02-toa-dam-nam-cu.txt")));
        assertEquals(1, json("--baseline", file).code(), "another plan is new");
    }

    @Test
    void thePdfMadeOfAPlanIsTheSamePlan() throws IOException {
        Path file = baseline();
        Files.delete(plan);
        plan = Files.copy(Path.of("samples/02-toa-dam-nam-cu.pdf"), folder.resolve("ke-hoach.pdf"));
        Run run = json("--baseline", file);
        assertEquals(0, run.code(), run.out());
        assertEquals(4, number(summary(run), "known"));
    }

    @Test
    void aPlanThatWasMovedIsKnownByItsBytes() throws IOException {
        Path file = baseline();
        plan = Files.move(plan, Files.createDirectory(folder.resolve("luu")).resolve("ten-khac.docx"));
        assertEquals(4, number(summary(json("--baseline", file)), "known"));
    }

    @Test
    void solvedEntriesDropOutWhenAskedTo() throws IOException {
        Files.delete(plan);
        plan = Files.copy(Path.of("samples/02-toa-dam-nam-cu.txt"), folder.resolve("ke-hoach.txt"));
        Path file = baseline();
        String faulty = Files.readString(plan);
        Files.writeString(plan, faulty.replace("năm 2023.", "năm 2024."));
        assertEquals(2, number(summary(json("--baseline", file)), "solved"));
        assertEquals(2, number(summary(json("--baseline", file, "--update-baseline")), "solved"));
        assertEquals(0, number(summary(json("--baseline", file)), "solved"));
        Files.writeString(plan, faulty);
        assertEquals(1, json("--baseline", file).code(), "what comes back is new");
    }

    @Test
    void aSpoiledBaselineIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("moc.json"), "{\"schema\": \"x\"}");
        Run run = json("--baseline", file);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("planlint-baseline/1"), run.err());
        assertEquals(2, json("--baseline", folder.resolve("khong-co.json")).code());
        assertEquals(2, json("--update-baseline").code());
    }
}
