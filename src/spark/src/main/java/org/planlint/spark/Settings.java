package org.planlint.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Configurations;

/** The files that say how an archive is judged, by their whole paths: executors get them, since they have no disk in common. */
final class Settings {
    private final Configuration hadoop;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Settings(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** A path as a user gives it: of this machine, if it names no file system. */
    static Path path(String given) {
        Path path = new Path(given);
        return path.toUri().getScheme() != null
                ? path
                : new Path(java.nio.file.Path.of(given)
                        .toAbsolutePath()
                        .normalize()
                        .toUri());
    }

    /**
     * Takes a file, or all files of a folder.
     *
     * @return its whole path
     * @throws FileNotFoundException if it is not there
     */
    String add(Path path) throws IOException {
        FileSystem system = path.getFileSystem(hadoop);
        FileStatus status = system.getFileStatus(path);
        if (status.isDirectory()) {
            for (FileStatus below : system.listStatus(path)) {
                add(below.getPath());
            }
        } else {
            try (InputStream in = system.open(path)) {
                files.put(Archive.whole(path), in.readAllBytes());
            }
        }
        return Archive.whole(path);
    }

    /**
     * Reads a configuration, and takes the waivers that it names.
     *
     * @param tree where all that was taken before lies
     * @throws ConfigurationError if it is wrong
     */
    void check(Path configuration, Configurations configurations, Tree tree) throws IOException, ConfigurationError {
        java.nio.file.Path waivers =
                configurations.of(tree.of(Archive.whole(configuration))).waivers();
        if (waivers != null) {
            Path file = new Path(configuration.toUri().resolve(new Path(tree.path(waivers)).toUri()));
            if (file.getFileSystem(hadoop).exists(file)) {
                add(file);
            }
        }
    }

    Map<String, byte[]> files() {
        return files;
    }
}
