package org.planlint.annotate;

import java.util.List;
import org.planlint.report.Severity;
import org.planlint.text.Area;

/**
 * What is to be written beside some words of a document.
 *
 * @param key       names it, so that it is not written twice
 * @param paragraph index of the paragraph; that of the title for a note on the document as a whole
 * @param start     first character in the paragraph's text; equal to {@code end} where the note is on the whole paragraph
 * @param areas     where the words are printed; empty where the file does not say
 * @param text      the note, its lines parted by a line break
 * @param changes   a sure replacement in its smallest stretches, which go together; empty for none
 */
public record Note(
        String key,
        Severity severity,
        int paragraph,
        int start,
        int end,
        List<Area> areas,
        String text,
        List<Change> changes) {
    public Note {
        areas = List.copyOf(areas);
        changes = List.copyOf(changes);
    }

    /** Characters {@code start} to {@code end} of the paragraph, which are to read {@code with}; where they are none it is put in there. */
    public record Change(int start, int end, String with) {}
}
