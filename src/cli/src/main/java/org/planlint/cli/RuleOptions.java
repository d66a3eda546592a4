package org.planlint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.config.ConfigurationReader;
import org.planlint.config.Packs;
import org.planlint.rules.RuleBase;
import picocli.CommandLine.Option;

/** The options that say by which rules plans are judged, and what comes of them. */
final class RuleOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "Cấu hình; mặc định là planlint.yaml gần nhất trên đường dẫn. / Configuration; by default the nearest planlint.yaml above each file.")
    private Path config;

    @Option(names = "--no-config", description = "Bỏ qua mọi planlint.yaml. / Ignores any planlint.yaml.")
    private boolean none;

    @Option(names = "--rules", paramLabel = "DIR", description = "Thư mục quy tắc riêng (DRL và trang); DRL là mã lệnh. / Folder of own rules (DRL and pages); DRL is code.")
    private List<Path> packs = new ArrayList<>();

    /** The shipped rules and those of {@code --rules}, compiled once. */
    private RuleBase base;
    /** By the file that says it; null for none. */
    private final Map<Path, Configuration> known = new HashMap<>();
    /** The nearest file above a folder, which is looked for once a folder. */
    private final Map<Path, Path> nearest = new HashMap<>();

    /** What is in force for a file, a folder or standard input. */
    Configuration of(Path path) throws ConfigurationError {
        Path file = none ? null : config != null ? config : nearest(path);
        if (!known.containsKey(file)) {
            known.put(file, read(file));
        }
        return known.get(file);
    }

    /** The same options as they are typed. */
    List<String> arguments() {
        List<String> typed = new ArrayList<>();
        if (none) {
            typed.add("--no-config");
        }
        if (config != null) {
            typed.addAll(List.of("--config", config.toString()));
        }
        packs.forEach(pack -> typed.addAll(List.of("--rules", pack.toString())));
        return typed;
    }

    private Path nearest(Path path) {
        Path folder = Files.isDirectory(path) ? path.toAbsolutePath() : path.toAbsolutePath().getParent();
        if (!nearest.containsKey(folder)) {
            nearest.put(folder, Configuration.above(path));
        }
        return nearest.get(folder);
    }

    private Configuration read(Path file) throws ConfigurationError {
        base = base == null ? Packs.load(packs, RuleBase.shipped()) : base;
        if (file == null) {
            return Configuration.of(base);
        }
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationError(file + ": không tìm thấy / not found");
        }
        return ConfigurationReader.read(file, base);
    }

    /** Exceptions that no longer hold, each named once. */
    List<String> over(LocalDate today) {
        return known.values().stream().flatMap(configuration -> configuration.settings().exemptions().stream())
                .filter(e -> e.isOver(today)).map(e -> e.files() + " (" + e.reason() + ", " + e.expires() + ")").distinct().toList();
    }
}
