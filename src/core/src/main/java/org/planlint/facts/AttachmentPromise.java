package org.planlint.facts;

import org.planlint.text.Span;

/**
 * Words that promise an annex.
 *
 * @param what   Phụ lục, Chương trình, Danh sách …
 * @param number the annex's number where named
 * @param kept   whether the file holds it
 */
public record AttachmentPromise(String what, Integer number, boolean kept, String section, Span span)
        implements Located {}
