package org.planlint.report.html;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.planlint.cli.Commands;
import org.planlint.samples.StartsPrograms;

/** The pages of an audit, as whoever reads them has them. */
@StartsPrograms
class AuditPagesTest {
    @TempDir
    static Path folder;

    private static ChromeDriver browser;
    private static Path audit;

    /** Sound and faulty plans, one twice, a letter that is no plan, and what cannot be read; and the audit before it. */
    @BeforeAll
    static void make() throws IOException {
        browser = Browser.open(folder);
        Path archive = Files.createDirectories(folder.resolve("kho/năm 2024"));
        for (String name : List.of("01-hoi-nghi-so-ket.docx", "02-toa-dam-nam-cu.pdf", "05-kiem-tra-danh-so.docx")) {
            Files.copy(Path.of("samples", name), archive.resolve(name));
        }
        audit = folder.resolve("ket-qua");
        run(archive);
        Files.copy(Path.of("samples/02-toa-dam-nam-cu.docx"), archive.resolve("02-toa-dam-nam-cu.docx"));
        Files.writeString(archive.resolve("hong.docx"), "PK hỏng");
        Files.writeString(archive.resolve("thu.txt"), "SỞ NỘI VỤ\n\nBÁO CÁO\nKết quả năm 2023\n");
        run(archive);
    }

    private static void run(Path archive) {
        Commands.run("audit", "--no-config", "-q", "-j", "1", "-o", audit.toString(), archive.toString());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void everyPageIsOfUseToAll() throws IOException {
        Axe axe = new Axe();
        assertAll(pages().stream().map(page -> () -> {
            browser.get(page.toUri().toString());
            axe.assertNothingFound(audit.relativize(page).toString(), browser);
            assertEquals(List.of(), Browser.complaints(browser), page.toString());
        }));
    }

    /** The first page and the lists; of the many that are alike two. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> lists = Files.list(audit);
                Stream<Path> agencies = Files.walk(audit.resolve("agencies"));
                Stream<Path> reports = Files.walk(audit.resolve("reports"))) {
            List<Path> pages = Stream.of(lists, agencies.limit(4), reports.limit(4))
                    .flatMap(some -> some)
                    .filter(page -> page.toString().endsWith(".html"))
                    .sorted()
                    .toList();
            assertTrue(pages.size() > 6, pages.toString());
            return pages;
        }
    }
}
