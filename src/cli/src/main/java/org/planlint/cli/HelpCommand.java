package org.planlint.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code planlint help check}: the same as {@code planlint check --help}. */
@Command(mixinStandardHelpOptions = true, description = "In hướng dẫn của một lệnh. / Shows the help of a command.")
final class HelpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Tên lệnh. / The command's name.")
    private List<String> names = new ArrayList<>();

    @Override
    public void run() {
        CommandLine command = spec.parent().commandLine();
        for (String name : names) {
            CommandLine below = command.getSubcommands().get(name);
            if (below == null) {
                throw new UnmatchedArgumentException(command, List.of(name));
            }
            command = below;
        }
        command.usage(spec.commandLine().getOut());
    }
}
