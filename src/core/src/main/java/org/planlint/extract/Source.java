package org.planlint.extract;

import org.planlint.extract.signed.Authorities;

/**
 * A file's bytes, its name as given, and what its bytes show it to be, as a media type without parameters.
 *
 * @param authorities whom its signatures may lead to
 * @param onPage      told of each page whose picture is about to be read, which takes longer than all else
 */
public record Source(String name, byte[] bytes, String mediaType, Authorities authorities, Runnable onPage) {
    /** Of whose signatures and pages nobody has to know more. */
    public Source(String name, byte[] bytes, String mediaType) {
        this(name, bytes, mediaType, Authorities.NONE, () -> {});
    }
}
