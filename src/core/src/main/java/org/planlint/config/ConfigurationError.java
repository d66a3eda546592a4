package org.planlint.config;

import java.nio.file.Path;

/** A configuration that cannot be used: which file, which line (1-based), and why. */
public final class ConfigurationError extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationError(Path file, int line, String why) {
        super(file + ":" + line + ": " + why);
    }

    public ConfigurationError(String why) {
        super(why);
    }
}
