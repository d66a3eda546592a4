package org.planlint.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.planlint.record.EdXml;
import org.planlint.report.PassedOver;
import org.planlint.text.DocumentName;

/** Turns what a user names into files to check. */
final class Paths {
    private Paths() {}

    /**
     * The documents below a folder, in the order of their names; hidden and temporary files are passed over, and links are not
     * followed.
     *
     * @param except a folder that is not looked into, or null
     * @param passed counts what is no document
     */
    static List<Path> below(Path folder, Path except, PassedOver passed) throws IOException {
        Path own = except == null ? null : except.toAbsolutePath().normalize();
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                boolean hidden =
                        !dir.equals(folder) && dir.getFileName().toString().startsWith(".");
                return hidden || dir.toAbsolutePath().normalize().equals(own)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (!attributes.isRegularFile()) {
                    passed.addLink();
                } else if (DocumentName.isDocument(name) || EdXml.isAt(file)) {
                    found.add(file);
                } else {
                    passed.add(name);
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

    /** Whether a file holds documents: a zip, or a package as agencies send them. */
    static boolean isPackage(Path file) {
        return DocumentName.isZip(file.toString()) || EdXml.isAt(file);
    }
}
