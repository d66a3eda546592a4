package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.planlint.cli.Commands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.cli.Commands.Run;

/** A clerk's slips at the command line: each gets one line in her language, and the way to the help. */
class MisuseTest {
    private static final List<String> COMMANDS = List.of(
            "",
            "check",
            "open",
            "audit",
            "annotate",
            "fix",
            "read",
            "waive",
            "baseline",
            "facts",
            "record",
            "rules",
            "serve",
            "connect",
            "icap",
            "watch",
            "help",
            "generate-completion",
            "token",
            "token add",
            "token list",
            "token revoke");

    private static final Pattern ENGLISH = Pattern.compile(
            "Usage|Options|Commands|[Dd]efault|(?<![\\p{L}-])(?:the|of|and|with|for|files|shows|prints)(?!\\p{L})");
    private static final Pattern VIETNAMESE = Pattern.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "chek samples | Không có lệnh hay tham số “chek”. Có phải check?",
                "check --formt html x | Không có tùy chọn “--formt”. Có phải --format?",
                "check | Thiếu PATH.",
                "audit samples | Thiếu --out=DIR.",
                "check --jobs abc samples | “abc” không dùng được cho --jobs=N: cần một số nguyên lớn hơn 0.",
                "check --jobs 0 samples | “0” không dùng được cho --jobs=N: cần một số nguyên lớn hơn 0.",
                "check --as-of 31/02/2026 samples | “31/02/2026” không dùng được cho --as-of=DATE: cần một ngày, như 21/11/2026 hoặc 2026-11-21.",
                "check --lang fr samples | “fr” không dùng được cho --lang=LANG: chỉ nhận vi, en.",
                "serve --port 99999 | “99999” không dùng được cho --port=PORT: cần một số từ 0 đến 65535.",
                "check --format html samples | --format html cần --output FILE",
                "waive samples/02-toa-dam-nam-cu.docx event-year --by A --reason B --expires 1/1/2020 | --expires: 01/01/2020: ngày ấy đã qua",
                "serve --keep-documents maybe | “maybe” không dùng được cho --keep-documents=WHOSE: chỉ nhận page, all, none.",
                "check --only bo-cuc samples | --only: “bo-cuc”: chỉ nhận content hoặc layout",
                "check --trust khong-co samples | --trust: khong-co: không có thư mục này",
                "audit khong-co --out khong-ghi | khong-co: không có tệp hay thư mục ấy",
                "check --lang en --colour x | There is no option “--colour”. Did you mean --color?",
                "audit --lang en khong-co --out khong-ghi | khong-co: no such file or folder",
                "check -x samples | Không có tùy chọn “-x”.",
                "rules event-yer | Không có quy tắc “event-yer”. Có phải event-year?",
                "rules quy-tac-nao | Không có quy tắc “quy-tac-nao”.",
                "check -o x.docx samples | x.docx: không ghi báo cáo thành docx, hãy chọn html, xlsx, csv hay json; để ghi chú vào văn bản, dùng annotate",
                "check -o x.json -o y.json samples | --output=FILE chỉ được ghi một lần.",
                "check --no-config=x samples | “x” không dùng được cho --no-config, tùy chọn này không kèm giá trị.",
                "help chekc | Không có lệnh hay tham số “chekc”. Có phải check?",
                "token | cần một trong các lệnh add, list, revoke",
                "token add --role anyone An | “anyone” không dùng được cho --role=ROLE: chỉ nhận upload, review, admin.",
            })
    void oneLineSaysWhatIsWrong(String command, String said) {
        Run run = run(command.split(" "));
        assertEquals(Main.USAGE, run.code());
        assertEquals("", run.out());
        String[] lines = run.err().split("\n");
        assertEquals("planlint: " + said, lines[0]);
        assertEquals(2, lines.length, run.err());
        assertTrue(lines[1].endsWith(" --help"), lines[1]);
    }

    /** What goes wrong outside the program is told without the words of Java, and nobody is told a status of machines. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "check -o khong-co/x.json samples/01-hoi-nghi-so-ket.txt | 2 | khong-co/x.json: không có tệp hay thư mục ấy",
                "check -o samples -f json samples/01-hoi-nghi-so-ket.txt | 2 | samples: đây là thư mục, cần tên một tệp",
                "check --baseline khong-co samples/01-hoi-nghi-so-ket.txt | 2 | khong-co: không có tệp hay thư mục ấy",
                "waive khong-co.docx abc --by A --reason B | 5 | khong-co.docx: Không tìm thấy tệp. Kiểm tra lại đường dẫn.",
                "facts khong-co.docx | 5 | khong-co.docx: Không tìm thấy tệp. Kiểm tra lại đường dẫn.",
            })
    void whatGoesWrongIsSaidInHerWords(String command, int code, String said) {
        Run run = run(command.split(" "));
        assertEquals(code, run.code());
        assertEquals("planlint: " + said + "\n", run.err());
    }

    /** One reader sees one language: no English in Vietnamese help, no Vietnamese in English help. */
    @Test
    void helpIsInOneLanguage() {
        for (String command : COMMANDS) {
            String vietnamese = run((command + " --help").strip().split(" ")).out();
            assertTrue(vietnamese.startsWith("Cách dùng: planlint"), vietnamese);
            assertFalse(ENGLISH.matcher(vietnamese).find(), vietnamese);
            assertFalse(vietnamese.contains(" / "), vietnamese);
            String english =
                    run(("--lang en " + command + " --help").strip().split(" ")).out();
            assertTrue(english.startsWith("Usage: planlint"), english);
            assertFalse(VIETNAMESE.matcher(english.replace("Tiếng Việt", "")).find(), english);
            assertEquals(
                    run((command + " --help").strip().split(" ")).out(),
                    run(("help " + command).strip().split(" ")).out());
        }
    }

    @Test
    void aDayIsReadAsClerksWriteIt() {
        assertEquals(
                0,
                run("check", "--as-of", "21/11/2026", "samples/01-hoi-nghi-so-ket.docx")
                        .code());
    }

    @Test
    void theEndingOfTheOutputSaysTheFormat(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"x.html", "x.json", "x.xml"}) {
            run("check", "-o", folder.resolve(name).toString(), "samples/01-hoi-nghi-so-ket.docx");
        }
        assertTrue(Files.readString(folder.resolve("x.html")).startsWith("<!DOCTYPE html>"));
        assertTrue(Files.readString(folder.resolve("x.json")).startsWith("{"));
        assertTrue(Files.readString(folder.resolve("x.xml")).startsWith("<?xml"));
    }
}
