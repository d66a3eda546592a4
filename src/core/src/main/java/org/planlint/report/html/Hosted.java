package org.planlint.report.html;

import java.time.LocalDate;
import java.util.Map;
import org.planlint.report.Text;

/**
 * What a service adds to the page of a document that it shows.
 *
 * @param address   of the report, without a query
 * @param absent    why the document itself is not shown, or null where it is
 * @param annotated whether a copy with notes can be had
 * @param fixed     whether a mended one can
 * @param settles   whether the reader may let findings pass
 * @param reader    who the reader is by the token, or null where none says
 * @param today     before which no waiver can end
 * @param confirmed who has said of which findings, by fingerprint, that they are right
 */
public record Hosted(
        String address,
        Text absent,
        boolean annotated,
        boolean fixed,
        boolean settles,
        String reader,
        LocalDate today,
        Map<String, String> confirmed) {
    public Hosted {
        confirmed = Map.copyOf(confirmed);
    }
}
