package org.planlint.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.planlint.cli.Commands;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;

/** The HTML report in a real browser: filters, from finding to text and back, keys, languages, a phone. */
@StartsPrograms
class BrowserTest {
    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        browser = Browser.open(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    /** Shows the report on these files on a screen of this width. */
    private static void show(int width, String... files) {
        Path page = folder.resolve("report.html");
        String[] args = new String[files.length + 5];
        System.arraycopy(new String[] {"check", "-f", "html", "-o", page.toString()}, 0, args, 0, 5);
        System.arraycopy(files, 0, args, 5, files.length);
        assertEquals(1, Commands.run(args).code());
        browser.manage().window().setSize(new Dimension(width, 900));
        browser.get(page.toUri().toString());
    }

    private static WebElement id(String id) {
        return browser.findElement(By.id(id));
    }

    private static boolean isInView(WebElement element) {
        Object in = ((JavascriptExecutor) browser)
                .executeScript(
                        "var r = arguments[0].getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= window.innerHeight;",
                        element);
        return Boolean.TRUE.equals(in);
    }

    private static long shownCards() {
        return browser.findElements(By.className("finding")).stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    @Test
    void filtersHideCardsAndMarks() {
        show(1400, "samples/02-toa-dam-nam-cu.docx");
        assertEquals(2, shownCards());
        assertTrue(id("later").getText().contains("thiếu số văn bản, thiếu ngày ban hành"), "in one quiet line");
        show(1400, "samples/05-kiem-tra-danh-so.docx");
        assertEquals(4, shownCards());
        browser.findElement(By.cssSelector("input[value=error]")).click();
        assertEquals(1, shownCards());
        assertTrue(id("t2").getAttribute("class").contains("off"), "the mark of a hidden finding is off");
        browser.findElement(By.cssSelector("input[value=error]")).click();
        assertFalse(id("t2").getAttribute("class").contains("off"));
        new Select(id("rule")).selectByIndex(1);
        assertEquals("– / " + shownCards(), id("position").getText());
    }

    @Test
    void fromFindingToTextAndBack() throws Exception {
        show(1400, "samples/05-kiem-tra-danh-so.docx");
        WebElement mark = id("t4");
        id("f4").findElement(By.cssSelector("a.show")).click();
        Until.holds("the evidence comes into view", () -> isInView(mark));
        assertTrue(mark.getAttribute("class").contains("now"));
        browser.findElement(By.cssSelector("a.ref[data-f='2']")).click();
        Until.holds("the card comes into view", () -> isInView(id("f2").findElement(By.tagName("h3"))));
        assertEquals("f2", browser.switchTo().activeElement().getAttribute("id"));
    }

    @Test
    void keysStepThroughTheFindings() throws Exception {
        show(1400, "samples/05-kiem-tra-danh-so.docx");
        WebElement body = browser.findElement(By.tagName("body"));
        body.sendKeys("j");
        assertEquals("1 / 4", id("position").getText());
        browser.switchTo().activeElement().sendKeys("n");
        browser.switchTo().activeElement().sendKeys("j");
        assertEquals("3 / 4", id("position").getText());
        Until.holds("the evidence comes into view", () -> isInView(id("t3")));
        browser.switchTo().activeElement().sendKeys("k");
        assertEquals("f2", browser.switchTo().activeElement().getAttribute("id"));
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertTrue(id("t2").getAttribute("class").contains("now"));
        browser.findElement(By.tagName("body")).sendKeys(Keys.ESCAPE);
        assertEquals("f2", browser.switchTo().activeElement().getAttribute("id"));
    }

    @Test
    void theLanguageIsSwitched() {
        show(1400, "samples/02-toa-dam-nam-cu.docx");
        WebElement card = id("f1");
        assertTrue(card.getText().contains("Cách sửa:") && !card.getText().contains("How to mend:"), card.getText());
        assertEquals("Mọi quy tắc", firstChoice());
        assertEquals("Quy tắc", id("rule").getAttribute("aria-label"));
        id("language").click();
        assertEquals("All rules", firstChoice());
        assertEquals("Rule", id("rule").getAttribute("aria-label"));
        assertTrue(card.getText().contains("How to mend:") && !card.getText().contains("Cách sửa:"), card.getText());
        assertEquals("en", browser.findElement(By.tagName("html")).getAttribute("lang"));
    }

    private static String firstChoice() {
        return id("rule").findElement(By.tagName("option")).getText();
    }

    @Test
    void aPdfShowsItsPagesWithFramesOnTheWords() {
        show(1400, "samples/02-toa-dam-nam-cu.pdf");
        assertTrue(id("p1").isDisplayed() && !id("text").isDisplayed());
        id("p1").click();
        assertEquals("f1", browser.switchTo().activeElement().getAttribute("id"));
        assertEquals(
                1L,
                browser.findElements(By.cssSelector(".sheet img")).stream()
                        .filter(image -> !"0".equals(image.getAttribute("naturalWidth")))
                        .count(),
                "the picture is drawn");
        browser.findElement(By.cssSelector("[data-view=text]")).click();
        assertTrue(id("t1").isDisplayed() && !id("p1").isDisplayed());
        assertEquals("ngày 11 tháng 4 năm 2023", id("t1").getText());
    }

    @Test
    void aPhoneShowsOneSideAtATime() throws Exception {
        show(500, "samples/02-toa-dam-nam-cu.docx");
        assertTrue(id("findings").isDisplayed() && !id("plan").isDisplayed());
        id("f2").findElement(By.cssSelector("a.show")).click();
        Until.holds("the text is shown", () -> id("plan").isDisplayed() && isInView(id("t2")));
        assertFalse(id("findings").isDisplayed());
        Object overflow = ((JavascriptExecutor) browser)
                .executeScript("return document.documentElement.scrollWidth - window.innerWidth;");
        assertTrue(((Number) overflow).intValue() <= 0, overflow + " pixels wider than the screen");
    }

    @Test
    void theIndexIsSearchedWithoutMarks() {
        show(
                1400,
                "samples/02-toa-dam-nam-cu.docx",
                "samples/04-tap-huan-chong-gio.docx",
                "samples/01-hoi-nghi-so-ket.docx");
        assertEquals("Tìm", id("search").getAttribute("placeholder"));
        id("search").sendKeys("phong giao duc");
        assertEquals(
                1,
                browser.findElements(By.cssSelector("#documents tbody tr")).stream()
                        .filter(WebElement::isDisplayed)
                        .count());
        id("search").clear();
        id("search").sendKeys(" ", Keys.BACK_SPACE);
        id("faulty").click();
        List<WebElement> faulty = browser.findElements(By.cssSelector("#documents tbody tr")).stream()
                .filter(WebElement::isDisplayed)
                .toList();
        assertEquals(2, faulty.size());
        faulty.get(0).findElement(By.tagName("a")).click();
        assertEquals(
                "02-toa-dam-nam-cu.docx", browser.findElement(By.tagName("h1")).getText());
    }

    @Test
    void anAuditLeadsFromANumberToItsDocumentsAndTheirReports() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("kho"));
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(
                            file -> file.getFileName().toString().matches("0[123].*"))
                    .toList()) {
                Files.copy(sample, archive.resolve(sample.getFileName()));
            }
        }
        Path out = folder.resolve("audit");
        assertEquals(
                0,
                Commands.run("audit", archive.toString(), "--out", out.toString(), "-j", "1")
                        .code());
        for (String page : List.of("index.html", "agencies.html", "documents.html", "archive.html")) {
            browser.manage().window().setSize(new Dimension(500, 900));
            browser.get(out.resolve(page).toUri().toString());
            Object overflow = ((JavascriptExecutor) browser)
                    .executeScript("return document.documentElement.scrollWidth - window.innerWidth;");
            assertTrue(((Number) overflow).intValue() <= 0, page + ": " + overflow + " pixels wider than the screen");
        }
        browser.manage().window().setSize(new Dimension(1400, 900));
        browser.get(out.resolve("index.html").toUri().toString());
        browser.findElement(By.cssSelector("a[href='documents.html#rule=event-year']"))
                .click();
        Until.holds("the list is sifted", () -> "6".equals(id("found").getText()));
        assertEquals("event-year", id("by-rule").getAttribute("value"));
        new Select(id("by-severity")).selectByValue("info");
        Until.holds(
                "and sifted again",
                () -> id("all").isDisplayed() && browser.getCurrentUrl().contains("severity=info"));
        new Select(id("by-severity")).selectByValue("*");
        browser.findElement(By.cssSelector("th[data-key=path] button")).click();
        browser.findElement(By.cssSelector("th[data-key=path] button")).click();
        assertEquals(
                "02-toa-dam-nam-cu.txt",
                browser.findElement(By.cssSelector("#rows td")).getText(),
                "sorted backwards");
        id("search").sendKeys(".pdf");
        Until.holds("and searched", () -> "1".equals(id("found").getText()));
        browser.findElement(By.cssSelector("#rows a")).click();
        assertEquals(
                "02-toa-dam-nam-cu.pdf", browser.findElement(By.tagName("h1")).getText());
        assertEquals(
                "ngày 11 tháng 4 năm 2023",
                id("f1").findElement(By.className("quoted")).getText());
        browser.findElement(By.tagName("body")).sendKeys("j");
        assertEquals("1 / 2", id("position").getText());
        assertEquals(
                List.of(),
                browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(LogEntry::getMessage)
                        .toList());
    }

    @Test
    void nothingIsRefusedOrFetched() {
        for (String file : List.of("samples/02-toa-dam-nam-cu.pdf", "samples/04-tap-huan-chong-gio.docx")) {
            show(1400, file);
            browser.findElement(By.tagName("body")).sendKeys("j");
            List<LogEntry> log = browser.manage().logs().get(LogType.BROWSER).getAll();
            assertEquals(List.of(), log.stream().map(LogEntry::getMessage).toList());
        }
    }

    @Test
    void pagesOfFilesAreOfUseToAll() throws Exception {
        Axe axe = new Axe();
        for (String file : List.of(
                "samples/02-toa-dam-nam-cu.docx",
                "samples/02-toa-dam-nam-cu.pdf",
                "samples/05-kiem-tra-danh-so.docx",
                "samples/08-chuong-trinh-dao-lon.docx")) {
            show(1400, file);
            axe.assertNothingFound(file, browser);
        }
        show(1400, "samples/02-toa-dam-nam-cu.docx", "samples/01-hoi-nghi-so-ket.docx");
        axe.assertNothingFound("the index", browser);
    }
}
