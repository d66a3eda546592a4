package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.hwpf.model.GenericPropertyNode;
import org.apache.poi.hwpf.model.PlexOfCps;
import org.apache.poi.hwpf.model.SubdocumentType;
import org.apache.poi.hwpf.model.types.SEPAbstractType;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Section;
import org.apache.poi.hwpf.usermodel.SectionProperties;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.tika.parser.microsoft.ListManager;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.LegacyFonts;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Reader;
import org.planlint.extract.Source;
import org.planlint.extract.tika.TikaReader;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Place;
import org.planlint.text.Revision;

/** Reads Word 97 to 2003 files with POI; older ones, of which POI knows only the text, go to Tika. */
public final class DocReader implements Reader {
    private static final String BLACK = "000000";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** What a page holds at most, on the average of the file. */
    private static final int MOST_LETTERS = 5000;
    /** Headers and footers of a section, by their place among its six; six of notes stand before them all. */
    private enum Story {
        FIRST_HEADER(4, Place.HEADER),
        HEADER(1, Place.HEADER),
        FIRST_FOOTER(5, Place.FOOTER),
        FOOTER(3, Place.FOOTER);

        final int at;
        final Place place;

        Story(int at, Place place) {
            this.at = at;
            this.place = place;
        }
    }

    private static final int STORIES = 6;

    /** Places of a frame across the page that are no measures. */
    private static final int CENTRED = -4;

    private static final int TO_THE_RIGHT = -8;
    private static final char FIELD_BEGINS = '\u0013';
    private static final char FIELD_SHOWS = '\u0014';
    private static final char FIELD_ENDS = '\u0015';

    @Override
    public Document read(Source source) throws Exception {
        try (HWPFDocument doc = new HWPFDocument(new ByteArrayInputStream(source.bytes()))) {
            return new Reading(doc, source).document();
        } catch (OldWordFileFormatException e) {
            return new TikaReader().read(source);
        }
    }

    private static final class Reading {
        private final HWPFDocument doc;
        private final DocumentBuilder builder;
        private final ListManager lists;
        private final boolean old;
        private final List<Section> sections = new ArrayList<>();
        /** Of each section the index of its first paragraph. */
        private final List<Integer> begins = new ArrayList<>();

        Reading(HWPFDocument doc, Source source) {
            this.doc = doc;
            this.builder = new DocumentBuilder(
                    source,
                    Capability.FONTS,
                    Capability.COLOURS,
                    Capability.PAGE_NUMBERS,
                    Capability.LAYOUT,
                    Capability.PAGE_FORMAT,
                    Capability.HEADERS,
                    Capability.REVISIONS);
            this.lists = new ListManager(doc);
            this.old = LegacyFonts.mayBeOld(doc.getRange().text());
        }

        Document document() throws ReadFailure {
            Range range = doc.getRange();
            for (int i = 0; i < range.numSections(); i++) {
                sections.add(range.getSection(i));
            }
            blocks(range);
            for (int i = 0; i < sections.size(); i++) {
                builder.pageFormat(format(sections.get(i), properties(i), i < begins.size() ? begins.get(i) : -1));
            }
            pageCount();
            aside(Place.TEXT_BOX, doc.getMainTextboxRange());
            headersAndFooters();
            aside(Place.FOOTNOTE, doc.getFootnoteRange());
            Range comments = doc.getCommentsRange();
            for (int i = 0; !isEmpty(comments) && i < comments.numParagraphs(); i++) {
                Words words = words(comments.getParagraph(i));
                if (!words.text.toString().isBlank()) {
                    builder.revision(new Revision(
                            Revision.Kind.COMMENT, null, words.text.toString().strip(), -1));
                }
            }
            return builder.build();
        }

        /** What even pages show is not told apart; of a number in a text box nobody knows where it stands. */
        private void headersAndFooters() throws ReadFailure {
            FileInformationBlock file = doc.getFileInformationBlock();
            PlexOfCps stories = file.getSubdocumentTextStreamLength(SubdocumentType.HEADER) == 0
                    ? new PlexOfCps(0)
                    : new PlexOfCps(doc.getTableStream(), file.getPlcfHddOffset(), file.getPlcfHddSize(), 0);
            Map<Story, PageNumbering.Shown> numbers = new EnumMap<>(Story.class);
            List<PageNumbering> found = new ArrayList<>();
            for (int i = 0; i < sections.size(); i++) {
                for (Story story : Story.values()) {
                    Range range = range(stories, STORIES * (i + 1) + story.at);
                    // a section without one has that of the section before it
                    if (range != null) {
                        numbers.put(story, aside(story.place, range));
                    }
                }
                found.add(numbering(i, numbers));
            }
            boolean inBox = file.getSubdocumentTextStreamLength(SubdocumentType.HEADER_TEXTBOX) > 0
                    && found.stream().allMatch(numbering -> numbering.later() == null);
            if (inBox || doc.getDocProperties().isFFacingPages()) {
                builder.without(Capability.PAGE_NUMBERS);
            } else {
                found.forEach(builder::pageNumbering);
            }
        }

        private Range range(PlexOfCps stories, int story) {
            GenericPropertyNode at = story < stories.length() ? stories.getProperty(story) : null;
            int from = doc.getHeaderStoryRange().getStartOffset();
            return at == null || at.getStart() >= at.getEnd()
                    ? null
                    : new Range(from + at.getStart(), from + at.getEnd(), doc);
        }

        private PageNumbering numbering(int section, Map<Story, PageNumbering.Shown> numbers) {
            SectionProperties p = properties(section);
            PageNumbering.Shown first = numbers.get(Story.FIRST_HEADER);
            PageNumbering.Shown odd = numbers.get(Story.HEADER);
            PageNumbering.Shown later = odd != null ? odd : numbers.get(Story.FOOTER);
            return new PageNumbering(
                    section,
                    p.getFTitlePage() ? first != null ? first : numbers.get(Story.FIRST_FOOTER) : later,
                    later,
                    p.getFPgnRestart() ? Integer.valueOf(p.getPgnStart()) : null,
                    p.getNfcPgn() == SEPAbstractType.NFCPGN_ARABIC ? "decimal" : null);
        }

        private SectionProperties properties(int section) {
            return doc.getSectionTable().getSections().get(section).getSectionProperties();
        }

        private static PageFormat format(Section s, SectionProperties p, int fromParagraph) {
            return new PageFormat(
                    0,
                    fromParagraph,
                    s.getPageWidth() / 20.0,
                    s.getPageHeight() / 20.0,
                    s.getMarginTop() / 20.0,
                    s.getMarginRight() / 20.0,
                    s.getMarginBottom() / 20.0,
                    s.getMarginLeft() / 20.0,
                    p.getDzaGutter() / 20.0,
                    p.getDyaHdrTop() / 20.0,
                    p.getDyaHdrBottom() / 20.0,
                    p.getFTitlePage(),
                    false,
                    0);
        }

        /** As Word counted them, where the length of the text does not gainsay it. */
        private void pageCount() {
            SummaryInformation summary = doc.getSummaryInformation();
            int pages = summary == null ? 0 : summary.getPageCount();
            if (pages > 0 && doc.getRange().text().length() <= pages * (long) MOST_LETTERS) {
                builder.pageCount(pages);
            }
        }

        /** POI cannot walk the runs of a sub-document that holds only its closing mark. */
        private static boolean isEmpty(Range range) {
            return range == null
                    || range.getEndOffset() - range.getStartOffset() < 2
                    || range.text().isBlank();
        }

        private void blocks(Range range) throws ReadFailure {
            for (int i = 0; i < range.numParagraphs(); i++) {
                Paragraph p = range.getParagraph(i);
                while (begins.size() < sections.size()
                        && p.getStartOffset() >= sections.get(begins.size()).getStartOffset()) {
                    begins.add(builder.nextIndex());
                }
                Table table = p.isInTable() ? tableAt(range, p) : null;
                if (table == null) {
                    paragraph(p);
                } else {
                    table(table);
                    i += Math.max(table.numParagraphs() - 1, 0);
                }
            }
        }

        private static Table tableAt(Range range, Paragraph p) {
            try {
                return range.getTable(p);
            } catch (IllegalArgumentException notItsFirstParagraph) {
                return null;
            }
        }

        private void table(Table table) throws ReadFailure {
            List<org.planlint.text.Table.Row> rows = new ArrayList<>();
            boolean ruled = false;
            for (int r = 0; r < table.numRows(); r++) {
                TableRow row = table.getRow(r);
                ruled |= row.getTopBorder().getBorderType() > 0
                        || row.getHorizontalBorder().getBorderType() > 0;
                List<org.planlint.text.Table.Cell> cells = new ArrayList<>();
                int column = 0;
                for (int c = 0; c < row.numCells(); c++) {
                    TableCell cell = row.getCell(c);
                    ruled |= cell.getBrcTop().getBorderType() > 0;
                    builder.open();
                    for (int k = 0; k < cell.numParagraphs(); k++) {
                        paragraph(cell.getParagraph(k));
                    }
                    boolean merged = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
                    cells.add(new org.planlint.text.Table.Cell(column++, 1, merged, builder.close()));
                }
                rows.add(new org.planlint.text.Table.Row(cells));
            }
            builder.table(rows, ruled);
        }

        private void paragraph(Paragraph p) throws ReadFailure {
            Words words = words(p);
            String label = p.isInList() ? label(p) : "";
            List<Run> runs = new ArrayList<>();
            for (Run run : words.runs) {
                runs.add(new Run(
                        run.start() + label.length(),
                        run.end() + label.length(),
                        run.font(),
                        run.size(),
                        run.bold(),
                        run.italic(),
                        run.underline(),
                        run.color(),
                        run.hidden(),
                        run.highlighted()));
            }
            builder.paragraph(label + words.text, label.length(), 0, null, layout(p), runs);
        }

        private String label(Paragraph p) {
            try {
                String label = lists.getFormattedNumber(p);
                if (label == null || label.isBlank()) {
                    return "";
                }
                char c = label.charAt(0);
                String shown = c >= 0xE000 && c <= 0xF8FF || c == '\u00B7' ? "• " : label;
                return shown.endsWith(" ") ? shown : shown + " ";
            } catch (RuntimeException brokenList) {
                return "";
            }
        }

        /** The page number that it shows; null for none. */
        private PageNumbering.Shown aside(Place place, Range range) throws ReadFailure {
            PageNumbering.Shown shown = null;
            for (int i = 0; !isEmpty(range) && i < range.numParagraphs(); i++) {
                Paragraph p = range.getParagraph(i);
                Words words = words(p);
                String text = words.text.toString();
                if (text.isBlank()) {
                    continue;
                }
                int index = builder.aside(place, text, 0, layout(p), words.runs).index();
                shown = shown != null
                        ? shown
                        : words.number.shown(text, words.runs, index, place, before -> alignment(p, before));
            }
            return shown;
        }

        /** Where what stands behind these words begins: a frame goes where it says, a tab to a stop that is not asked for. */
        private static Alignment alignment(Paragraph p, String before) {
            int across = p.isInTable() ? 0 : p.getProps().getDxaAbs();
            return switch (across) {
                case CENTRED -> Alignment.CENTER;
                case TO_THE_RIGHT -> Alignment.RIGHT;
                case 0 ->
                    p.isInTable() || before.indexOf('\t') >= 0
                            ? null
                            : layout(p).alignment();
                default -> null;
            };
        }

        private static final class Words {
            final StringBuilder text = new StringBuilder();
            final List<Run> runs = new ArrayList<>();
            final WordPageNumber number = new WordPageNumber();
        }

        private Words words(Paragraph p) {
            Words words = new Words();
            int codes = 0;
            for (int i = 0; i < p.numCharacterRuns(); i++) {
                CharacterRun run = p.getCharacterRun(i);
                int start = words.text.length();
                String raw = run.text();
                for (int k = 0; k < raw.length(); k++) {
                    char c = raw.charAt(k);
                    if (c == FIELD_BEGINS) {
                        codes++;
                        words.number.mark("begin", words.text.length());
                    } else if (c == FIELD_SHOWS || c == FIELD_ENDS) {
                        codes -= c == FIELD_SHOWS || codes > 0 ? 1 : 0;
                        codes = Math.max(0, codes);
                        words.number.mark(c == FIELD_SHOWS ? "separate" : "end", words.text.length());
                    } else if (codes > 0) {
                        words.number.instruction(String.valueOf(c), () -> null);
                    } else if (!run.isMarkedDeleted()) {
                        append(words.text, c);
                    }
                }
                if (old) {
                    String decoded = LegacyFonts.decode(run.getFontName(), words.text.substring(start));
                    words.text.setLength(start);
                    words.text.append(decoded);
                }
                String added = words.text.substring(start);
                if (run.isMarkedDeleted() && !raw.isBlank()) {
                    builder.revision(new Revision(Revision.Kind.DELETION, null, raw.strip(), builder.nextIndex()));
                } else if (run.isMarkedInserted() && !added.isBlank()) {
                    builder.revision(new Revision(Revision.Kind.INSERTION, null, added, builder.nextIndex()));
                }
                if (!added.isEmpty()) {
                    words.runs.add(new Run(
                            start,
                            words.text.length(),
                            run.getFontName(),
                            run.getFontSize() / 2.0,
                            run.isBold(),
                            run.isItalic(),
                            run.getUnderlineCode() != 0,
                            colour(run),
                            run.isVanished(),
                            run.isHighlighted()));
                }
            }
            return words;
        }

        /** The file has it as blue, green and red, or leaves it to the program, which takes black. */
        private static String colour(CharacterRun run) {
            int bgr = run.getIco24();
            return bgr <= 0 ? BLACK : HEX.toHexDigits((bgr & 0xFF) << 16 | bgr & 0xFF00 | bgr >> 16 & 0xFF, 6);
        }

        private static void append(StringBuilder text, char c) {
            if (c == '\u000B') {
                text.append('\n');
            } else if (c == '\u001E') {
                text.append('-');
            } else if (c == '\t' || c >= ' ') {
                text.append(c);
            }
        }

        private static Layout layout(Paragraph p) {
            Alignment alignment = switch (p.getJustification()) {
                case 1 -> Alignment.CENTER;
                case 2 -> Alignment.RIGHT;
                case 0 -> Alignment.LEFT;
                default -> Alignment.JUSTIFIED;
            };
            // The descriptor shows its two numbers only packed: the height below, whether it is a multiple above.
            int packed = p.getLineSpacing().toInt();
            boolean multiple = packed >> 16 != 0;
            double value = (short) packed;
            LineRule rule = multiple ? LineRule.MULTIPLE : value < 0 ? LineRule.EXACT : LineRule.AT_LEAST;
            return new Layout(
                    alignment,
                    p.getIndentFromLeft() / 20.0,
                    p.getIndentFromRight() / 20.0,
                    p.getFirstLineIndent() / 20.0,
                    p.getSpacingBefore() / 20.0,
                    p.getSpacingAfter() / 20.0,
                    multiple ? value / 240 : Math.abs(value) / 20,
                    rule,
                    null);
        }
    }
}
