package org.planlint.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures checks of real files: {@code mvn -q -B -DskipTests package exec:java@bench-real -Dbench.folder=DIR}, where DIR may be
 * several. {@code -Dbench.kinds=docx,pdf} measures some kinds alone, {@code -Dbench.keep} writes the table that the next run is
 * compared with.
 */
public final class RealBenchmark {
    private static final String FOLDER = System.getProperty("bench.folder", "../shared/corpus/files");
    private static final String KINDS = System.getProperty("bench.kinds", "docx,doc,pdf,odt");
    private static final Path TABLE = Path.of("docs", "benchmark.tsv");

    private RealBenchmark() {}

    public static void main(String[] args) throws Exception {
        BenchmarkTable table = new BenchmarkTable();
        measure(table);
        BenchmarkTable last = BenchmarkTable.read(TABLE);
        System.out.print(table.beside(last));
        if (System.getProperty("bench.keep") != null) {
            table.write(TABLE, last);
        }
        System.exit(0);
    }

    static void measure(BenchmarkTable table) throws Exception {
        for (String kind : KINDS.split(",")) {
            List<Path> files = new ArrayList<>();
            for (String folder : FOLDER.split(java.io.File.pathSeparator)) {
                if (Files.isDirectory(Path.of(folder))) {
                    files.addAll(FilesBenchmark.in(Path.of(folder), kind));
                }
            }
            new FilesBenchmark("real", kind, files).run(table);
            new FilesBenchmark("sample", kind, FilesBenchmark.in(Path.of("samples"), kind)).run(table);
        }
    }
}
