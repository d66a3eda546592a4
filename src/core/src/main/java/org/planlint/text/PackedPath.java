package org.planlint.text;

import java.util.function.Predicate;

/**
 * The path of a file within another, taken apart: {@code kho.zip!/2019/ke-hoach.docx}, {@code goi.edxml!/ho-so.zip!/a.pdf}.
 *
 * @param holder the file that holds it, or the path of one
 * @param entry  its name in there, which may lead further
 */
public record PackedPath(String holder, String entry) {
    private static final String BETWEEN = "!/";

    /** Taken apart behind the first file that holds others; null for a path that leads into none. */
    public static PackedPath of(String path) {
        return of(path, DocumentName::isPackage);
    }

    /** Taken apart behind the first file of this kind. */
    public static PackedPath of(String path, Predicate<String> holder) {
        String text = path.replace('\\', '/');
        for (int at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, at + 1)) {
            if (holder.test(text.substring(0, at))) {
                return new PackedPath(text.substring(0, at), text.substring(at + BETWEEN.length()));
            }
        }
        return null;
    }

    public String path() {
        return path(holder, entry);
    }

    /** The path of a file in the one at this path. */
    public static String path(String holder, String entry) {
        return holder + BETWEEN + entry;
    }
}
