package org.planlint.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.planlint.rules.Law;
import org.planlint.text.Block;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Table;

/** Documents as they are typed in a test, past all readers: a line is a paragraph, lines within bars are a ruled table. */
final class Typed {
    private Typed() {}

    static Document document(List<String> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<Table.Row> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("|")) {
                rows.add(row(line, paragraphs));
                continue;
            }
            close(rows, blocks);
            blocks.add(paragraph(line, paragraphs));
        }
        close(rows, blocks);
        return new Document(
                "typed.txt",
                "text/plain",
                Set.of(Capability.TEXT, Capability.TYPED_TEXT),
                blocks,
                paragraphs,
                List.of(),
                List.of(),
                List.of());
    }

    static Found found(Document document) {
        return found(document, PlanParser.finders(Law.tables()));
    }

    static Found found(Document document, List<Finder<?>> finders) {
        Outline outline = new Outline(new Structure(new Flow(document, new Repair(Law.tables()))));
        return new Found(outline, Law.tables(), finders, null);
    }

    private static Table.Row row(String line, List<Paragraph> paragraphs) {
        List<String> texts =
                Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
        List<Table.Cell> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(new Table.Cell(cells.size(), 1, false, List.of(paragraph(text, paragraphs))));
        }
        return new Table.Row(cells);
    }

    private static Paragraph paragraph(String text, List<Paragraph> paragraphs) {
        Paragraph paragraph = new Paragraph(
                paragraphs.size(), text, 0, 0, Place.BODY, null, Paragraph.Layout.UNKNOWN, List.of(), List.of());
        paragraphs.add(paragraph);
        return paragraph;
    }

    private static void close(List<Table.Row> rows, List<Block> blocks) {
        if (!rows.isEmpty()) {
            blocks.add(new Table(rows, true));
            rows.clear();
        }
    }
}
