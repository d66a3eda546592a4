package org.planlint.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.review.Waiver;
import org.planlint.rules.RulePage;

/** The files of waivers that may be about a document, each read once: those beside it and the central one. */
public final class WaiverFiles {
    private static final String BESIDE = ".planlint.yaml";

    private final Configurations configurations;
    private final Path central;
    private final boolean mayBeNew;
    private final Map<Path, List<Waiver>> known = new HashMap<>();

    /**
     * @param central  of all documents, or null for the one that each one's configuration names
     * @param mayBeNew whether the central one may be yet to be written
     */
    public WaiverFiles(Configurations configurations, Path central, boolean mayBeNew) {
        this.configurations = configurations;
        this.central = central;
        this.mayBeNew = mayBeNew;
    }

    /** @throws ConfigurationError with file and line of what is wrong */
    public List<Waiver> about(Path document) throws ConfigurationError {
        List<Waiver> found = new ArrayList<>();
        for (Path side : beside(document)) {
            if (Files.isRegularFile(side)) {
                found.addAll(read(side, false, document));
            }
        }
        Path all = central(document);
        if (all != null && !(mayBeNew && Files.notExists(all))) {
            found.addAll(read(all, true, document));
        }
        return found;
    }

    /** The central file for this document, or null. */
    public Path central(Path document) throws ConfigurationError {
        return central != null ? central : configurations.of(document).waivers();
    }

    private List<Waiver> read(Path file, boolean apart, Path document) throws ConfigurationError {
        List<Waiver> read = known.get(file);
        if (read == null) {
            Configuration configuration = configurations.of(document);
            read = WaiverFile.read(
                    file,
                    apart,
                    configuration.settings().pages(configuration.rules()).stream()
                            .map(RulePage::id)
                            .toList());
            known.put(file, read);
        }
        return read;
    }

    /** {@code plan.docx.planlint.yaml} is about the one file, {@code plan.planlint.yaml} about its pdf as well. */
    public static List<Path> beside(Path document) {
        return namesBeside(document.getFileName().toString()).stream()
                .map(document::resolveSibling)
                .toList();
    }

    /** The same for the last part of a document's path. */
    public static List<String> namesBeside(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? List.of(name + BESIDE) : List.of(name + BESIDE, name.substring(0, dot) + BESIDE);
    }
}
