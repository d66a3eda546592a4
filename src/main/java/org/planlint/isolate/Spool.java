package org.planlint.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a document that was sent lies until a worker has opened it. */
public final class Spool {
    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");

    private Spool() {
    }

    /** A new file of our own naming. Of what its sender calls it only a plain ending is kept, which may tell what it is. */
    public static Path file(Path folder, String name) throws IOException {
        Matcher ending = ENDING.matcher(name);
        return Files.createTempFile(folder, "upload-", ending.find() ? "." + ending.group(1) : "");
    }
}
