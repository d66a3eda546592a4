package org.planlint.cli;

import org.planlint.report.Language;
import org.planlint.report.Severity;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all programs that judge uploads until they are ended have in common. */
final class HostOptions {
    @Option(
            names = "--fail-on",
            defaultValue = "error",
            description =
                    "Mức thấp nhất khiến kế hoạch chưa đạt: error, warning, info. / Mildest severity that is not acceptable (${DEFAULT-VALUE}).")
    private Severity failOn;

    @Option(names = "--lang", defaultValue = "vi", description = "vi, en (${DEFAULT-VALUE}).")
    private Language language;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private EngineOptions engines = new EngineOptions();

    Severity failOn() {
        return failOn;
    }

    Language language() {
        return language;
    }

    DataOptions data() {
        return data;
    }

    EngineOptions engines() {
        return engines;
    }
}
