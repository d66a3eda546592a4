package org.planlint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planlint.config.Configurations;
import org.planlint.rules.Profile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description =
                    "content: chỉ nội dung; layout: chỉ thể thức, kỹ thuật trình bày. / What plans say, or how they look, alone.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "WHO",
            description = "archive: thêm các yêu cầu của lưu trữ với bản số hóa. / Also what an archive asks of scans.")
    private Asking asking;

    /** For whom documents are checked. */
    enum Asking {
        ARCHIVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private boolean namesRules;

    /** The rules that {@code --only} names, for a command that goes by rules; for others it names a part. */
    List<String> named() {
        namesRules = true;
        return only.stream().filter(word -> profile(word) == null).toList();
    }

    private static Profile profile(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "content" -> Profile.CONTENT;
            case "layout" -> Profile.LAYOUT;
            default -> null;
        };
    }

    /** The part that is judged; null for all. */
    private Profile profile() {
        Profile part = null;
        for (String word : only) {
            if (profile(word) == null && !namesRules || part != null) {
                throw new ParameterException(
                        command.commandLine(),
                        "--only: “" + String.join(",", only)
                                + "”: chỉ nhận content hoặc layout / either content or layout");
            }
            part = profile(word);
        }
        if (part != null && asking != null) {
            throw new ParameterException(command.commandLine(), "--profile, --only: chọn một / one of the two");
        }
        return asking == null ? part : Profile.ARCHIVE;
    }

    Configurations.Choice choice() {
        return new Configurations.Choice(config, none, packs, profile());
    }
}
