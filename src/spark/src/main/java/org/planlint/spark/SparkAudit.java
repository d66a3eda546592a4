package org.planlint.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.SequenceFileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.SequenceFileOutputFormat;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.planlint.audit.Together;
import org.planlint.audit.Together.Entry;
import org.planlint.report.Scope;

/**
 * An audit in three steps, each of which rests on what the one before has written, so that no file is checked twice: documents
 * into {@code results.parquet}, their lines out of it, and what only several of them show by a shuffle of what each gave.
 */
final class SparkAudit {
    /** Most files of a task, and most of their bytes: what is lost with an executor is this for each of its cores. */
    private static final int FILES = 500;

    private static final long BYTES = 128L << 20;
    /** Tasks for each core at least, so that none waits long for the last. */
    private static final int ROUNDS = 3;

    private static final String RESULTS = "results.parquet";
    private static final String RESULT_LINES = "results.jsonl";
    private static final String ARCHIVE_LINES = "archive.jsonl";

    private final SparkSession spark;
    private final JavaSparkContext context;

    SparkAudit(SparkSession spark) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    /**
     * What came of it.
     *
     * @param notRead documents that could not be read
     * @param together what only several of them show
     */
    record Outcome(long documents, long notRead, long together) {}

    /** @param out a folder that is not there yet */
    Outcome run(Archive archive, Orders orders, Path out) throws IOException {
        Broadcast<Orders> told = context.broadcast(orders);
        String results = new Path(out, RESULTS).toString();
        spark.createDataFrame(files(archive).mapPartitions(checks(told, hadoop())), Checked.COLUMNS)
                .write()
                .parquet(results);
        Dataset<Row> checked = spark.read().parquet(results);
        checked.select(Checked.LINE).write().text(new Path(out, RESULT_LINES).toString());
        String together = new Path(out, ARCHIVE_LINES).toString();
        together(checked, told).write().text(together);
        return new Outcome(
                checked.count(),
                checked.filter(functions.col(Checked.SCOPE).equalTo(Scope.NOT_READ.word()))
                        .count(),
                spark.read().text(together).count());
    }

    /**
     * What only several documents of several runs show.
     *
     * @param results what they have written, by one path or a pattern
     */
    void together(Path results, Orders orders, Path out) throws IOException {
        FileStatus[] found =
                results.getFileSystem(context.hadoopConfiguration()).globStatus(results);
        if (found == null || found.length == 0) {
            throw new FileNotFoundException(results.toString());
        }
        String[] paths =
                Stream.of(found).map(status -> status.getPath().toString()).toArray(String[]::new);
        together(spark.read().parquet(paths), context.broadcast(orders))
                .write()
                .text(new Path(out, ARCHIVE_LINES).toString());
    }

    private Broadcast<SerializableConfiguration> hadoop() {
        return context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    }

    private static FlatMapFunction<Iterator<Item>, Row> checks(
            Broadcast<Orders> told, Broadcast<SerializableConfiguration> hadoop) {
        return items -> {
            Ahead<Checked> checked =
                    Workplace.of(told.value()).check(items, hadoop.value().value());
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> checked.close());
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return checked.hasNext();
                }

                @Override
                public Row next() {
                    return checked.next().row();
                }
            };
        };
    }

    /** Entries come to where their group is judged, sorted on the way by who carries them. */
    private static Dataset<String> together(Dataset<Row> checked, Broadcast<Orders> told) {
        Column kind = functions.col(Checked.KIND);
        MapPartitionsFunction<Row, String> judge = rows -> {
            Workplace workplace = Workplace.of(told.value());
            List<String> lines = new ArrayList<>();
            Together.judge(new Entries(rows), workplace.judge(), finding -> lines.add(workplace.line(finding)));
            return lines.iterator();
        };
        return checked.select(
                        functions.explode(functions.col(Checked.CATALOGUE)).as("entry"))
                .select("entry.*")
                .repartition(kind, functions.col(Checked.GROUP))
                .sortWithinPartitions(kind, functions.col(Checked.KEY))
                .mapPartitions(judge, Encoders.STRING());
    }

    private record Entries(Iterator<Row> rows) implements Iterator<Entry> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Entry next() {
            return Checked.entry(rows.next());
        }
    }

    /** Writes the files of an archive into few large ones, by their names. */
    void pack(Archive archive, Path out) throws IOException {
        Broadcast<SerializableConfiguration> hadoop = hadoop();
        files(archive)
                .filter(item -> !item.isEmptyFolder())
                .mapPartitionsToPair(items -> new Packing(items, hadoop.value().value()))
                .saveAsNewAPIHadoopFile(
                        out.toString(),
                        Text.class,
                        BytesWritable.class,
                        SequenceFileOutputFormat.class,
                        context.hadoopConfiguration());
    }

    private JavaRDD<Item> files(Archive archive) throws IOException {
        List<List<Item>> tasks = tasks(archive.items());
        JavaRDD<Item> listed = tasks.isEmpty()
                ? context.emptyRDD()
                : context.parallelize(tasks, tasks.size()).flatMap(List::iterator);
        return archive.packed().isEmpty() ? listed : listed.union(packed(archive.packed()));
    }

    /** Files that lie beside each other go together. */
    private List<List<Item>> tasks(List<Item> items) {
        int most = Math.max(1, Math.min(FILES, items.size() / (context.defaultParallelism() * ROUNDS)));
        List<List<Item>> tasks = new ArrayList<>();
        List<Item> task = new ArrayList<>();
        long bytes = 0;
        for (Item item : items) {
            if (!task.isEmpty() && (task.size() == most || bytes + item.length() > BYTES)) {
                tasks.add(task);
                task = new ArrayList<>();
                bytes = 0;
            }
            task.add(item);
            bytes += item.length();
        }
        if (!task.isEmpty()) {
            tasks.add(task);
        }
        return tasks;
    }

    private JavaRDD<Item> packed(List<Path> files) throws IOException {
        Job job = Job.getInstance(new Configuration(context.hadoopConfiguration()));
        for (Path file : files) {
            FileInputFormat.addInputPath(job, file);
        }
        @SuppressWarnings("unchecked") // The format's class does not say of what it is.
        JavaPairRDD<Text, BytesWritable> records = context.newAPIHadoopRDD(
                job.getConfiguration(), SequenceFileInputFormat.class, Text.class, BytesWritable.class);
        String home = java.nio.file.Path.of("").toAbsolutePath().toString();
        return records.map(
                record -> Item.packed(record._1().toString(), record._2().copyBytes(), home));
    }
}
