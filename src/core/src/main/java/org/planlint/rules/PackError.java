package org.planlint.rules;

import java.nio.file.Path;

/** A rule pack that cannot be used: which file, which line (1-based, 0 where unknown), and why. */
public final class PackError extends Exception {
    private static final long serialVersionUID = 1L;

    public PackError(Path file, int line, String why) {
        super(file + ":" + (line > 0 ? line + ": " : " ") + why);
    }
}
