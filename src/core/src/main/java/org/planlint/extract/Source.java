package org.planlint.extract;

/** A file's bytes, its name as given, and what its bytes show it to be, as a media type without parameters. */
public record Source(String name, byte[] bytes, String mediaType) {}
