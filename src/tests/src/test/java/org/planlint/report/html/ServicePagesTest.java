package org.planlint.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.planlint.isolate.TestWorkers.AMPLE;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.TestWorkers;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;
import org.planlint.serve.Service;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** The service's pages in a real browser: sent, listed, read beside the plan, settled; with a keyboard alone, and by all. */
@StartsPrograms
class ServicePagesTest {
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");

    @TempDir
    static Path profile;

    private static ChromeDriver browser;

    @TempDir
    Path folder;

    private Store store;
    private Service service;
    private String home;

    @BeforeAll
    static void open() {
        browser = Browser.open(profile);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void start() throws IOException {
        store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
        service = new Service(
                new Service.Settings(
                        "127.0.0.1", 0, folder, 10 << 20, AMPLE, 8, 8, Severity.ERROR, Policy.OPEN, Language.VI),
                PlanLint.builder().build(),
                TestWorkers.shared(),
                store,
                new Alarm(new PrintWriter(System.err), null));
        home = "http://127.0.0.1:" + service.start() + "/";
        browser.manage().window().setSize(new Dimension(1200, 900));
        // What a test before has left in it is none of this one's.
        Browser.complaints(browser);
        browser.get(home);
    }

    @AfterEach
    void stop() {
        service.close();
        store.close();
        browser.manage().deleteAllCookies();
    }

    private static WebElement id(String id) {
        return browser.findElement(By.id(id));
    }

    private void send(Path file) throws Exception {
        id("file").sendKeys(file.toAbsolutePath().toString());
        Until.holds(
                "its verdict is shown",
                () -> listed("sent").contains(file.getFileName().toString()));
    }

    /** All at one moment: the list is made anew at each answer. */
    private static List<?> listed(String what) {
        return (List<?>) browser.executeScript("return Array.from(document.querySelectorAll('#" + what
                + " tbody a'), function (a) { return a.textContent; });");
    }

    private static List<?> listed() {
        return listed("recent");
    }

    private static List<String> names(String... names) {
        return List.of(names);
    }

    private void openReport(String name) throws Exception {
        browser.get(home);
        Until.holds("it is listed", () -> listed().contains(name));
        browser.findElement(By.linkText(name)).click();
        Until.holds("its page is open", () -> browser.getTitle().startsWith(name));
    }

    @Test
    void aFileIsSentWithItsStageAndReadBesideWhatWasFound() throws Exception {
        assertEquals(
                "Chọn tệp…",
                browser.findElement(By.cssSelector("label[for=file]")).getText());
        assertTrue(id("file").getRect().getWidth() <= 1, "the browser's own words are not seen");
        send(FAULTY);
        assertTrue(id("sent").getText().contains("chưa đạt"), id("sent").getText());
        assertTrue(id("said").getAttribute("textContent").contains("chưa đạt"), "and said aloud");
        new Select(id("stage")).selectByValue("final");
        send(Files.copy(FAULTY, folder.resolve("ban-chinh.docx")));
        browser.findElement(By.cssSelector("#sent tr:last-child a")).click();
        Until.holds("it opens", () -> !browser.findElements(By.id("t1")).isEmpty());
        assertEquals("ngày 11 tháng 4 năm 2023", id("t1").getText(), "the plan stands beside the findings");
        assertTrue(
                id("later").getText().contains("hiếu số văn bản"), id("later").getText());
        browser.findElement(By.cssSelector("a[href='/rules/event-year']")).click();
        Until.holds("the rule's page opens", () -> browser.getTitle().startsWith("event-year"));
        assertEquals(
                "Hoạt động hoặc thời hạn rơi vào năm trước năm của kế hoạch",
                browser.findElement(By.tagName("h1")).getText());
        id("language").click();
        browser.get(home + "rules/event-year");
        assertEquals(
                "An event or deadline lies in a year before the plan's",
                browser.findElement(By.tagName("h1")).getText(),
                "the language that was chosen stays");
        browser.findElement(By.linkText("Home")).click();
        openReport("ban-chinh.docx");
        assertTrue(browser.findElements(By.id("later")).isEmpty(), "a final plan has its number");
        assertEquals(4, browser.findElements(By.cssSelector(".finding.error")).size());
        assertEquals(List.of(), Browser.complaints(browser));
    }

    @Test
    void theListIsSearchedSortedCountedAndFiltered() throws Exception {
        send(Path.of("samples/06-kem-theo-quyet-dinh.docx"));
        send(FAULTY);
        send(Files.writeString(folder.resolve("<img src=x onerror=alert(1)>.txt"), "không phải kế hoạch"));
        Until.holds("all are listed", () -> listed().size() == 3);
        assertEquals(
                "tất cả 3",
                browser.findElement(By.cssSelector("#counts button")).getText());
        assertEquals(
                "đạt 1",
                browser.findElement(By.cssSelector("[data-verdict=acceptable]")).getText());
        id("search").sendKeys("son thuy");
        Until.holds("without diacritics", () -> listed().equals(names("06-kem-theo-quyet-dinh.docx")));
        assertEquals(
                "tất cả 1",
                browser.findElement(By.cssSelector("#counts button")).getText());
        id("search").clear();
        id("search").sendKeys("không có đâu");
        Until.holds("nothing is said plainly", () -> id("none").isDisplayed() && listed().isEmpty());
        id("search").clear();
        id("search").sendKeys(" ", Keys.BACK_SPACE);
        Until.holds("all are back", () -> listed().size() == 3);
        browser.findElement(By.cssSelector("[data-verdict=not-acceptable]")).click();
        Until.holds("filtered", () -> listed().equals(names("02-toa-dam-nam-cu.docx")));
        browser.findElement(By.cssSelector("[data-verdict='']")).click();
        browser.findElement(By.cssSelector("[data-sort=name]")).click();
        Until.holds(
                "sorted",
                () -> listed().equals(names(
                        "02-toa-dam-nam-cu.docx", "06-kem-theo-quyet-dinh.docx", "<img src=x onerror=alert(1)>.txt")));
        assertEquals(
                "ascending", browser.findElement(By.cssSelector("#recent th")).getAttribute("aria-sort"));
        assertTrue(
                browser.findElement(By.cssSelector("#recent tbody tr"))
                        .getText()
                        .contains("3/2024"),
                "days are written as people write them");
        assertEquals(List.of(), Browser.complaints(browser), "a name is only shown");
    }

    @Test
    void whatIsLetPassNamesReasonPersonAndDay() throws Exception {
        String reviewer = store.addToken("Bà Hoa", Role.REVIEW);
        browser.get(home);
        assertTrue(browser.findElements(By.id("drop")).isEmpty(), "who is not known is asked for a token");
        browser.findElement(By.name("token")).sendKeys("plt_sai", Keys.ENTER);
        Until.holds(
                "a wrong one is asked for again, in words",
                () -> browser.getPageSource().contains("Cần mã truy cập"));
        browser.findElement(By.name("token")).sendKeys(reviewer, Keys.ENTER);
        Until.holds(
                "who is known is named",
                () -> !browser.findElements(By.id("reader")).isEmpty());
        assertEquals("Bà Hoa", id("reader").getText());
        send(FAULTY);
        Until.holds("it is listed", () -> listed().size() == 1);
        assertTrue(
                browser.findElement(By.cssSelector("#recent tbody tr"))
                        .getText()
                        .contains("Bà Hoa"),
                "with who has sent it");
        openReport("02-toa-dam-nam-cu.docx");
        WebElement card = id("f1");
        card.findElement(By.cssSelector(".waive summary")).click();
        assertTrue(card.findElements(By.name("by")).isEmpty(), "the token says who");
        card.findElement(By.name("reason")).sendKeys("Lịch <b>cũ</b>, đã hỏi");
        browser.executeScript("arguments[0].value = '2999-12-31'", card.findElement(By.name("expires")));
        card.findElement(By.cssSelector(".waive button")).click();
        Until.holds(
                "it is let pass",
                () -> !browser.findElements(By.cssSelector("#f1.waived")).isEmpty());
        String said = id("f1").findElement(By.className("pass")).getText();
        assertTrue(said.contains("Bà Hoa: Lịch <b>cũ</b>, đã hỏi") && said.contains("31/12/2999"), said);
        id("f1").findElement(By.cssSelector(".back button")).click();
        Until.holds(
                "it is taken back",
                () -> browser.findElements(By.cssSelector("#f1.waived")).isEmpty());
        assertTrue(Browser.complaints(browser).stream().allMatch(line -> line.contains("401")));
    }

    @Test
    void aKeyboardIsEnough() throws Exception {
        send(FAULTY);
        browser.get(home);
        Until.holds("it is listed", () -> listed().size() == 1);
        for (int i = 0; i < 40 && !focused().equals("02-toa-dam-nam-cu.docx"); i++) {
            press(Keys.TAB);
        }
        assertEquals("02-toa-dam-nam-cu.docx", focused(), "the list is reached");
        press(Keys.ENTER);
        Until.holds("its page is open", () -> browser.getTitle().startsWith("02"));
        press("j");
        assertEquals("f1", browser.switchTo().activeElement().getAttribute("id"));
        for (int i = 0; i < 10 && !focused().equals("Cho qua chỗ này"); i++) {
            press(Keys.TAB);
        }
        press(Keys.ENTER);
        press(Keys.TAB);
        press("đã hỏi" + Keys.TAB + "Bà Hoa" + Keys.ENTER);
        Until.holds(
                "it is let pass",
                () -> !browser.findElements(By.cssSelector("#f1.waived")).isEmpty());
    }

    private static void press(CharSequence key) {
        new Actions(browser).sendKeys(key).perform();
    }

    private static String focused() {
        return browser.switchTo().activeElement().getText();
    }

    @Test
    void everyPageIsOfUseToAll() throws Exception {
        Axe axe = new Axe();
        axe.assertNothingFound("the first page without documents", browser);
        send(FAULTY);
        send(Path.of("samples/02-toa-dam-nam-cu.pdf"));
        send(Files.writeString(folder.resolve("thu.txt"), "x"));
        axe.assertNothingFound("the first page", browser);
        openReport("02-toa-dam-nam-cu.docx");
        axe.assertNothingFound("a report", browser);
        WebElement card = id("f1");
        card.findElement(By.cssSelector(".waive summary")).click();
        axe.assertNothingFound("a report with its form", browser);
        card.findElement(By.name("reason")).sendKeys("đã hỏi");
        card.findElement(By.name("by")).sendKeys("Bà Hoa");
        card.findElement(By.cssSelector(".waive button")).click();
        Until.holds(
                "it is let pass",
                () -> !browser.findElements(By.cssSelector("#f1.waived")).isEmpty());
        axe.assertNothingFound("a report with what was let pass", browser);
        openReport("02-toa-dam-nam-cu.pdf");
        axe.assertNothingFound("a report with pages", browser);
        browser.get(home);
        id("keep").click();
        send(Files.copy(FAULTY, folder.resolve("khong-giu.docx")));
        openReport("khong-giu.docx");
        assertTrue(browser.findElement(By.className("absent")).getText().contains("Không giữ tài liệu này"));
        assertTrue(browser.findElement(By.className("quoted")).isDisplayed(), "the words are quoted all the same");
        axe.assertNothingFound("a report whose document is not kept", browser);
        for (Map.Entry<String, String> page : Map.of(
                        "rules", "Các quy tắc", "rules/event-year", "Hoạt động", "v1/reports/x", "Không có ở đây")
                .entrySet()) {
            browser.get(home + page.getKey());
            String heading = browser.findElement(By.tagName("h1")).getText();
            assertTrue(heading.startsWith(page.getValue()), heading);
            axe.assertNothingFound(page.getKey(), browser);
        }
        store.addToken("a", Role.UPLOAD);
        browser.get(home);
        axe.assertNothingFound("the page that asks for a token", browser);
        assertFalse(Browser.complaints(browser).stream().anyMatch(line -> line.contains("Content Security Policy")));
    }
}
