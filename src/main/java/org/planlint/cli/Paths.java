package org.planlint.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns what a user names into files to check. */
final class Paths {
    private static final Set<String> ENDINGS = Set.of("docx", "docm", "dotx", "doc", "dot", "odt", "ott", "rtf", "pdf", "html", "htm",
            "txt", "md", "zip");

    private Paths() {
    }

    /**
     * The documents below a folder, in the order of their names; hidden and temporary files are passed over, and links are not
     * followed.
     *
     * @param except a folder that is not looked into, or null
     */
    static List<Path> below(Path folder, Path except) throws IOException {
        Path own = except == null ? null : except.toAbsolutePath().normalize();
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                boolean hidden = !dir.equals(folder) && dir.getFileName().toString().startsWith(".");
                return hidden || dir.toAbsolutePath().normalize().equals(own) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isDocument(file.getFileName().toString())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private static boolean isDocument(String name) {
        if (name.startsWith(".") || name.startsWith("~$") || FolderWatch.isReport(name)) {
            return false;
        }
        int dot = name.lastIndexOf('.');
        return ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Those files of a zip that are documents; a zip within it is one that cannot be read. */
    static List<Path> within(Path zip, List<String> entries) {
        return entries.stream().filter(entry -> isDocument(entry.substring(entry.lastIndexOf('/') + 1)))
                .map(entry -> Path.of(zip + "!/" + entry)).toList();
    }

    static boolean isZip(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
