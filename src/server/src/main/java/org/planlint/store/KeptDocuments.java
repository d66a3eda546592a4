package org.planlint.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.planlint.isolate.KeptView;
import org.planlint.report.DocumentReport;
import org.planlint.report.html.DocumentView;

/**
 * Documents that are kept with their reports, each beside what a page shows of it. Nobody but the owner of this folder reads
 * them, where the system knows such rights.
 */
public final class KeptDocuments {
    private static final String DOCUMENT = "document";
    private static final String VIEW = "view";
    private static final boolean RIGHTS_ARE_KNOWN =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;

    /** @param folder made where it is missing */
    public KeptDocuments(Path folder) throws IOException {
        this.folder = ownersOnly(Files.createDirectories(folder));
    }

    /** The document of a report, or null. */
    public Path document(String id) {
        Path file = folder.resolve(id).resolve(DOCUMENT);
        return Files.exists(file) ? file : null;
    }

    /** What a page shows of it beside this report; null where it is not kept, or cannot be shown. */
    public DocumentView view(String id, DocumentReport report) {
        return document(id) == null ? null : KeptView.read(folder.resolve(id).resolve(VIEW), report);
    }

    /**
     * Takes a document from where it was sent to; the report must be stored by now, since what has none is swept away.
     *
     * @param view may not be there
     */
    void take(String id, Path document, Path view) throws IOException {
        Path own = ownersOnly(Files.createDirectories(folder.resolve(id)));
        if (Files.exists(view)) {
            move(view, own.resolve(VIEW));
        }
        move(document, own.resolve(DOCUMENT));
    }

    private static void move(Path from, Path to) throws IOException {
        if (RIGHTS_ARE_KNOWN) {
            Files.setPosixFilePermissions(from, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path ownersOnly(Path folder) throws IOException {
        if (RIGHTS_ARE_KNOWN) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /** The reports whose documents are here. */
    Set<String> ids() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(one -> ids.add(one.getFileName().toString()));
        }
        return ids;
    }

    void drop(String id) throws IOException {
        Path own = folder.resolve(id);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(own)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(own);
    }
}
