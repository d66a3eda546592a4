package org.planlint.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all, so that one that is there is right; until then it has a hidden name. */
public final class WholeFile {
    /** What is left of a file whose writer was killed ends so. */
    public static final String UNFINISHED = ".tmp";

    private WholeFile() {}

    /** What a file is to hold. */
    public interface Content {
        void write(Writer out) throws IOException;
    }

    public static void write(Path file, Content content) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + UNFINISHED);
        try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            content.write(out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
