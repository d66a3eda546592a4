package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** A scan of a sample plan of one page, for tests that need one and ask no more of it. */
public final class SampleScan {
    private SampleScan() {}

    /** Writes it into the folder. */
    public static Path write(Path folder) throws IOException {
        return new Scan("03-cong-tac-nam", Scanner.GREY200, ScanFile.PDF, 0.3, 0, Set.of(), 0)
                .write(Path.of("samples/03-cong-tac-nam.pdf"), null, folder);
    }
}
