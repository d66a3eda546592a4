package org.planlint.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.planlint.config.WaiverFiles;
import org.planlint.record.EdXml;
import org.planlint.record.Records;
import org.planlint.text.DocumentName;

/**
 * What an archive holds, by the same names and in the same choice as {@code audit} has it: hidden files and folders and links are
 * passed over. It lists names and opens nothing but configurations and the beginnings of XML.
 *
 * @param root     of the archive
 * @param items    its documents and packages, by name
 * @param packed   SequenceFiles, whose keys are names and whose values are files
 * @param configurations those that are in force somewhere in it
 */
record Archive(Path root, List<Item> items, List<Path> packed, List<Path> configurations) {
    private static final byte[] SEQUENCE = {'S', 'E', 'Q'};
    private static final String SEQUENCE_ENDING = ".seq";
    /** As Hadoop names what it writes. */
    private static final String PART = "part-";

    /**
     * @param in  as the user names it
     * @param out a folder that is not looked into
     * @throws IOException if it is not there, or cannot be listed
     */
    static Archive of(String in, Path out, Configuration hadoop) throws IOException {
        Path named = new Path(in);
        FileSystem files = named.getFileSystem(hadoop);
        FileStatus root = files.getFileStatus(named);
        Listing listing = new Listing(
                files,
                root.getPath(),
                shown(in, named),
                out.getFileSystem(hadoop).makeQualified(out));
        if (root.isDirectory()) {
            listing.folder(root.getPath());
            if (listing.items.isEmpty() && listing.packed.isEmpty()) {
                listing.items.add(Item.empty(listing.name, whole(root.getPath())));
            }
        } else if (isSequence(files, root.getPath())) {
            listing.packed.add(root.getPath());
        } else {
            listing.file(root, namesIn(files.listStatus(root.getPath().getParent())));
        }
        for (Path above = root.getPath().getParent(); above != null; above = above.getParent()) {
            listing.configuration(above);
        }
        listing.items.sort(Comparator.comparing(Item::name));
        return new Archive(root.getPath(), listing.items, listing.packed, listing.configurations);
    }

    /** As {@code audit} writes a path of this machine, or as it stands. */
    private static String shown(String in, Path named) {
        return named.toUri().getScheme() == null
                ? java.nio.file.Path.of(in).toString()
                : in.endsWith("/") ? in.substring(0, in.length() - 1) : in;
    }

    private static boolean isSequence(FileSystem files, Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return Arrays.equals(in.readNBytes(SEQUENCE.length), SEQUENCE);
        }
    }

    /** XML that begins as a package does. */
    private static boolean isEdXml(FileSystem files, Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return EdXml.isBegunBy(in.readNBytes(EdXml.FIRST_BYTES));
        }
    }

    private static Set<String> namesIn(FileStatus[] folder) {
        Set<String> names = new HashSet<>();
        for (FileStatus file : folder) {
            if (file.isFile()) {
                names.add(file.getPath().getName());
            }
        }
        return names;
    }

    /** Without the file system. */
    static String whole(Path path) {
        return path.toUri().getPath();
    }

    private static final class Listing {
        private final FileSystem files;
        private final Path root;
        private final String name;
        private final Path except;
        private final List<Item> items = new ArrayList<>();
        private final List<Path> packed = new ArrayList<>();
        private final List<Path> configurations = new ArrayList<>();

        Listing(FileSystem files, Path root, String name, Path except) {
            this.files = files;
            this.root = root;
            this.name = name;
            this.except = except;
        }

        void folder(Path folder) throws IOException {
            FileStatus[] found = files.listStatus(folder);
            Set<String> names = namesIn(found);
            for (FileStatus status : found) {
                Path path = status.getPath();
                if (path.getName().startsWith(".") || path.equals(except) || isLink(path)) {
                    continue;
                }
                if (status.isDirectory()) {
                    folder(path);
                } else if (DocumentName.isDocument(path.getName())
                        || DocumentName.mayBeEdXml(path.getName()) && isEdXml(files, path)) {
                    file(status, names);
                } else if ((path.getName().endsWith(SEQUENCE_ENDING)
                                || path.getName().startsWith(PART))
                        && isSequence(files, path)) {
                    packed.add(path);
                }
            }
            if (names.contains(org.planlint.config.Configuration.NAME)) {
                configuration(folder);
            }
        }

        /** Hadoop follows those of this machine. */
        private static boolean isLink(Path path) {
            return "file".equals(path.toUri().getScheme()) && Files.isSymbolicLink(java.nio.file.Path.of(whole(path)));
        }

        /** @param names of all files in its folder */
        void file(FileStatus status, Set<String> names) {
            Path path = status.getPath();
            String last = path.getName();
            List<String> beside = new ArrayList<>(WaiverFiles.namesBeside(last));
            beside.add(last + Records.BESIDE);
            beside.removeIf(side -> !names.contains(side));
            String below = root.toUri().relativize(path.toUri()).getPath();
            items.add(new Item(
                    below.isEmpty() ? name : name.endsWith("/") ? name + below : name + "/" + below,
                    whole(path),
                    path.toString(),
                    null,
                    status.getLen(),
                    beside.stream()
                            .map(side -> new Path(path.getParent(), side).toString())
                            .toList()));
        }

        void configuration(Path folder) throws IOException {
            Path file = new Path(folder, org.planlint.config.Configuration.NAME);
            if (files.exists(file)) {
                configurations.add(file);
            }
        }
    }
}
