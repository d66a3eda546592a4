package org.planlint.spark;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the archive, which may hold others.
 *
 * @param name   as reports call it
 * @param path   the same as a whole path, without the file system
 * @param uri    where it is read from; null where {@code bytes} are there, or nothing is
 * @param bytes  of a file that came packed
 * @param length in bytes
 * @param beside what lies beside it and is about it: records and waivers
 */
record Item(String name, String path, String uri, byte[] bytes, long length, List<String> beside)
        implements Serializable {
    /** {@code hdfs://host:8020} before a path. */
    private static final Pattern SYSTEM = Pattern.compile("^[a-z][a-z0-9+.-]*:(?://[^/]*)?(?=/)");

    /** The same, of a folder that holds no document. */
    static Item empty(String name, String path) {
        return new Item(name, path, null, null, 0, List.of());
    }

    /**
     * A file that came packed.
     *
     * @param home below which paths are that are not whole
     */
    static Item packed(String name, byte[] bytes, String home) {
        Matcher system = SYSTEM.matcher(name);
        String path = system.find() ? name.substring(system.end()) : name;
        return new Item(name, path.startsWith("/") ? path : home + "/" + path, null, bytes, bytes.length, List.of());
    }

    boolean isEmptyFolder() {
        return uri == null && bytes == null;
    }
}
