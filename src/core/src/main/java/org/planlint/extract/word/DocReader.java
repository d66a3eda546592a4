package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Section;
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
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Place;
import org.planlint.text.Revision;

/** Reads Word 97 to 2003 files with POI; older ones, of which POI knows only the text, go to Tika. */
public final class DocReader implements Reader {
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

        Reading(HWPFDocument doc, Source source) {
            this.doc = doc;
            this.builder = new DocumentBuilder(
                    source,
                    Capability.FONTS,
                    Capability.LAYOUT,
                    Capability.PAGE_FORMAT,
                    Capability.HEADERS,
                    Capability.REVISIONS);
            this.lists = new ListManager(doc);
            this.old = LegacyFonts.mayBeOld(doc.getRange().text());
        }

        Document document() throws ReadFailure {
            blocks(doc.getRange());
            Range range = doc.getRange();
            for (int i = 0; i < range.numSections(); i++) {
                Section s = range.getSection(i);
                builder.pageFormat(new PageFormat(
                        0,
                        -1,
                        s.getPageWidth() / 20.0,
                        s.getPageHeight() / 20.0,
                        s.getMarginTop() / 20.0,
                        s.getMarginRight() / 20.0,
                        s.getMarginBottom() / 20.0,
                        s.getMarginLeft() / 20.0,
                        null,
                        null,
                        null,
                        null,
                        false,
                        0));
            }
            aside(Place.TEXT_BOX, doc.getMainTextboxRange());
            HeaderStories stories = new HeaderStories(doc);
            aside(Place.HEADER, stories.getFirstHeaderSubrange());
            aside(Place.HEADER, stories.getOddHeaderSubrange());
            aside(Place.FOOTER, stories.getFirstFooterSubrange());
            aside(Place.FOOTER, stories.getOddFooterSubrange());
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

        /** POI cannot walk the runs of a sub-document that holds only its closing mark. */
        private static boolean isEmpty(Range range) {
            return range == null
                    || range.getEndOffset() - range.getStartOffset() < 2
                    || range.text().isBlank();
        }

        private void blocks(Range range) throws ReadFailure {
            for (int i = 0; i < range.numParagraphs(); i++) {
                Paragraph p = range.getParagraph(i);
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

        private void aside(Place place, Range range) throws ReadFailure {
            if (isEmpty(range)) {
                return;
            }
            for (int i = 0; i < range.numParagraphs(); i++) {
                Words words = words(range.getParagraph(i));
                if (!words.text.toString().isBlank()) {
                    builder.aside(place, words.text.toString().strip(), 0, Layout.UNKNOWN, List.of());
                }
            }
        }

        private static final class Words {
            final StringBuilder text = new StringBuilder();
            final List<Run> runs = new ArrayList<>();
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
                    if (c == '\u0013') {
                        codes++;
                    } else if (c == '\u0014' || c == '\u0015' && codes > 0) {
                        codes = Math.max(0, codes - 1);
                    } else if (codes == 0 && !run.isMarkedDeleted()) {
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
                            null,
                            run.isVanished(),
                            run.isHighlighted()));
                }
            }
            return words;
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
