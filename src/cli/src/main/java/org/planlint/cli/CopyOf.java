package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planlint.PlanLint.Examination;
import org.planlint.config.ConfigurationError;
import org.planlint.isolate.Checker;
import org.planlint.text.PackedPath;
import org.planlint.text.Shown;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A file of which a command writes another, if any: it is examined here, in this process, and never written over. */
record CopyOf(Path file, Path output, EngineOptions engines, CommandSpec spec) {
    /** Whether another file has the copy's name already, which is told: nobody's file is written over. */
    boolean isTaken() throws IOException {
        boolean there = Files.exists(output, LinkOption.NOFOLLOW_LINKS) && !isFileItself();
        if (there) {
            Spoken.warn(spec, Shown.line(output.toString()) + ": đã có tệp này, không ghi đè / exists already");
        }
        return there;
    }

    private boolean isFileItself() throws IOException {
        PackedPath packed = PackedPath.of(file.toString());
        Path source = packed == null ? file : Path.of(packed.holder());
        return output != null && Files.exists(output) && Files.exists(source) && Files.isSameFile(source, output);
    }

    Examination examination() throws IOException, ConfigurationError {
        if (isFileItself()) {
            throw new ParameterException(
                    spec.commandLine(), "bản sao phải khác tệp gốc / the copy must not be the file itself");
        }
        if (Paths.isPackage(file)) {
            String within = PackedPath.path("FILE", "…");
            throw new ParameterException(
                    spec.commandLine(),
                    "cần một văn bản trong gói, viết " + within + " / a document within the package is needed, as "
                            + within);
        }
        if (engines.isolated()) {
            throw new ParameterException(
                    spec.commandLine(), spec.name() + " không đi với --isolate / does not go with --isolate");
        }
        List<Examination> found = new ArrayList<>();
        new Batch(engines, List.of(file.toString()), Checker.here(), null)
                .examine(Progress.none(), (examination, engine) -> found.add(examination));
        return found.get(0);
    }
}
