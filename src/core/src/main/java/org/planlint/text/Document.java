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
 * @param recognised the pages whose text was recognised from their pictures; what they do not show is missing from the
 *                   capabilities only where no page shows it
 * @param pageNumberings what page numbers show, a section each; none where the format cannot tell
 * @param lines      level lines outside tables, drawn or borders
 * @param pageCount  how many pages it has; null where that is not sure
 * @param digitised  how paper was made into it
 */
public record Document(
        String name,
        String mediaType,
        Set<Capability> capabilities,
        List<Block> blocks,
        List<Paragraph> paragraphs,
        List<PageFormat> pageFormats,
        List<DigitalSignature> signatures,
        List<Revision> revisions,
        List<RecognisedPage> recognised,
        List<PageNumbering> pageNumberings,
        List<DrawnLine> lines,
        Integer pageCount,
        Digitised digitised) {
    /** What a page whose text was recognised from its picture does not show. */
    public static final Set<Capability> LOST_ON_PICTURES = Set.of(
            Capability.TYPED_TEXT,
            Capability.FONTS,
            Capability.COLOURS,
            Capability.LAYOUT,
            Capability.PAGE_FORMAT,
            Capability.PAGE_NUMBERS,
            Capability.LINES);

    /** With nothing known of its pages but their formats. */
    public Document(
            String name,
            String mediaType,
            Set<Capability> capabilities,
            List<Block> blocks,
            List<Paragraph> paragraphs,
            List<PageFormat> pageFormats,
            List<DigitalSignature> signatures,
            List<Revision> revisions) {
        this(
                name,
                mediaType,
                capabilities,
                blocks,
                paragraphs,
                pageFormats,
                signatures,
                revisions,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** One that is no scan. */
    public Document(
            String name,
            String mediaType,
            Set<Capability> capabilities,
            List<Block> blocks,
            List<Paragraph> paragraphs,
            List<PageFormat> pageFormats,
            List<DigitalSignature> signatures,
            List<Revision> revisions,
            List<RecognisedPage> recognised,
            List<PageNumbering> pageNumberings,
            List<DrawnLine> lines,
            Integer pageCount) {
        this(
                name,
                mediaType,
                capabilities,
                blocks,
                paragraphs,
                pageFormats,
                signatures,
                revisions,
                recognised,
                pageNumberings,
                lines,
                pageCount,
                Digitised.NONE);
    }

    public Document {
        capabilities = Set.copyOf(capabilities);
        blocks = List.copyOf(blocks);
        paragraphs = List.copyOf(paragraphs);
        pageFormats = List.copyOf(pageFormats);
        signatures = List.copyOf(signatures);
        revisions = List.copyOf(revisions);
        recognised = List.copyOf(recognised);
        pageNumberings = List.copyOf(pageNumberings);
        lines = List.copyOf(lines);
    }

    /** The same content under another name. */
    public Document named(String other) {
        return new Document(
                other,
                mediaType,
                capabilities,
                blocks,
                paragraphs,
                pageFormats,
                signatures,
                revisions,
                recognised,
                pageNumberings,
                lines,
                pageCount,
                digitised);
    }

    /** Whether the file shows it on this page; 0 for wherever something may be missing, thus on all. */
    public boolean shows(Capability capability, int page) {
        return capabilities.contains(capability)
                && !(LOST_ON_PICTURES.contains(capability)
                        && recognised.stream().anyMatch(one -> page == 0 || one.page() == page));
    }

    /** What is known of the page as a picture whose text was recognised; null for others. */
    public RecognisedPage recognised(int page) {
        return recognised.stream().filter(one -> one.page() == page).findFirst().orElse(null);
    }

    /** How the page is set, or null where the format has none. */
    public PageFormat format(int page) {
        return pageFormats.stream()
                .filter(one -> one.fromPage() == page)
                .findFirst()
                .orElse(null);
    }

    /** The frames of these characters on the paper, one a line; empty where the format does not say. */
    public List<Area> areas(Paragraph paragraph, int start, int end) {
        return paragraph.areas(start, end).stream().map(this::onPaper).toList();
    }

    /** The first line in which these characters stand, whole, on the paper; null where the format does not say. */
    public Area line(Paragraph paragraph, int start, int end) {
        return paragraph.lines().stream()
                .filter(line -> line.box(start, end) != null)
                .findFirst()
                .map(line -> onPaper(new Area(line.page(), line.box(line.start(), line.end()))))
                .orElse(null);
    }

    /** Where a frame lies on the picture of its page: where it was scanned askew, its lines were made level first. */
    private Area onPaper(Area area) {
        RecognisedPage picture = recognised(area.page());
        PageFormat format = format(area.page());
        return picture == null || picture.slope() == 0 || format == null
                ? area
                : new Area(area.page(), picture.askew(area.box(), format));
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
