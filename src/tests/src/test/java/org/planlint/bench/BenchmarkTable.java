package org.planlint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was measured, a name and a figure a line; less is better. {@code docs/benchmark.tsv} keeps the last of them. */
final class BenchmarkTable {
    private static final double WORSE = 1.10;
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private final Map<String, Double> figures = new LinkedHashMap<>();

    void put(String name, double figure) {
        figures.put(name, figure);
    }

    static BenchmarkTable read(Path file) throws IOException {
        BenchmarkTable table = new BenchmarkTable();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    table.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
                }
            }
        }
        return table;
    }

    /** Those of {@code last} that were not measured this time stay. */
    void write(Path file, BenchmarkTable last) throws IOException {
        Map<String, Double> all = new LinkedHashMap<>(last.figures);
        all.putAll(figures);
        StringBuilder lines = new StringBuilder();
        all.forEach((name, figure) -> lines.append(String.format(Locale.ROOT, "%s\t%.3f%n", name, figure)));
        Files.writeString(file, lines);
    }

    /** Each figure beside the last one; one that is more than a tenth worse is red. */
    String beside(BenchmarkTable last) {
        StringBuilder lines = new StringBuilder(String.format(Locale.ROOT, "%-52s %9s %9s%n", "", "now", "last"));
        figures.forEach((name, figure) -> {
            Double before = last.figures.get(name);
            boolean worse = before != null && figure > before * WORSE;
            lines.append(String.format(
                    Locale.ROOT,
                    "%-52s %s%9.3f%s %9s%n",
                    name,
                    worse ? RED : "",
                    figure,
                    worse ? PLAIN : "",
                    before == null ? "–" : String.format(Locale.ROOT, "%.3f", before)));
        });
        return lines.toString();
    }
}
