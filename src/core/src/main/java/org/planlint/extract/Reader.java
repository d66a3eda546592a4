package org.planlint.extract;

import org.planlint.text.Document;

/** Reads one family of formats. */
public interface Reader {
    /**
     * @throws ReadFailure if the file holds nothing that can be checked, with the reason
     * @throws Exception   whatever the format's library throws on a broken file
     */
    Document read(Source source) throws Exception;
}
