package org.planlint.cli;

import java.nio.file.Path;
import org.planlint.report.DocumentReport;
import org.planlint.report.Language;
import org.planlint.text.Shown;
import picocli.CommandLine.Model.CommandSpec;

/** Says why a file cannot be read, as all commands say it that work on one. */
final class Unread {
    private Unread() {}

    /** @return the exit code of a command that does nothing without the file */
    static int tell(CommandSpec spec, Path file, DocumentReport.Failure failure) {
        Language language = Spoken.language(spec);
        spec.commandLine()
                .getErr()
                .println("planlint: " + Shown.line(file.toString()) + ": "
                        + (failure.message().in(language) + " " + failure.help().in(language)).strip());
        return Main.INCOMPLETE;
    }
}
