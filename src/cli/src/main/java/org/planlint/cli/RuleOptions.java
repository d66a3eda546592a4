package org.planlint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planlint.config.Configurations;
import org.planlint.rules.Profile;
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

    enum Only {
        CONTENT(Profile.CONTENT),
        LAYOUT(Profile.LAYOUT);

        private final Profile profile;

        Only(Profile profile) {
            this.profile = profile;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--only",
            paramLabel = "PART",
            description =
                    "content: chỉ nội dung; layout: chỉ thể thức, kỹ thuật trình bày. / What plans say, or how they look, alone.")
    private Only only;

    Configurations.Choice choice() {
        return new Configurations.Choice(config, none, packs, only == null ? null : only.profile);
    }
}
