package org.planlint.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.samples.SampleSet;

/** What a check costs against the size of the file: the CPU time for each page or paragraph should stay what it is. */
final class GrowthBenchmark {
    private static final int ROUNDS = 3;
    /** Of the largest: once is enough. */
    private static final long LONG = Duration.ofSeconds(5).toNanos();

    private static final String HEAD = """
            UBND TỈNH BÌNH MINH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc
            Số: 12/KH-SNV\tBình Minh, ngày 05 tháng 3 năm 2024

            KẾ HOẠCH
            Công tác văn thư, lưu trữ năm 2024

            I. NỘI DUNG
            """;

    /** Lines that rules compare with one another. */
    private static final Map<String, IntFunction<String>> COMPARED = new TreeMap<>(Map.of(
            "events", i -> "- Tổ chức hội nghị lần " + i + " lúc 8h00 ngày " + day(i) + ".",
            "stretches", i -> "- Tổ chức lớp " + i + " từ ngày " + day(i + 9) + " đến ngày " + day(i) + ".",
            "reports", i -> "- Các phòng gửi báo cáo kết quả về Văn phòng Sở trước ngày " + day(i) + ".",
            "citations", i -> "Căn cứ Quyết định số 12/QĐ-SNV ngày " + day(i) + " của Giám đốc Sở về việc " + i + ";"));

    private final PlanLint planlint =
            PlanLint.builder().timeout(Duration.ofMinutes(30)).build();
    private final Path folder;
    private final BenchmarkTable table;

    GrowthBenchmark(Path folder, BenchmarkTable table) {
        this.folder = folder;
        this.table = table;
    }

    void run() throws Exception {
        for (int pages : new int[] {1, 10, 100, 1_000}) {
            measure("pdf of " + pages + " pages, ms a page", Files.readAllBytes(SampleSet.pdfOf(folder, pages)), pages);
        }
        for (int paragraphs : new int[] {100, 1_000, 10_000, 100_000}) {
            byte[] docx = Files.readAllBytes(SampleSet.docxOf(folder, paragraphs));
            measure("docx of " + paragraphs + " paragraphs, ms a hundred", docx, paragraphs / 100);
        }
        for (int kilobytes : new int[] {10, 100, 1_000}) {
            String words = "các phòng, ban phối hợp thực hiện ";
            String line = words.repeat(kilobytes * 1000 / words.getBytes(StandardCharsets.UTF_8).length);
            measure("line of " + kilobytes + " KB, ms for ten", text(line), kilobytes / 10);
        }
        for (int findings : new int[] {100, 1_000, 10_000}) {
            String lines = IntStream.rangeClosed(1, findings)
                    .mapToObj(i -> "- Đợt " + i + ": hoàn thành trước ngày 31/02/2024.")
                    .collect(Collectors.joining("\n"));
            measure("text of " + findings + " findings, ms a hundred", text(lines), findings / 100);
        }
        for (Map.Entry<String, IntFunction<String>> kind : COMPARED.entrySet()) {
            for (int lines : new int[] {200, 2_000, 20_000}) {
                String body =
                        IntStream.range(0, lines).mapToObj(kind.getValue()).collect(Collectors.joining("\n"));
                measure(lines + " lines of " + kind.getKey() + ", ms a hundred", text(body), lines / 100);
            }
        }
    }

    /** A day of three months that may come again. */
    private static String day(int i) {
        return String.format(Locale.ROOT, "%02d/%02d/2024", 1 + i % 28, 1 + i / 28 % 3);
    }

    private static byte[] text(String body) {
        return (HEAD + body + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void measure(String what, byte[] bytes, int parts) {
        long least = Long.MAX_VALUE;
        DocumentReport report = null;
        for (int round = 0; round < ROUNDS && (round == 0 || least < LONG); round++) {
            long before = CpuTime.all();
            report = planlint.check(what, bytes);
            least = Math.min(least, CpuTime.all() - before);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %s, %d findings%n",
                what,
                report.status(),
                report.findings().size());
        table.put("growth, " + what, least / 1e6 / parts);
    }
}
