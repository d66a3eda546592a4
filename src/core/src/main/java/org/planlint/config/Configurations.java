package org.planlint.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.rules.Profile;
import org.planlint.rules.RuleBase;

/** Which configuration is in force where: the one that is named, or the nearest {@code planlint.yaml} above a file. */
public final class Configurations {
    /**
     * Whose rules are asked for.
     *
     * @param file    the one configuration of all files, or null for the nearest of each
     * @param ignored whether none is looked for
     * @param packs   folders of an office's own rules
     * @param only    the part of the rules that is asked, or null for what the configuration says
     */
    public record Choice(Path file, boolean ignored, List<Path> packs, Profile only) {
        public Choice {
            packs = List.copyOf(packs);
        }
    }

    private final Choice choice;
    /** The shipped rules and those of the packs, compiled once. */
    private RuleBase base;
    /** By the file that says it; null for none. */
    private final Map<Path, Configuration> known = new HashMap<>();
    /** The nearest file above a folder, which is looked for once a folder. */
    private final Map<Path, Path> nearest = new HashMap<>();

    public Configurations(Choice choice) {
        this.choice = choice;
    }

    /**
     * What is in force for a file, a folder or standard input.
     *
     * @throws ConfigurationError with file and line of what is wrong
     */
    public Configuration of(Path path) throws ConfigurationError {
        Path file = choice.ignored() ? null : choice.file() != null ? choice.file() : nearest(path);
        if (!known.containsKey(file)) {
            Configuration read = read(file);
            known.put(file, choice.only() == null ? read : read.only(choice.only()));
        }
        return known.get(file);
    }

    private Path nearest(Path path) {
        Path folder = Files.isDirectory(path)
                ? path.toAbsolutePath()
                : path.toAbsolutePath().getParent();
        if (!nearest.containsKey(folder)) {
            nearest.put(folder, Configuration.above(path));
        }
        return nearest.get(folder);
    }

    private Configuration read(Path file) throws ConfigurationError {
        base = base == null ? Packs.load(choice.packs(), RuleBase.shipped()) : base;
        if (file == null) {
            return Configuration.of(base);
        }
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationError(file + ": không tìm thấy / not found");
        }
        return ConfigurationReader.read(file, base);
    }

    /** Exceptions that no longer hold, each named once. */
    public List<String> over(LocalDate today) {
        return known.values().stream()
                .flatMap(configuration -> configuration.settings().exemptions().stream())
                .filter(e -> e.isOver(today))
                .map(e -> e.files() + " (" + e.reason() + ", " + e.expires() + ")")
                .distinct()
                .toList();
    }
}
