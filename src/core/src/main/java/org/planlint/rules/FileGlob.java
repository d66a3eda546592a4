package org.planlint.rules;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * Some files below a folder.
 *
 * @param base the folder
 * @param glob over the path below {@code base}; one without a slash is matched against the name alone
 */
public record FileGlob(Path base, String glob) {
    /** False for a name that is no path, as a host may hand it in. */
    public boolean covers(String file) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        Path absolute;
        try {
            absolute = Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return false;
        }
        boolean below = base != null && absolute.startsWith(base);
        Path name = glob.indexOf('/') < 0 ? absolute.getFileName() : below ? base.relativize(absolute) : absolute;
        return name != null && matcher.matches(name);
    }

    @Override
    public String toString() {
        return glob;
    }
}
