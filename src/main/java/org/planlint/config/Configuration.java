package org.planlint.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.planlint.rules.Settings;

/**
 * What {@code planlint.yaml} says.
 *
 * @param file     where it was read, or null for none
 * @param settings rules, exemptions and own checks
 * @param packs    folders of own rules, resolved against the file
 * @param digest   of the file's bytes, or empty
 */
public record Configuration(Path file, Settings settings, List<Path> packs, String digest) {
    public static final String NAME = "planlint.yaml";
    public static final Configuration NONE = new Configuration(null, Settings.NONE, List.of(), "");

    public Configuration {
        packs = List.copyOf(packs);
    }

    /** The nearest {@code planlint.yaml} in the folder of {@code path} or above it, or null. */
    public static Path above(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        for (; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(NAME))) {
                return folder.resolve(NAME);
            }
        }
        return null;
    }
}
