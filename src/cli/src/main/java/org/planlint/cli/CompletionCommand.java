package org.planlint.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code planlint generate-completion}: teaches bash and zsh the commands. */
@Command(
        mixinStandardHelpOptions = true,
        description =
                "In kịch bản để bash, zsh gõ tiếp lệnh và tùy chọn: source <(planlint generate-completion). / Prints a script by which bash and zsh complete commands and options: source <(planlint generate-completion).")
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
    }
}
