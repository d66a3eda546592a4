package org.planlint.extract.tika;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Reader;
import org.planlint.extract.Source;
import org.planlint.text.Document;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Table;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads what has no reader of its own (rtf, html, the oldest doc) through Tika's XHTML. */
public final class TikaReader implements Reader {
    @Override
    public Document read(Source source) throws Exception {
        DocumentBuilder builder = new DocumentBuilder(source);
        byte[] bytes = source.bytes();
        Parser parser = switch (source.mediaType()) {
            case "application/rtf", "text/rtf" -> {
                bytes = RtfMarks.mark(bytes);
                yield new RTFParser();
            }
            case "application/msword" -> new OfficeParser();
            default -> new JSoupParser();
        };
        ParseContext context = new ParseContext();
        context.set(Parser.class, new org.apache.tika.parser.EmptyParser());
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, source.mediaType());
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            parser.parse(in, new Blocks(builder, source.mediaType().contains("html")), metadata, context);
        } catch (SAXException e) {
            if (e.getCause() instanceof ReadFailure failure) {
                throw failure;
            }
            throw e;
        }
        return builder.build();
    }

    /** Turns XHTML into blocks. */
    private static final class Blocks extends DefaultHandler {
        private static final Pattern ONE_OR_TWO_DIGITS = Pattern.compile("\\d{1,2}");

        private static final class Grid {
            final List<Table.Row> rows = new ArrayList<>();
            List<Table.Cell> cells = new ArrayList<>();
            int column;
            int span = 1;
        }

        private final DocumentBuilder builder;
        private final Deque<Grid> grids = new ArrayDeque<>();
        private final Deque<int[]> lists = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();
        private int bold;
        private int italic;
        private int label;
        private final boolean foldsSpace;
        private boolean inBody;
        private boolean inRow;
        private boolean tableOpen;

        /** @param foldsSpace whether line breaks and tabs in the source are mere spaces, as in HTML */
        Blocks(DocumentBuilder builder, boolean foldsSpace) {
            this.builder = builder;
            this.foldsSpace = foldsSpace;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
            switch (name) {
                case "body" -> inBody = true;
                case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr" -> {
                    flush();
                    if (name.equals("tr") && !grids.isEmpty()) {
                        grids.peek().cells = new ArrayList<>();
                        grids.peek().column = 0;
                    }
                }
                case "ol", "ul" -> {
                    flush();
                    lists.push(new int[] {name.equals("ol") ? 0 : -1});
                }
                case "li" -> {
                    flush();
                    if (!lists.isEmpty()) {
                        text.append(lists.peek()[0] < 0 ? "- " : ++lists.peek()[0] + ". ");
                        label = text.length();
                    }
                }
                case "table" -> {
                    flush();
                    grids.push(new Grid());
                }
                case "td", "th" -> {
                    flush();
                    if (!grids.isEmpty()) {
                        String span = attributes.getValue("colspan");
                        grids.peek().span = span != null
                                        && ONE_OR_TWO_DIGITS.matcher(span).matches()
                                ? Math.max(1, Integer.parseInt(span))
                                : 1;
                        run(() -> builder.open());
                    }
                }
                case "b", "strong" -> bold++;
                case "i", "em" -> italic++;
                case "br" -> text.append('\n');
                default -> {}
            }
        }

        @Override
        public void endElement(String uri, String name, String qName) throws SAXException {
            switch (name) {
                case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li" -> flush();
                case "ol", "ul" -> {
                    flush();
                    lists.poll();
                }
                case "td", "th" -> {
                    flush();
                    if (!grids.isEmpty()) {
                        Grid grid = grids.peek();
                        grid.cells.add(new Table.Cell(grid.column, grid.span, false, builder.close()));
                        grid.column += grid.span;
                    }
                }
                case "tr" -> {
                    if (!grids.isEmpty()) {
                        grids.peek().rows.add(new Table.Row(grids.peek().cells));
                    }
                }
                case "table" -> {
                    flush();
                    if (!grids.isEmpty()) {
                        builder.table(grids.pop().rows, null);
                    }
                }
                case "b", "strong" -> bold--;
                case "i", "em" -> italic--;
                case "body" -> {
                    flush();
                    if (inRow) {
                        builder.close();
                        inRow = false;
                    }
                    closeRtfTable();
                }
                default -> {}
            }
        }

        @Override
        public void characters(char[] chars, int start, int length) throws SAXException {
            if (!inBody) {
                return;
            }
            int from = text.length();
            for (int i = start; i < start + length; i++) {
                char c = chars[i];
                if (RtfMarks.isMark(c)) {
                    mark(c);
                    from = text.length();
                } else {
                    append(c);
                }
            }
            if (bold > 0 || italic > 0) {
                runs.add(new Run(from, text.length(), null, null, bold > 0, italic > 0, false, null, false, false));
            }
        }

        private void append(char c) {
            boolean space = foldsSpace && (c == '\n' || c == '\r' || c == '\t' || c == ' ');
            if (!space) {
                text.append(c);
            } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }

        @Override
        public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
            characters(chars, start, length);
        }

        /** A row of an rtf begins, or one of its cells or the row itself is at its end. */
        private void mark(char mark) throws SAXException {
            flush();
            if (mark == RtfMarks.ROW_STARTS) {
                if (!inRow) {
                    inRow = true;
                    if (!tableOpen) {
                        grids.push(new Grid());
                        tableOpen = true;
                    }
                    grids.peek().cells = new ArrayList<>();
                    grids.peek().column = 0;
                    run(() -> builder.open());
                }
            } else if (inRow && mark == RtfMarks.CELL_ENDS) {
                Grid grid = grids.peek();
                grid.cells.add(new Table.Cell(grid.column++, 1, false, builder.close()));
                run(() -> builder.open());
            } else if (inRow) {
                builder.close();
                grids.peek().rows.add(new Table.Row(grids.peek().cells));
                inRow = false;
            }
        }

        private void closeRtfTable() {
            if (tableOpen && !inRow) {
                builder.table(grids.pop().rows, null);
                tableOpen = false;
            }
        }

        private void flush() throws SAXException {
            if (text.toString().isBlank()) {
                text.setLength(0);
                runs.clear();
                return;
            }
            int end = text.length();
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            String kept = text.substring(0, end);
            List<Run> inside = new ArrayList<>();
            for (Run run : runs) {
                if (run.start() < end) {
                    inside.add(
                            run.end() <= end
                                    ? run
                                    : new Run(
                                            run.start(),
                                            end,
                                            null,
                                            null,
                                            run.bold(),
                                            run.italic(),
                                            false,
                                            null,
                                            false,
                                            false));
                }
            }
            int labelled = label;
            closeRtfTable();
            run(() -> builder.paragraph(kept, labelled, 0, null, Layout.UNKNOWN, inside));
            text.setLength(0);
            runs.clear();
            label = 0;
        }

        private interface Step {
            void run() throws ReadFailure;
        }

        private static void run(Step step) throws SAXException {
            try {
                step.run();
            } catch (ReadFailure failure) {
                throw new SAXException(failure);
            }
        }
    }
}
