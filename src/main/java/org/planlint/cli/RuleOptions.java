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
import org.planlint.rules.Settings;
import picocli.CommandLine.Option;

/** The options that say by which rules plans are judged, and what comes of them. */
final class RuleOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "Cấu hình; mặc định là planlint.yaml gần nhất trên đường dẫn. / Configuration; by default the nearest planlint.yaml above each file.")
    private Path config;

    @Option(names = "--no-config", description = "Bỏ qua mọi planlint.yaml. / Ignores any planlint.yaml.")
    private boolean none;

    @Option(names = "--rules", paramLabel = "DIR", description = "Thư mục quy tắc riêng (DRL và trang); DRL là mã lệnh. / Folder of own rules (DRL and pages); DRL is code.")
    private List<Path> packs = new ArrayList<>();

    /** Rules and settings that go together. */
    record InForce(RuleBase rules, Configuration configuration) {
        Settings settings() {
            return configuration.settings();
        }
    }

    private final Map<Path, InForce> known = new HashMap<>();

    /** What is in force for a file, a folder or standard input. */
    InForce of(Path path) throws ConfigurationError {
        Path file = none ? null : config != null ? config : Configuration.above(path);
        if (config != null && !Files.isRegularFile(config)) {
            throw new ConfigurationError(config + ": không tìm thấy / not found");
        }
        if (!known.containsKey(file)) {
            known.put(file, read(file));
        }
        return known.get(file);
    }

    private InForce read(Path file) throws ConfigurationError {
        RuleBase base = Packs.load(packs, RuleBase.shipped());
        if (file == null) {
            return new InForce(base, Configuration.NONE);
        }
        Configuration configuration = ConfigurationReader.read(file, base);
        return new InForce(Packs.load(configuration.packs(), base), configuration);
    }

    /** Exceptions that no longer hold, each named once. */
    List<String> over(LocalDate today) {
        return known.values().stream().flatMap(inForce -> inForce.settings().exemptions().stream())
                .filter(e -> e.isOver(today)).map(e -> e.files() + " (" + e.reason() + ", " + e.expires() + ")").distinct().toList();
    }
}
