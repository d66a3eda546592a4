package org.planlint.extract;

/** A file's bytes, its name as given, and what its bytes show it to be. */
public record Source(String name, byte[] bytes, String mediaType) {
}
