package org.planlint.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
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
