package org.planlint.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint open}: what {@code check} says, as a page in the browser. Files that are dropped on the program come here. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Kiểm tra rồi mở báo cáo trong trình duyệt; “planlint TỆP” cũng vậy. / Checks and shows the report in the browser; so does “planlint FILE”.",
        footer = {
            "",
            "Báo cáo nằm trong thư mục tạm, chỉ người chạy đọc được. / The report lies in the temporary folder, for its reader alone.",
            "Mã kết thúc như của check. / Exit codes as of check."
        })
final class OpenCommand implements Callable<Integer> {
    private final Opener opener;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục. / Files and folders.")
    private List<String> paths;

    OpenCommand(Opener opener) {
        this.opener = opener;
    }

    /** Whether these words are files alone, as they come where somebody drops them on the program. */
    static boolean areDropped(String... args) {
        for (String arg : args) {
            if (arg.startsWith("-") || !new File(arg).exists()) {
                return false;
            }
        }
        return args.length > 0;
    }

    @Override
    public Integer call() throws IOException {
        Path page = Files.createTempDirectory("planlint-", OwnerOnly.FOLDER).resolve("bao-cao.html");
        List<String> check = new ArrayList<>(List.of(
                "--format",
                "html",
                "--output",
                page.toString(),
                "--lang",
                Spoken.language(spec).code(),
                "--"));
        check.addAll(paths);
        CommandLine checks = spec.parent().commandLine().getSubcommands().get("check");
        int code = checks.execute(check.toArray(String[]::new));
        if (Files.exists(page)) {
            Spoken.say(
                    spec,
                    opener.open(page)
                            ? page + ": báo cáo đang mở trong trình duyệt / the report is in your browser"
                            : page
                                    + ": báo cáo ở đây, không mở được trình duyệt / the report; no browser could be opened");
        }
        return code;
    }
}
