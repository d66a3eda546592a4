package org.planlint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was read of one file, whatever its format.
 *
 * @param name       the name it was given
 * @param mediaType  what it is, as found in its bytes
 * @param blocks     the body in reading order
 * @param paragraphs all paragraphs by index: the body's, in tables too, then headers, footers, notes and stamps
 */
public record Document(
        String name,
        String mediaType,
        Set<Capability> capabilities,
        List<Block> blocks,
        List<Paragraph> paragraphs,
        List<PageFormat> pageFormats,
        List<DigitalSignature> signatures,
        List<Revision> revisions) {
    public Document {
        capabilities = Set.copyOf(capabilities);
        blocks = List.copyOf(blocks);
        paragraphs = List.copyOf(paragraphs);
        pageFormats = List.copyOf(pageFormats);
        signatures = List.copyOf(signatures);
        revisions = List.copyOf(revisions);
    }

    /** The same content under another name. */
    public Document named(String other) {
        return new Document(other, mediaType, capabilities, blocks, paragraphs, pageFormats, signatures, revisions);
    }

    /** Where each paragraph begins in the text that joins all with a line break, and behind the last its end. */
    public int[] offsets() {
        int[] offsets = new int[paragraphs.size() + 1];
        for (int i = 0; i < paragraphs.size(); i++) {
            offsets[i + 1] = offsets[i] + paragraphs.get(i).text().length() + 1;
        }
        return offsets;
    }

    /** All body paragraphs, those in table cells too, in reading order. */
    public List<Paragraph> bodyParagraphs() {
        List<Paragraph> found = new ArrayList<>();
        walk(blocks, found::add);
        return found;
    }

    /** The pages that are pictures without text, by number. */
    public List<Integer> pagesWithoutText() {
        return pageFormats.stream()
                .filter(PageFormat::picture)
                .map(PageFormat::fromPage)
                .toList();
    }

    private static void walk(List<Block> blocks, Consumer<Paragraph> visit) {
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                visit.accept(paragraph);
            } else if (block instanceof Table table) {
                for (Table.Row row : table.rows()) {
                    for (Table.Cell cell : row.cells()) {
                        walk(cell.blocks(), visit);
                    }
                }
            }
        }
    }
}
