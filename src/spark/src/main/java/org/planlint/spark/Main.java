package org.planlint.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.planlint.PlanLint;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Configurations;
import org.planlint.config.Recognition;
import org.planlint.facts.Stage;
import org.planlint.report.Language;
import org.planlint.rules.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code planlint-spark}: what {@code planlint audit} says of an archive, by a cluster; started by spark-submit. */
@Command(
        name = "planlint-spark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Main.Version.class,
        description =
                "Kiểm tra cả kho lưu trữ trên nhiều máy, kết quả như planlint audit. / Audits an archive on many machines, as planlint audit does.",
        footer = {
            "",
            "Mã kết thúc / exit code: 0 xong/done, 2 sai cách dùng/usage, 5 có tệp không kiểm tra được/some file could not be checked."
        })
public final class Main implements Callable<Integer> {
    private static final int USAGE = 2;
    private static final int INCOMPLETE = 5;

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"planlint-spark " + PlanLint.programVersion()};
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "IN",
            description =
                    "Thư mục, zip hoặc SequenceFile, trên hệ tệp nào của Hadoop cũng được. / A folder, zip or SequenceFile on any Hadoop file system.")
    private String in;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Thư mục kết quả, chưa có. / Folder for the results, not there yet.")
    private String out;

    @Option(
            names = "--pack",
            description =
                    "Chỉ gói các tệp của IN vào ít SequenceFile lớn ở OUT. / Only packs the files of IN into few large SequenceFiles in OUT.")
    private boolean pack;

    @Option(
            names = "--together",
            description =
                    "IN là results.parquet của những lượt trước (dùng được *); chỉ xét những gì nhiều kế hoạch cùng cho thấy. / IN names the results.parquet of earlier runs, * allowed; only what several plans show together is judged.")
    private boolean together;

    @Option(names = "--lang", defaultValue = "vi", description = "vi, en (${DEFAULT-VALUE}).")
    private Language language;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Cấu hình; mặc định là planlint.yaml gần nhất trên đường dẫn. / Configuration; by default the nearest planlint.yaml above each file.")
    private String config;

    @Option(names = "--no-config", description = "Bỏ qua mọi planlint.yaml. / Ignores any planlint.yaml.")
    private boolean noConfig;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "Thư mục quy tắc riêng (DRL và trang); DRL là mã lệnh. / Folder of own rules (DRL and pages); DRL is code.")
    private List<String> packs = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "PART",
            description =
                    "content: chỉ nội dung; layout: chỉ thể thức, kỹ thuật trình bày. / What plans say, or how they look, alone.")
    private Profile only;

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description =
                    "Tệp miễn trừ chung; tệp *.planlint.yaml cạnh văn bản luôn được đọc. / Central waivers; those beside a document are always read.")
    private String waivers;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Hồ sơ của các tệp, csv hoặc json. / Records of the files, csv or json.")
    private String records;

    @Option(
            names = "--trust",
            paramLabel = "DIR",
            description =
                    "Chứng thư của các CA được tin và danh sách thu hồi. / Certificates of trusted authorities and revocation lists.")
    private String trust;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Xét theo luật có hiệu lực ngày này (21/11/2026). / Judges by the law of this day (2026-11-21).")
    private LocalDate asOf;

    @Option(names = "--stage", paramLabel = "STAGE", description = "draft, final.")
    private Stage stage;

    @Option(
            names = "--ocr",
            paramLabel = "MODE",
            description = "Nhận dạng bản quét / recognises scans: auto, off, require.")
    private Recognition ocr;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Số tiến trình kiểm tra của mỗi executor. / Worker processes of each executor (default: its cores).")
    private Integer workers;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "512",
            description = "Bộ nhớ của mỗi tiến trình riêng. / Heap of each such process (${DEFAULT-VALUE}).")
    private int heap;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Thời gian tối đa cho một tệp. / Longest time for one file (${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--silence",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "Tiến trình riêng im lặng quá lâu thì bị dừng. / Longest silence of such a process (${DEFAULT-VALUE}).")
    private int silence;

    @Option(
            names = "--max-size",
            paramLabel = "MB",
            defaultValue = "100",
            description = "Cỡ tệp lớn nhất. / Largest file (${DEFAULT-VALUE}).")
    private int maxSize;

    private Main() {}

    public static void main(String[] args) {
        int code = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Language::readDay)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof ConfigurationError || e instanceof FileNotFoundException) {
                        System.err.println("planlint-spark: " + e.getMessage());
                        return USAGE;
                    }
                    throw e;
                })
                .execute(args);
        // A driver within a cluster ends by itself.
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws IOException, ConfigurationError {
        try (SparkSession spark =
                SparkSession.builder().appName("planlint " + in).getOrCreate()) {
            try {
                return run(spark);
            } finally {
                // Before Spark takes away the folder that it lies in.
                Workplace.closeAll();
            }
        }
    }

    private int run(SparkSession spark) throws IOException, ConfigurationError {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Path results = new Path(out);
        if (results.getFileSystem(hadoop).exists(results)) {
            System.err.println("planlint-spark: đã có / is there already: " + out);
            return USAGE;
        }
        SparkAudit audit = new SparkAudit(spark);
        if (together) {
            Path earlier = new Path(in);
            Archive none = new Archive(earlier, List.of(), List.of(), List.of());
            audit.together(earlier, orders(none, spark.sparkContext()), results);
            return 0;
        }
        Archive archive = Archive.of(in, results, hadoop);
        if (pack) {
            audit.pack(archive, results);
            return 0;
        }
        SparkAudit.Outcome outcome = audit.run(archive, orders(archive, spark.sparkContext()), results);
        System.out.println(out + ": " + outcome.documents() + " tệp / files, " + outcome.notRead()
                + " không đọc được / not read, " + outcome.together() + " chung / together");
        // A driver within the cluster that ends otherwise is begun again.
        boolean within = spark.sparkContext().deployMode().equals("cluster");
        return outcome.notRead() == 0 || within ? 0 : INCOMPLETE;
    }

    /** Reads all that says how it is judged, before any document is opened. */
    private Orders orders(Archive archive, SparkContext spark) throws IOException, ConfigurationError {
        Settings settings = new Settings(spark.hadoopConfiguration());
        List<Path> configurations = new ArrayList<>();
        if (config != null) {
            configurations.add(Settings.path(config));
        } else if (!noConfig) {
            configurations.addAll(archive.configurations());
        }
        List<String> ownRules = new ArrayList<>();
        for (String folder : packs) {
            ownRules.add(settings.add(Settings.path(folder)));
        }
        for (Path configuration : configurations) {
            settings.add(configuration);
        }
        // One process for all, which is over with the archive.
        boolean local = spark.isLocal();
        Orders orders = new Orders(
                UUID.randomUUID().toString(),
                Archive.whole(archive.root()),
                config == null ? null : Archive.whole(configurations.get(0)),
                noConfig,
                ownRules,
                only,
                asOf,
                stage,
                waivers == null ? null : settings.add(Settings.path(waivers)),
                records == null ? null : settings.add(Settings.path(records)),
                trust == null ? null : settings.add(Settings.path(trust)),
                ocr,
                (long) maxSize << 20,
                workers != null ? workers : local ? spark.defaultParallelism() : 0,
                heap,
                timeout,
                silence,
                !local,
                language,
                settings.files());
        java.nio.file.Path folder = Files.createTempDirectory("planlint-");
        Tree tree = new Tree(folder);
        try {
            tree.lay(settings.files());
            Configurations inForce = new Configurations(orders.rules(tree));
            inForce.of(tree.of(orders.in()));
            for (Path configuration : configurations) {
                settings.check(configuration, inForce, tree);
            }
        } catch (ConfigurationError e) {
            throw new ConfigurationError(e.getMessage().replace(folder.toString(), ""));
        } finally {
            tree.delete();
        }
        return orders;
    }
}
