package org.planlint.extract;

import org.planlint.text.Document;

/** Reads one family of formats. */
public interface Reader {
    /**
     * The whole file, its paragraphs in reading order.
     *
     * @throws ReadFailure if the file holds nothing that can be checked, with the reason
     * @throws Exception   whatever the format's library throws on a broken file
     */
    Document read(Source source) throws Exception;
}
