package org.planlint.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.planlint.text.Block;
import org.planlint.text.Capability;
import org.planlint.text.DigitalSignature;
import org.planlint.text.Digitised;
import org.planlint.text.Document;
import org.planlint.text.DrawnLine;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.RecognisedPage;
import org.planlint.text.Revision;
import org.planlint.text.Table;
import org.planlint.text.TextLine;

/** Puts a document together in reading order, numbering its paragraphs as they come. */
public final class DocumentBuilder {
    /** More than any plan has; a file beyond it is a bomb or a data dump. */
    static final int MAX_PARAGRAPHS = 200_000;

    static final int MAX_CHARACTERS = 20_000_000;

    private final Source source;
    private final Set<Capability> capabilities;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final List<PageFormat> pageFormats = new ArrayList<>();
    private final List<DigitalSignature> signatures = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<RecognisedPage> recognised = new ArrayList<>();
    private final List<PageNumbering> pageNumberings = new ArrayList<>();
    private final List<DrawnLine> lines = new ArrayList<>();
    private Integer pageCount;
    private Digitised digitised = Digitised.NONE;
    private final Deque<List<Block>> containers = new ArrayDeque<>();
    private final List<Block> body = new ArrayList<>();
    private long characters;

    /** @param capabilities what the reader sees beside the text, unless it takes it back by {@link #without} */
    public DocumentBuilder(Source source, Capability... capabilities) {
        this.source = source;
        this.capabilities = EnumSet.of(Capability.TEXT, capabilities);
        this.capabilities.add(Capability.TYPED_TEXT);
        this.capabilities.add(Capability.EVERY_PAGE);
        containers.push(body);
    }

    /**
     * Adds a body paragraph where the reader stands. For the measures see {@link Paragraph}.
     *
     * @throws ReadFailure if the document is larger than any plan
     */
    public Paragraph paragraph(
            String text, int autoLabel, int page, Paragraph.Box box, Paragraph.Layout layout, List<Paragraph.Run> runs)
            throws ReadFailure {
        return paragraph(text, autoLabel, page, box, layout, runs, List.of());
    }

    /**
     * The same, printed on these lines.
     *
     * @throws ReadFailure if the document is larger than any plan
     */
    public Paragraph paragraph(
            String text,
            int autoLabel,
            int page,
            Paragraph.Box box,
            Paragraph.Layout layout,
            List<Paragraph.Run> runs,
            List<TextLine> lines)
            throws ReadFailure {
        Place place = containers.size() > 1 ? Place.CELL : Place.BODY;
        Paragraph paragraph = number(text, autoLabel, page, place, box, layout, runs, lines);
        containers.peek().add(paragraph);
        return paragraph;
    }

    /** A body paragraph of which nothing but its words is known. */
    Paragraph paragraph(String text, int page) throws ReadFailure {
        return paragraph(text, 0, page, null, Paragraph.Layout.UNKNOWN, List.of());
    }

    /** Takes the space away below the paragraph that was added last where the reader stands. */
    public void closeUp(Paragraph last) {
        List<Block> here = containers.peek();
        if (here.isEmpty() || here.get(here.size() - 1) != last) {
            return;
        }
        Paragraph closed = last.withoutSpaceAfter();
        here.set(here.size() - 1, closed);
        paragraphs.set(last.index(), closed);
    }

    /**
     * Adds a body paragraph that stands in a text box.
     *
     * @throws ReadFailure if the document is larger than any plan
     */
    public Paragraph boxed(String text, int autoLabel, Paragraph.Layout layout, List<Paragraph.Run> runs)
            throws ReadFailure {
        Paragraph paragraph = number(text, autoLabel, 0, Place.TEXT_BOX, null, layout, runs, List.of());
        containers.peek().add(paragraph);
        return paragraph;
    }

    /**
     * Adds a paragraph outside the body: header, footer, note or stamp. To be called when the body is done.
     *
     * @throws ReadFailure if the document is larger than any plan
     */
    public Paragraph aside(Place place, String text, int page, Paragraph.Layout layout, List<Paragraph.Run> runs)
            throws ReadFailure {
        return aside(place, text, page, layout, runs, List.of());
    }

    /**
     * The same, printed on these lines.
     *
     * @throws ReadFailure if the document is larger than any plan
     */
    public Paragraph aside(
            Place place, String text, int page, Paragraph.Layout layout, List<Paragraph.Run> runs, List<TextLine> lines)
            throws ReadFailure {
        return number(text, 0, page, place, null, layout, runs, lines);
    }

    private Paragraph number(
            String text,
            int autoLabel,
            int page,
            Place place,
            Paragraph.Box box,
            Paragraph.Layout layout,
            List<Paragraph.Run> runs,
            List<TextLine> lines)
            throws ReadFailure {
        characters += text.length();
        if (paragraphs.size() >= MAX_PARAGRAPHS || characters > MAX_CHARACTERS) {
            throw new ReadFailure(
                    ReadFailure.Reason.TOO_LARGE,
                    "over " + MAX_PARAGRAPHS + " paragraphs or " + MAX_CHARACTERS + " characters");
        }
        Paragraph paragraph = new Paragraph(paragraphs.size(), text, autoLabel, page, place, box, layout, runs, lines);
        paragraphs.add(paragraph);
        return paragraph;
    }

    /**
     * Paragraphs go into a list of their own until {@link #close()} gives it back.
     *
     * @throws ReadFailure if tables are nested too deeply
     */
    public void open() throws ReadFailure {
        if (containers.size() > 40) {
            throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, "tables nested deeper than 40");
        }
        containers.push(new ArrayList<>());
    }

    /** What was added since the last {@link #open()} that is not closed yet. */
    public List<Block> close() {
        return containers.pop();
    }

    /**
     * Adds a table whose cells were gathered by {@link #open()} and {@link #close()}; one without rows is none.
     *
     * @param ruled whether it has drawn lines; null where unknown
     */
    public void table(List<Table.Row> rows, Boolean ruled) {
        if (!rows.isEmpty()) {
            containers.peek().add(new Table(rows, ruled));
        }
    }

    /** The {@link Paragraph#index} that the next paragraph will have. */
    public int nextIndex() {
        return paragraphs.size();
    }

    /** Adds the format of a page or of a stretch of pages, in their order. */
    public void pageFormat(PageFormat format) {
        pageFormats.add(format);
    }

    /** Adds an electronic signature, as the file tells of it. */
    public void signature(DigitalSignature signature) {
        signatures.add(signature);
    }

    /** Adds a tracked change or a comment. */
    public void revision(Revision revision) {
        revisions.add(revision);
    }

    /** Adds a page whose text was recognised from its picture. */
    public void recognised(RecognisedPage page) {
        recognised.add(page);
    }

    /** Adds what page number shows in a section. */
    public void pageNumbering(PageNumbering numbering) {
        pageNumberings.add(numbering);
    }

    /** Adds a level line. */
    public void line(DrawnLine line) {
        lines.add(line);
    }

    /** Says how paper was made into it. */
    public void digitised(Digitised found) {
        digitised = found;
    }

    /** Says how many pages there are. */
    public void pageCount(int pages) {
        pageCount = pages;
    }

    /** Says that this file does not show what others of its format do. */
    public void without(Capability missing) {
        capabilities.remove(missing);
    }

    /** Says that this file shows what not all of its format do. */
    public void with(Capability found) {
        capabilities.add(found);
    }

    /** The document as it was put together. */
    public Document build() {
        return new Document(
                source.name(),
                source.mediaType(),
                capabilities,
                body,
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
}
