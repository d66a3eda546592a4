package org.planlint.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Source;

/**
 * Where each character of a docx came from: which element of its main document part, counted from 0 in the order in
 * which their start tags stand.
 */
public final class DocxPlaces {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Characters {@code start} to {@code end} of a paragraph's text are one element's own: w:t, w:tab, w:br, w:sym. */
    public record Piece(int start, int end, int element) {}

    /** A w:p and its pieces in order. List numbers that Word computes belong to none. */
    public record Home(int element, List<Piece> pieces) {
        public Home {
            pieces = List.copyOf(pieces);
        }
    }

    private final Map<Integer, Home> homes = new HashMap<>();

    DocxPlaces() {}

    /**
     * Reads the file anew for its places.
     *
     * @throws ReadFailure if the file is no docx that can be read
     */
    public static DocxPlaces of(byte[] docx) throws ReadFailure {
        DocxPlaces places = new DocxPlaces();
        try {
            new DocxReader().read(new Source("", docx, DOCX), places);
        } catch (ReadFailure e) {
            throw e;
        } catch (Exception e) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
        return places;
    }

    void put(int paragraph, int element, List<Piece> pieces) {
        homes.put(paragraph, new Home(element, pieces));
    }

    /** Where the paragraph of this {@link org.planlint.text.Paragraph#index} stands; null for headers, footers and notes, which are other parts of the file. */
    public Home home(int paragraph) {
        return homes.get(paragraph);
    }

    /** Shifts the pieces of one run to where its text begins in the paragraph. */
    static List<Piece> shift(List<Piece> pieces, int by) {
        List<Piece> shifted = new ArrayList<>();
        pieces.forEach(p -> shifted.add(new Piece(p.start() + by, p.end() + by, p.element())));
        return shifted;
    }
}
