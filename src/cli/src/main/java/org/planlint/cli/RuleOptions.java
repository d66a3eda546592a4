package org.planlint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planlint.config.Configurations;
import picocli.CommandLine.Option;

/** The options that say by which rules plans are judged. */
final class RuleOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Cấu hình; mặc định là planlint.yaml gần nhất trên đường dẫn. / Configuration; by default the nearest planlint.yaml above each file.")
    private Path config;

    @Option(names = "--no-config", description = "Bỏ qua mọi planlint.yaml. / Ignores any planlint.yaml.")
    private boolean none;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "Thư mục quy tắc riêng (DRL và trang); DRL là mã lệnh. / Folder of own rules (DRL and pages); DRL is code.")
    private List<Path> packs = new ArrayList<>();

    Configurations.Choice choice() {
        return new Configurations.Choice(config, none, packs);
    }
}
