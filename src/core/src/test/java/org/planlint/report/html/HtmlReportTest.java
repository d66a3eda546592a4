package org.planlint.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.facts.Section;
import org.planlint.report.AfterSigning;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Report;

/** The HTML page: whole in itself, safe, and its marks at the right words. */
class HtmlReportTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    private static String page(Examination examination) throws IOException {
        boolean read = examination.understanding() != null;
        DocumentView view = new DocumentView(
                examination.report(),
                read ? examination.understanding().document() : null,
                !read
                        ? List.of()
                        : examination.understanding().facts().all(Section.class).stream()
                                .filter(s -> s.value() > 0)
                                .map(s ->
                                        new DocumentView.Heading(s.span().paragraph(), s.level(), s.path(), s.title()))
                                .toList(),
                null,
                PLANLINT.pictures(examination),
                PLANLINT.lines(examination));
        StringWriter out = new StringWriter();
        new HtmlReport(Language.VI)
                .document(view, PLANLINT.report(List.of(examination.report()), Report.Review.NONE), out);
        return out.toString();
    }

    private static Examination examine(String name, String text) {
        return PLANLINT.examine(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands between the bounds of a finding's marks, without tags and the numbers behind them. */
    private static String marked(String html, int number) {
        StringBuilder text = new StringBuilder();
        Matcher mark = Pattern.compile("<mark class=\"[^\"]*\" data-f=\"([^\"]*)\"[^>]*>(.*?)</mark>", Pattern.DOTALL)
                .matcher(html.substring(html.indexOf("<article id=\"text\"")));
        while (mark.find()) {
            if (List.of(mark.group(1).split(" ")).contains(String.valueOf(number))) {
                text.append(mark.group(2).replaceAll("<[^>]*>", ""));
            }
        }
        return text.toString()
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
    }

    @Test
    void theMarksHoldTheEvidenceOfEveryFindingInEveryFormat() throws IOException {
        int seen = 0;
        try (var files = Files.list(Path.of("samples"))) {
            for (Path file : files.sorted().toList()) {
                Examination examination = PLANLINT.examine(file);
                String html = page(examination);
                int number = 0;
                AfterSigning later = AfterSigning.of(PLANLINT.report(examination.report()));
                for (Finding finding : examination.report().findings()) {
                    if (later.covers(examination.report(), finding)) {
                        continue;
                    }
                    number++;
                    assertTrue(html.contains("id=\"f" + number + "\""), file + " " + finding.rule());
                    if (finding.location() != null) {
                        assertEquals(finding.evidence(), marked(html, number), file + " " + finding.rule());
                        seen++;
                    }
                }
            }
        }
        assertTrue(seen > 80, seen + " marks");
    }

    @Test
    void thePageNeedsNothingButItself() throws IOException {
        String html = page(PLANLINT.examine(Path.of("samples/02-toa-dam-nam-cu.pdf")));
        Matcher source = Pattern.compile("(?:src|href)=\"([^\"]*)\"|url\\(([^)]*)\\)|@import")
                .matcher(html);
        while (source.find()) {
            String target = String.valueOf(source.group(1));
            assertTrue(target.startsWith("#") || target.startsWith("data:image/"), source.group());
        }
        assertTrue(html.contains("default-src 'none'"));
        assertTrue(html.contains("alt=\"trang 1\" src=\"data:image/"), "a pdf shows its pages");
    }

    @Test
    void whatComesFromTheFileIsEscaped() throws IOException {
        String evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        String html = page(examine(
                "a" + evil + ".txt",
                "Số: 12/KH-X\nSơn Thủy, ngày 10 tháng 3 năm 2023\nKẾ HOẠCH\nTập huấn " + evil + "\n1. Thời gian " + evil
                        + ": ngày 07 tháng 4 năm 2022 " + evil + "."));
        assertFalse(html.contains("<script>alert"), "a script of the file's");
        assertFalse(html.contains("<img src=x"), "a tag of the file's");
        assertTrue(html.contains("&lt;script&gt;alert(1)"), "its words are still shown");
        assertEquals(1, Pattern.compile("<script").matcher(html).results().count(), "the page's own script alone");
    }

    @Test
    void bothLanguagesAndTheWaivedFindingAreThere() throws IOException {
        Examination examination = PLANLINT.examine(Path.of("samples/02-toa-dam-nam-cu.docx"));
        List<Finding> findings = new ArrayList<>(examination.report().findings());
        findings.set(2, findings.get(2).waived(new Finding.Waiver("lịch cũ có chủ ý", "Lê Hạnh", null)));
        String html = page(examination.withReport(examination.report().withFindings(findings)));
        for (String words : List.of(
                "Cách sửa:",
                "How to mend:",
                findings.get(3).message().vi(),
                findings.get(3).message().en(),
                "lịch cũ có chủ ý",
                "Lê Hạnh",
                "<mark class=\"waived",
                "<mark class=\"error")) {
            assertTrue(html.contains(words.replace("'", "&#39;")), words);
        }
        assertTrue(html.contains("<b>1</b>"), "one error counts");
    }

    @Test
    void headingsTablesAndSignatureStandAsTheyWere() throws IOException {
        String html = page(PLANLINT.examine(Path.of("samples/04-tap-huan-chong-gio.docx")));
        assertTrue(
                html.contains("<h3 class=")
                        && html.contains("<table class=\"ruled\">")
                        && html.contains("<table class=\"bare\">"),
                html);
    }

    @Test
    void aFileThatCouldNotBeReadSaysWhy() throws IOException {
        String html = page(PLANLINT.examine(Path.of("samples/khong-co.docx")));
        assertTrue(html.contains("Không tìm thấy tệp.") && html.contains("role=\"alert\""), html);
    }

    @Test
    void aPlanOfSixtyPagesStaysSmall() throws IOException {
        StringBuilder text = new StringBuilder("Số: 12/KH-X\nSơn Thủy, ngày 10 tháng 3 năm 2023\nKẾ HOẠCH\nTập huấn\n");
        for (int i = 1; i <= 60 * 40; i++) {
            text.append(i)
                    .append(". Thời gian: ngày 07 tháng 4 năm ")
                    .append(i % 4 == 0 ? 2022 : 2023)
                    .append(", tại Hội trường số ")
                    .append(i)
                    .append(" của Trung tâm huyện Tân Lập.\n");
        }
        String html = page(examine("long.txt", text.toString()));
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 5_000_000, bytes + " bytes with 600 findings");
    }

    @Test
    void theIndexCountsAndLinks() throws IOException {
        Report report =
                PLANLINT.check(List.of(Path.of("samples/02-toa-dam-nam-cu.docx"), Path.of("samples/khong-co.docx")));
        StringWriter out = new StringWriter();
        new HtmlReport(Language.EN).index(report, List.of("x/0001.html", "x/0002.html"), out);
        String html = out.toString();
        assertTrue(html.contains("<a href=\"x/0001.html\">samples/02-toa-dam-nam-cu.docx</a>"), html);
        assertTrue(html.contains("<td class=\"n error\">2</td>") && html.contains("<code>event-year</code>"), html);
        assertTrue(html.contains("data-faulty=\"true\"><td><a href=\"x/0002.html\">"), html);
    }
}
