package org.planlint.extract;

/** A file's bytes, its name as given, and what its bytes show it to be. */
record Source(String name, byte[] bytes, String mediaType) {
}
