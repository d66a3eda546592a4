package org.planlint.extract;

/**
 * A file's bytes, its name as given, and what its bytes show it to be, as a media type without parameters.
 *
 * @param onPage told of each page whose picture is about to be read, which takes longer than all else
 */
public record Source(String name, byte[] bytes, String mediaType, Runnable onPage) {
    /** Where nobody has to know. */
    public Source(String name, byte[] bytes, String mediaType) {
        this(name, bytes, mediaType, () -> {});
    }
}
