package org.planlint.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.planlint.text.Shown;

/** What an audit was given, by which people know its files: a path is shown from there on, not from this machine's root. */
public final class Given {
    private final Path base;
    private final String name;

    private Given(Path base, String name) {
        this.base = base;
        this.name = name;
    }

    /** Below the one folder, or below what holds all that is given. */
    public static Given of(List<String> paths) {
        List<Path> whole = paths.stream()
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .toList();
        Path first = whole.get(0);
        Path base = whole.size() > 1 || Files.isRegularFile(first) ? first.getParent() : first;
        for (Path path : whole) {
            while (base != null && !path.startsWith(base)) {
                base = base.getParent();
            }
        }
        return new Given(
                base,
                whole.stream()
                        .map(path -> path.getFileName() == null
                                ? path.toString()
                                : path.getFileName().toString())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
    }

    /** A path of the archive as it is shown, with slashes on every system, and as escapes what would break or turn a line. */
    public String relative(String path) {
        Path whole = Path.of(path).toAbsolutePath().normalize();
        String shown = base != null && whole.startsWith(base) && !whole.equals(base)
                ? base.relativize(whole).toString()
                : path;
        return Shown.line(shown.replace('\\', '/'));
    }

    /** Whether a file lies where {@link #relative} shows one. */
    boolean holds(String relative) {
        return base != null && Files.exists(base.resolve(relative));
    }

    /** What people call the archive. */
    public String name() {
        return name;
    }
}
