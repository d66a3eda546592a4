package org.planlint.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.text.Sha256;

/**
 * A folder of this machine in which files lie as in the archive, so that what is found by a file's place (the nearest
 * configuration, a record or waivers beside it, globs) is found as on one machine.
 */
final class Tree implements Orders.Places {
    /** Bytes that a name may have on any usual file system. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_ENDING = 8;
    private static final Pattern NOT_PLAIN = Pattern.compile("[^.A-Za-z0-9]");

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    /** Inside the folder, whatever the path is: one that leads out of it, or is no path here, has a place of its own. */
    @Override
    public Path of(String path) {
        try {
            Path place = root.resolve(path.startsWith("/") ? path.substring(1) : path)
                    .normalize();
            for (Path name : root.relativize(place)) {
                if (name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                    return apart(path);
                }
            }
            return place.startsWith(root) && !place.equals(root) ? place : apart(path);
        } catch (InvalidPathException e) {
            return apart(path);
        }
    }

    private Path apart(String path) {
        int dot = path.lastIndexOf('.');
        String ending = dot < 0 ? "" : NOT_PLAIN.matcher(path.substring(dot)).replaceAll("");
        String name = Sha256.shortHex(path.getBytes(StandardCharsets.UTF_8));
        return root.resolve("apart").resolve(name + (ending.length() > LONGEST_ENDING ? "" : ending));
    }

    /** The path whose place this is. */
    String path(Path place) {
        return "/" + root.relativize(place);
    }

    void lay(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = of(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
    }

    void delete() throws IOException {
        if (Files.exists(root)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(root)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }
}
