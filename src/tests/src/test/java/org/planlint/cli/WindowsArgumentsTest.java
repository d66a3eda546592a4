package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsArgumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "check a.docx; check|a.docx",
                "  check \t a.docx  ; check|a.docx",
                "check \"Kế hoạch năm 2026.docx\" --quiet; check|Kế hoạch năm 2026.docx|--quiet",
                "check \"C:\\Kế hoạch\\\" -q; check|C:\\Kế hoạch\\|-q",
                "\\\\may-chu\\kho\\a.docx; \\\\may-chu\\kho\\a.docx",
                "--output=\"a b.html\" x; --output=a b.html|x",
                "--reason \"nói \"\"được\"\"\"; --reason|nói \"được\"",
                "--by \"\" x; --by||x",
                "\"a & b ^ %c% !d!.docx\"; a & b ^ %c% !d!.docx",
                "\"chưa đóng; chưa đóng",
                "khong-co-*.docx; khong-co-*.docx",
            })
    void wordsAreAsTyped(String line, String words) {
        assertArrayEquals(words.split("\\|", -1), WindowsArguments.of(line));
    }

    @Test
    void nothingIsNothing() {
        assertEquals(0, WindowsArguments.of("  ").length);
    }

    @Test
    void namesAreFilledInAsNoPromptOfWindowsDoes(@TempDir Path folder) throws Exception {
        for (String name : List.of("Kế hoạch 2.docx", "Kế hoạch 1.docx", "Báo cáo.pdf", "a [1].docx", "*".repeat(1))) {
            Files.createFile(folder.resolve(name));
        }
        String at = folder + "/";
        assertArrayEquals(
                new String[] {"check", at + "Kế hoạch 1.docx", at + "Kế hoạch 2.docx"},
                WindowsArguments.of("check \"" + at + "Kế hoạch \"?.docx"));
        assertArrayEquals(new String[] {at + "a [1].docx"}, WindowsArguments.of("\"" + at + "a [\"*\"].docx\""));
        assertArrayEquals(new String[] {at + "*"}, WindowsArguments.of("\"" + at + "*\""));
    }
}
