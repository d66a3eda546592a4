package org.planlint.extract;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip that files were last taken from, left open for the next of them: its list of files is long to read. It is opened
 * anew where it has changed.
 */
public final class OpenZip implements Closeable {
    private ZipFile open;
    private Path path;
    private FileTime time;
    private long size;
    /** Made when a name is not found as it is. */
    private Map<String, ZipArchiveEntry> byPlainName;

    /**
     * The unpacked file.
     *
     * @throws ReadFailure if it is not there, cannot be unpacked, or is larger than {@code most} bytes
     */
    public synchronized byte[] bytes(Zipped zipped, long most) throws ReadFailure {
        try {
            BasicFileAttributes now = Files.readAttributes(zipped.zip(), BasicFileAttributes.class);
            if (open == null
                    || !zipped.zip().equals(path)
                    || !now.lastModifiedTime().equals(time)
                    || now.size() != size) {
                close();
                open = ZipFile.builder().setPath(zipped.zip()).get();
                path = zipped.zip();
                time = now.lastModifiedTime();
                size = now.size();
            }
        } catch (IOException | RuntimeException e) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
        return zipped.bytes(open, entry(zipped.entry()), most);
    }

    /** Of this name, else the first whose name is the same as a path. */
    private ZipArchiveEntry entry(String name) {
        ZipArchiveEntry exact = open.getEntry(name);
        if (exact != null) {
            return exact;
        }
        if (byPlainName == null) {
            byPlainName = new HashMap<>();
            for (ZipArchiveEntry entry : Collections.list(open.getEntries())) {
                byPlainName.putIfAbsent(Zipped.plain(entry.getName()), entry);
            }
        }
        return byPlainName.get(Zipped.plain(name));
    }

    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
            byPlainName = null;
        }
    }
}
