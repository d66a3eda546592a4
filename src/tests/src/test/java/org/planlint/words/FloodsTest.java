package org.planlint.words;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlint.samples.TakesLong;

/**
 * A text four times as long takes about four times the steps to read and to understand, whatever it is full of: in one line, in like
 * lines and in numbered ones.
 */
@TakesLong
class FloodsTest {
    private static final Path PIECES = Path.of("src/tests/src/test/floods.txt");
    private static final int SHORT = 3_000;
    private static final int TIMES = 4;
    /** Sorting and the like; the square of the length would be sixteen. */
    private static final double MOST = 6;

    private static final String HEAD = """
            UBND TỈNH BÌNH MINH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ GIÁO DỤC VÀ ĐÀO TẠO\tĐộc lập - Tự do - Hạnh phúc
            Số: 12/KH-SGDĐT\tBình Minh, ngày 05 tháng 03 năm 2024

            KẾ HOẠCH
            Tổ chức hội nghị sơ kết năm 2024

            I. MỤC ĐÍCH, YÊU CẦU
            Nâng cao chất lượng.
            II. NỘI DUNG
            """;
    private static final String TAIL = """

            III. TỔ CHỨC THỰC HIỆN
            Các đơn vị thực hiện./.

            Nơi nhận:\tGIÁM ĐỐC
            - Như trên;
            - Lưu: VT.\tNguyễn Văn A
            """;

    /** The program's reader and parser, so loaded that their steps are counted. */
    private static final class Program {
        private final Object extractor;
        private final Method read;
        private final Object parser;
        private final Method parse;

        Program() throws ReflectiveOperationException {
            ClassLoader loader = Steps.counted();
            Class<?> extractors = loader.loadClass("org.planlint.extract.Extractor");
            extractor = extractors.getConstructor().newInstance();
            read = extractors.getMethod("read", String.class, byte[].class, String.class);
            Object law = loader.loadClass("org.planlint.rules.Law")
                    .getMethod("tables")
                    .invoke(null);
            Class<?> parsers = loader.loadClass("org.planlint.parse.PlanParser");
            parser = parsers.getConstructor(loader.loadClass("org.planlint.facts.LawTables"))
                    .newInstance(law);
            parse = parsers.getMethod("parse", loader.loadClass("org.planlint.text.Document"));
        }

        long steps(String text, long limit) throws ReflectiveOperationException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Steps.of(() -> parse.invoke(parser, read.invoke(extractor, "a.txt", bytes, "text/plain")), limit);
        }
    }

    private enum Shape {
        ONE_LINE,
        LIKE_LINES,
        NUMBERED_LINES;

        String of(String piece, int length) {
            StringBuilder text = new StringBuilder(HEAD);
            for (int i = 1; text.length() < HEAD.length() + length; i++) {
                text.append(
                        switch (this) {
                            case ONE_LINE -> piece;
                            case LIKE_LINES -> piece + "\n";
                            case NUMBERED_LINES -> i + ". Nội dung " + i + ": " + piece.repeat(3) + "\n";
                        });
            }
            return text + TAIL;
        }
    }

    private static List<String> pieces() throws IOException {
        try (Stream<String> lines = Files.lines(PIECES)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(1, line.length() - 1).translateEscapes())
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> stepsGrowWithTheText() throws Exception {
        Program program = new Program();
        program.steps(HEAD + TAIL, Long.MAX_VALUE);
        List<DynamicTest> tests = new ArrayList<>();
        for (String piece : pieces()) {
            for (Shape shape : Shape.values()) {
                tests.add(DynamicTest.dynamicTest(shape + " of " + piece, () -> {
                    long few = program.steps(shape.of(piece, SHORT), Long.MAX_VALUE);
                    long limit = (long) (few * MOST);
                    long many = program.steps(shape.of(piece, SHORT * TIMES), limit);
                    assertTrue(many < limit, few + " steps, and more than " + limit + " for four times the text");
                }));
            }
        }
        return tests.stream();
    }
}
