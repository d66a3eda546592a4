package org.planlint.cli;

import org.planlint.report.Language;
import org.planlint.report.Severity;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all programs that judge uploads until they are ended have in common. */
final class HostOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "Mức thấp nhất khiến kế hoạch chưa đạt: error, warning, info (${DEFAULT-VALUE}). / Mildest severity that is not acceptable (${DEFAULT-VALUE}).")
    private Severity failOn;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private EngineOptions engines = new EngineOptions();

    Severity failOn() {
        return failOn;
    }

    Language language() {
        return Spoken.language(command);
    }

    DataOptions data() {
        return data;
    }

    EngineOptions engines() {
        return engines;
    }
}
