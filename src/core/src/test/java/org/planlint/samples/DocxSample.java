package org.planlint.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STXAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFramePr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabs;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STWrap;

/** Sets a sample plan as Word does it: letterhead table, Times New Roman, recipients beside the signature. */
final class DocxSample {
    private static final Pattern ROMAN = Pattern.compile("^[IVX]+\\.\\s+");
    private static final Pattern BASIS = Pattern.compile("^(?:Căn cứ|Theo đề nghị|Xét đề nghị) ");
    private static final String PAGE_NUMBER = "pageNumber";
    /** In points, less the cell's own margins. */
    private static final double LEFT_COLUMN = 191;

    private static final double TEXT_WIDTH = 450;
    private static final Pattern ARABIC = Pattern.compile("^\\d+\\.\\s+");

    private final XWPFDocument doc = new XWPFDocument();
    private final boolean automatic;
    private final Look look;
    private final Map<String, Integer> counts = new HashMap<>();
    private BigInteger romanList;
    private BigInteger arabicList;

    private DocxSample(boolean automatic, Look look) {
        this.automatic = automatic;
        this.look = look;
    }

    static void write(SamplePlan plan, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(plan, out);
        }
    }

    static void write(SamplePlan plan, OutputStream out) throws IOException {
        DocxSample sample = new DocxSample(plan.automaticNumbers(), plan.look());
        sample.page();
        if (plan.cover() != null) {
            sample.document(plan.cover());
            sample.empty().setPageBreak(true);
        }
        sample.document(plan);
        if (sample.look.says("formatting", "in styles")) {
            StyledSample.intoStyles(sample.doc);
        }
        sample.doc.write(out);
        sample.doc.close();
    }

    private void page() {
        CTSectPr section = doc.getDocument().getBody().addNewSectPr();
        set(section);
        number(section);
    }

    private void set(CTSectPr section) {
        set(section, false);
    }

    private void set(CTSectPr section, boolean landscape) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(millimetres(look.paper()[landscape ? 1 : 0]));
        size.setH(millimetres(look.paper()[landscape ? 0 : 1]));
        if (landscape) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(millimetres(look.measure("page", "top", 20)));
        margins.setBottom(millimetres(look.measure("page", "bottom", 20)));
        margins.setLeft(millimetres(look.measure("page", "left", 30)));
        margins.setRight(millimetres(look.measure("page", "right", 15)));
        margins.setHeader(BigInteger.valueOf(567));
        margins.setFooter(BigInteger.valueOf(567));
        margins.setGutter(BigInteger.ZERO);
    }

    private static BigInteger millimetres(double value) {
        return BigInteger.valueOf(Math.round(value * 1440 / 25.4));
    }

    /** The page number in the upper margin, from the second page on. */
    private void number(CTSectPr section) {
        if (look.says(PAGE_NUMBER, "none")) {
            return;
        }
        boolean bottom = look.says(PAGE_NUMBER, "bottom");
        XWPFHeaderFooter holder =
                bottom ? doc.createFooter(HeaderFooterType.DEFAULT) : doc.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph p = holder.createParagraph();
        p.setAlignment(
                look.says(PAGE_NUMBER, "right")
                        ? ParagraphAlignment.RIGHT
                        : look.says(PAGE_NUMBER, "left") ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
        if (look.says(PAGE_NUMBER, "dashed")) {
            ofNumber(p.createRun()).setText("- ");
        }
        if (look.says(PAGE_NUMBER, "named")) {
            ofNumber(p.createRun()).setText("Trang ");
        }
        if (look.says(PAGE_NUMBER, "in parts")) {
            ofNumber(p.createRun()).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
            ofNumber(p.createRun()).getCTR().addNewInstrText().setStringValue(" PAGE   \\* MERGEFORMAT ");
            ofNumber(p.createRun()).getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
            ofNumber(p.createRun()).setText("2");
            ofNumber(p.createRun()).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        } else if (look.says(PAGE_NUMBER, "as an element")) {
            ofNumber(p.createRun()).getCTR().addNewPgNum();
        } else {
            CTSimpleField field = p.getCTP().addNewFldSimple();
            field.setInstr("PAGE");
            ofNumber(new XWPFRun(field.addNewR(), (IRunBody) p)).setText("1");
        }
        if (look.says(PAGE_NUMBER, "dashed")) {
            ofNumber(p.createRun()).setText(" -");
        }
        if (look.says(PAGE_NUMBER, "in a frame")) {
            p.setAlignment(ParagraphAlignment.LEFT);
            CTFramePr frame = p.getCTP().getPPr().addNewFramePr();
            frame.setWrap(STWrap.AROUND);
            frame.setVAnchor(STVAnchor.TEXT);
            frame.setHAnchor(STHAnchor.MARGIN);
            frame.setXAlign(STXAlign.CENTER);
            frame.setY(BigInteger.ONE);
            holder.createParagraph();
        }
        if (!look.says(PAGE_NUMBER, "on the first page")) {
            section.addNewTitlePg();
        }
    }

    private XWPFRun ofNumber(XWPFRun run) {
        run.setFontFamily("Times New Roman");
        run.setFontSize(look.measure(PAGE_NUMBER, "size", 14));
        run.setItalic(look.says(PAGE_NUMBER, "italic"));
        run.setBold(look.says(PAGE_NUMBER, "bold"));
        return run;
    }

    private void document(SamplePlan plan) {
        if (plan.agency() != null) {
            letterhead(plan);
        } else {
            if (plan.number() != null) {
                paragraph(plan.number(), "number", Look.Type.of(13, false, false, ParagraphAlignment.LEFT));
            }
            if (plan.date() != null) {
                paragraph(plan.date(), "date", Look.Type.of(13, false, true, ParagraphAlignment.LEFT));
            }
        }
        if (plan.type() != null) {
            paragraph(plan.type(), "type", Look.Type.of(14, true, false, ParagraphAlignment.CENTER))
                    .setSpacingBefore(240);
        }
        if (plan.subject() != null) {
            paragraph(
                    plan.subject(),
                    "subject",
                    Look.Type.of(13, true, false, ParagraphAlignment.CENTER).over("drawn"));
        }
        if (plan.attached() != null) {
            paragraph(plan.attached(), "attached", Look.Type.of(14, false, true, ParagraphAlignment.CENTER));
        }
        turned(plan.body());
        if (!plan.signature().isEmpty() || !plan.recipients().isEmpty()) {
            signature(plan);
        }
        if (!plan.annex().isEmpty()) {
            XWPFParagraph end = empty();
            if (look.says("annexPages", "own section")) {
                CTSectPr section = end.getCTP().addNewPPr().addNewSectPr();
                set(section);
                CTSectPr whole = doc.getDocument().getBody().getSectPr();
                section.setHeaderReferenceArray(whole.getHeaderReferenceArray());
                if (whole.isSetTitlePg()) {
                    section.addNewTitlePg();
                }
                if (look.says("annexPages", "numbered anew")) {
                    whole.addNewPgNumType().setStart(BigInteger.ONE);
                }
                if (look.says("annexPages", "landscape")) {
                    set(whole, true);
                }
            } else {
                end.setPageBreak(true);
            }
            annex(plan.annex());
        }
    }

    /** The body, the middle of it on landscape pages where the look says so. */
    private void turned(List<String> body) {
        if (!look.says("middle", "landscape")) {
            block(body);
            return;
        }
        int third = body.size() / 3;
        block(body.subList(0, third));
        section(false);
        block(body.subList(third, 2 * third));
        section(true);
        block(body.subList(2 * third, body.size()));
    }

    /** Ends a section of the whole's header. */
    private void section(boolean landscape) {
        CTSectPr section = empty().getCTP().addNewPPr().addNewSectPr();
        set(section, landscape);
        CTSectPr whole = doc.getDocument().getBody().getSectPr();
        section.setHeaderReferenceArray(whole.getHeaderReferenceArray());
        if (whole.isSetTitlePg()) {
            section.addNewTitlePg();
            whole.unsetTitlePg();
        }
    }

    private void letterhead(SamplePlan plan) {
        if (look.says("letterhead", "tabs")) {
            tabbed(plan);
            return;
        }
        if (look.says("letterhead", "boxes")) {
            BoxedLetterhead.write(plan, doc.createParagraph(), this::type);
            return;
        }
        boolean swapped = look.says("letterhead", "swapped");
        XWPFTable table = swapped ? borderless(1, 5300, 4050) : borderless(1, 4050, 5300);
        XWPFTableCell left = table.getRow(0).getCell(swapped ? 1 : 0);
        XWPFTableCell right = table.getRow(0).getCell(swapped ? 0 : 1);
        Look.Type plain = Look.Type.of(13, false, false, ParagraphAlignment.CENTER);
        Look.Type bold = Look.Type.of(13, true, false, ParagraphAlignment.CENTER);
        if (plan.parent() != null) {
            plan.parent().lines().forEach(part -> line(left, part, "parent", plain));
        }
        String[] agency = plan.agency().split("\\s*/\\s*");
        for (int i = 0; i < agency.length; i++) {
            line(left, agency[i], "agency", i == agency.length - 1 ? bold.over("drawn") : bold);
        }
        if (plan.nationalTitle() != null) {
            line(
                    right,
                    plan.nationalTitle(),
                    "nationalTitle",
                    Look.Type.of(12, true, false, ParagraphAlignment.CENTER));
        }
        if (plan.motto() != null) {
            line(
                    right,
                    plan.motto(),
                    "motto",
                    Look.Type.of(13, true, false, ParagraphAlignment.CENTER).over("drawn"));
        }
        XWPFTableRow row = look.says("letterhead", "two rows") ? table.createRow() : table.getRow(0);
        XWPFTableCell below = row.getCell(swapped ? 1 : 0);
        XWPFTableCell ofDate = look.says("letterhead", "date on the left") ? below : row.getCell(swapped ? 0 : 1);
        XWPFTableCell ofNumber = look.says("number", "right") || look.says("letterhead", "number on the right")
                ? row.getCell(swapped ? 0 : 1)
                : below;
        if (plan.number() != null) {
            plan.number().lines().forEach(part -> line(ofNumber, part, "number", plain));
        }
        if (plan.date() != null) {
            line(ofDate, plan.date(), "date", Look.Type.of(13, false, true, ParagraphAlignment.CENTER));
        }
    }

    /** Two columns by centred tabs; what stands in a row is set in runs of its own. */
    private void tabbed(SamplePlan plan) {
        List<String> left = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        if (plan.parent() != null) {
            plan.parent().lines().forEach(part -> add("parent", part, parts, left));
        }
        for (String part : plan.agency().split("\\s*/\\s*")) {
            add("agency", part, parts, left);
        }
        String[] right = {plan.nationalTitle(), plan.motto()};
        Look.Type plain = Look.Type.of(13, false, false, ParagraphAlignment.LEFT);
        Look.Type bold = Look.Type.of(13, true, false, ParagraphAlignment.LEFT);
        for (int i = 0; i < Math.max(left.size(), right.length); i++) {
            XWPFParagraph p = tabs();
            if (i < left.size()) {
                boolean last = i == left.size() - 1;
                tabbed(
                        p,
                        left.get(i),
                        parts.get(i),
                        parts.get(i).equals("parent") ? plain : last ? bold.over("drawn") : bold);
            }
            if (i < right.length) {
                tabbed(
                        p,
                        "\t" + right[i],
                        i == 0 ? "nationalTitle" : "motto",
                        i == 0 ? Look.Type.of(12, true, false, ParagraphAlignment.LEFT) : bold.over("drawn"));
            }
        }
        XWPFParagraph p = tabs();
        p.setSpacingBefore(160);
        tabbed(p, plan.number(), "number", plain);
        tabbed(p, "\t" + plan.date(), "date", Look.Type.of(13, false, true, ParagraphAlignment.LEFT));
    }

    private static void add(String part, String text, List<String> parts, List<String> lines) {
        parts.add(part);
        lines.add(text);
    }

    private static final int LEFT_STOP = 1950;
    private static final int RIGHT_STOP = 6650;

    private XWPFParagraph tabs() {
        XWPFParagraph p = doc.createParagraph();
        CTTabs tabs = p.getCTP().addNewPPr().addNewTabs();
        for (int at : new int[] {LEFT_STOP, RIGHT_STOP}) {
            CTTabStop stop = tabs.addNewTab();
            stop.setVal(STTabJc.CENTER);
            stop.setPos(BigInteger.valueOf(at));
        }
        p.createRun().addTab();
        return p;
    }

    private void tabbed(XWPFParagraph p, String text, String part, Look.Type sound) {
        Look.Type type = type(part, sound);
        if (text.startsWith("\t")) {
            p.createRun().addTab();
        }
        String words = text.strip();
        run(p, words, type.size(), type.bold(), type.italic());
        if ("drawn".equals(type.line())) {
            double length = words.startsWith("Độc lập") ? width(words, type) : width(words, type) * 0.4;
            double from = (text.startsWith("\t") ? RIGHT_STOP : LEFT_STOP) / 20.0 - length / 2;
            draw(
                    p,
                    "",
                    String.format(Locale.ROOT, "%.1fpt", from),
                    String.format(Locale.ROOT, "%.1fpt", from + length),
                    type.size() * 1.15 + 2);
        }
    }

    private void signature(SamplePlan plan) {
        if (look.says("signature", "over the whole width")) {
            XWPFTable table = borderless(2, 4650 + 4700);
            recipients(plan, in(table.getRow(0).getCell(0)));
            signers(plan, in(table.getRow(1).getCell(0)));
        } else if (look.says("signature", "recipients below")) {
            XWPFTable table = borderless(2, 4650, 4700);
            signers(plan, in(table.getRow(0).getCell(1)));
            recipients(plan, in(table.getRow(1).getCell(0)));
        } else if (look.says("signature", "in paragraphs")) {
            signers(plan, (text, part, sound) -> paragraph(text, part, sound).setIndentationLeft(4650));
            recipients(plan, this::paragraph);
        } else {
            boolean swapped = look.says("signature", "swapped");
            XWPFTableRow row = borderless(1, 4650, 4700).getRow(0);
            recipients(plan, in(row.getCell(swapped ? 1 : 0)));
            signers(plan, in(row.getCell(swapped ? 0 : 1)));
        }
    }

    /** Where the lines of a part of the plan are written. */
    private interface Lines {
        void add(String text, String part, Look.Type sound);
    }

    private Lines in(XWPFTableCell cell) {
        return (text, part, sound) -> line(cell, text, part, sound);
    }

    private static void recipients(SamplePlan plan, Lines lines) {
        if (!plan.recipients().isEmpty()) {
            lines.add("Nơi nhận:", "recipients", Look.Type.of(12, true, true, ParagraphAlignment.LEFT));
            for (String recipient : plan.recipients()) {
                lines.add(recipient, "recipient", Look.Type.of(11, false, false, ParagraphAlignment.LEFT));
            }
        }
    }

    private static void signers(SamplePlan plan, Lines lines) {
        for (String text : plan.signature()) {
            boolean title = text.equals(text.toUpperCase(Locale.ROOT));
            lines.add(text, title ? "position" : "signer", Look.Type.of(14, true, false, ParagraphAlignment.CENTER));
        }
    }

    private XWPFTable borderless(int rows, int... widths) {
        XWPFTable table = doc.createTable(rows, widths.length);
        table.removeBorders();
        table.setWidth(IntStream.of(widths).sum());
        for (XWPFTableRow row : table.getRows()) {
            for (int i = 0; i < widths.length; i++) {
                row.getCell(i).setWidth(String.valueOf(widths[i]));
            }
        }
        return table;
    }

    private void line(XWPFTableCell cell, String text, String part, Look.Type sound) {
        XWPFParagraph first = cell.getParagraphs().get(0);
        XWPFParagraph p = first.getRuns().isEmpty() && cell.getParagraphs().size() == 1 ? first : cell.addParagraph();
        set(p, text, type(part, sound));
    }

    private Look.Type type(String part, Look.Type sound) {
        return look.type(part, counts.merge(part, 1, Integer::sum), sound);
    }

    private void block(List<String> lines) {
        List<String> table = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("|")) {
                if (!table.isEmpty() && cells(table.get(0)) != cells(line)) {
                    table(table);
                    empty();
                }
                table.add(line);
                continue;
            }
            table(table);
            if (line.startsWith("# ")) {
                String text = line.substring(2);
                boolean named = text.startsWith("(");
                paragraph(text, "heading", Look.Type.of(14, !named, named, ParagraphAlignment.CENTER));
            } else if (!line.isBlank()) {
                body(line);
            }
        }
        table(table);
    }

    /** The lines of an annex: its number, title and what it belongs to are centred. */
    private void annex(List<String> lines) {
        int at = 0;
        while (at < lines.size() && lines.get(at).matches("Phụ lục.*|\\(Kèm theo.*|[^\\p{Ll}]+")) {
            String text = lines.get(at++);
            boolean named = text.startsWith("(");
            paragraph(
                    text,
                    text.startsWith("Phụ lục") ? "annex" : "annexTitle",
                    Look.Type.of(14, !named, named, ParagraphAlignment.CENTER));
        }
        block(lines.subList(at, lines.size()));
    }

    private static long cells(String line) {
        return line.chars().filter(c -> c == '|').count();
    }

    private void body(String line) {
        boolean heading = ROMAN.matcher(line).find()
                || line.startsWith("Phần ")
                || ARABIC.matcher(line).find() && line.length() < 60;
        XWPFParagraph p = doc.createParagraph();
        String text = line;
        if (automatic && ROMAN.matcher(line).find()) {
            romanList = romanList == null ? list(STNumberFormat.UPPER_ROMAN) : romanList;
            arabicList = null;
            p.setNumID(romanList);
            p.setNumILvl(BigInteger.ZERO);
            text = ROMAN.matcher(line).replaceFirst("");
        } else if (automatic && ARABIC.matcher(line).find()) {
            arabicList = arabicList == null ? list(STNumberFormat.DECIMAL) : arabicList;
            p.setNumID(arabicList);
            p.setNumILvl(BigInteger.ZERO);
            text = ARABIC.matcher(line).replaceFirst("");
        }
        boolean basis = BASIS.matcher(line).find();
        String part = heading ? "heading" : basis ? "basis" : "body";
        set(
                p,
                text,
                type(
                        part,
                        Look.Type.of(14, heading, basis, ParagraphAlignment.BOTH)
                                .indented(1.27, 6)));
    }

    private BigInteger list(STNumberFormat.Enum format) {
        CTAbstractNum abstractNum = CTAbstractNum.Factory.newInstance();
        int id = doc.getNumbering() == null ? 0 : doc.getNumbering().getNums().size();
        abstractNum.setAbstractNumId(BigInteger.valueOf(id));
        CTLvl level = abstractNum.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal("%1.");
        BigInteger at = doc.createNumbering().addAbstractNum(new XWPFAbstractNum(abstractNum));
        return doc.getNumbering().addNum(at);
    }

    private void table(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<String[]> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(line.substring(1, line.length() - 1).split("\\|", -1));
        }
        XWPFTable table = doc.createTable(rows.size(), rows.get(0).length);
        table.setWidth(9350);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).length; c++) {
                run(table.getRow(r).getCell(c).getParagraphs().get(0), rows.get(r)[c].strip(), 13, r == 0, false);
            }
        }
        lines.clear();
    }

    private XWPFParagraph empty() {
        return doc.createParagraph();
    }

    private XWPFParagraph paragraph(String text, String part, Look.Type sound) {
        XWPFParagraph p = doc.createParagraph();
        set(p, text, type(part, sound));
        return p;
    }

    private static void set(XWPFParagraph p, String text, Look.Type type) {
        p.setAlignment(type.alignment());
        p.setSpacingAfter((int) Math.round(type.space() * 20));
        if (type.indent() > 0) {
            p.setIndentationFirstLine((int) Math.round(type.indent() * 1440 / 2.54));
        }
        double lines = Double.parseDouble(type.lines().replaceAll("[^\\d.]", ""));
        p.setSpacingBetween(lines, type.lines().startsWith("exactly") ? LineSpacingRule.EXACT : LineSpacingRule.AUTO);
        run(p, text, type.size(), type.bold(), type.italic());
        XWPFRun run = p.getRuns().get(p.getRuns().size() - 1);
        run.setFontFamily(type.font());
        if (type.colour() != null) {
            run.setColor(type.colour());
        }
        under(p, run, text, type);
    }

    private static void under(XWPFParagraph p, XWPFRun run, String text, Look.Type type) {
        if (type.line() == null) {
            return;
        }
        switch (type.line()) {
            case "border" -> p.setBorderBottom(Borders.SINGLE);
            case "underline" -> run.setUnderline(UnderlinePatterns.SINGLE);
            case "typed" -> {
                run.addBreak();
                run.setText("--------");
            }
            case "drawn", "drawingml", "short" -> draw(p, text, type);
            case "below" -> below(p, text, type);
            case "above" -> above(p, text, type);
            case "table" -> table(p, text, type);
            default -> {}
        }
    }

    private static double width(String text, Look.Type type) {
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
        return text.length() * type.size() * (capitals ? 0.72 : 0.455);
    }

    /** As long as the motto, less than half as long as other words, and centred below the last line of them. */
    private static void draw(XWPFParagraph p, String text, Look.Type type) {
        double words = width(text, type);
        double width = p.getBody() instanceof XWPFTableCell ? LEFT_COLUMN : TEXT_WIDTH;
        double row = Math.min(width, words);
        double length = text.startsWith("Độc lập") && !type.line().equals("short") ? words : row * 0.4;
        double under = type.size() * 1.15 * Math.max(1, Math.ceil(words / width)) + 3;
        // What comes next stands below the line.
        p.setSpacingAfter(140);
        if (type.line().equals("drawingml")) {
            drawn(p, length, under);
        } else {
            draw(
                    p,
                    "mso-position-horizontal:center;mso-position-horizontal-relative:margin",
                    "0",
                    String.format(Locale.ROOT, "%.1fpt", length),
                    under);
        }
    }

    /** An empty paragraph below. */
    private static XWPFParagraph own(XWPFParagraph p) {
        XWPFParagraph next = p.getBody() instanceof XWPFTableCell cell
                ? cell.addParagraph()
                : p.getDocument().createParagraph();
        next.setAlignment(ParagraphAlignment.CENTER);
        return next;
    }

    /** As the upper border of an empty paragraph, which is as wide as the line. */
    private static void above(XWPFParagraph p, String text, Look.Type type) {
        boolean motto = text.startsWith("Độc lập");
        double width =
                motto ? TEXT_WIDTH - LEFT_COLUMN : p.getBody() instanceof XWPFTableCell ? LEFT_COLUMN : TEXT_WIDTH;
        double words = width(text, type);
        double side = (width - (motto ? words : Math.min(width, words) * 0.4)) / 2;
        XWPFParagraph next = own(p);
        next.setBorderTop(Borders.SINGLE);
        next.setIndentationLeft((int) Math.round(side * 20));
        next.setIndentationRight((int) Math.round(side * 20));
    }

    /** As the upper border of a table of one cell. */
    private static void table(XWPFParagraph p, String text, Look.Type type) {
        double words = width(text, type);
        double length = text.startsWith("Độc lập") ? words : Math.min(words, LEFT_COLUMN) * 0.4;
        BigInteger twips = BigInteger.valueOf(Math.round(length * 20));
        CTTbl table = p.getBody() instanceof XWPFTableCell cell
                ? cell.getCTTc().addNewTbl()
                : p.getDocument().getDocument().getBody().addNewTbl();
        table.addNewTblPr().addNewJc().setVal(STJcTable.CENTER);
        table.getTblPr().addNewTblW().setW(twips);
        table.getTblPr().getTblW().setType(STTblWidth.DXA);
        table.addNewTblGrid().addNewGridCol().setW(twips);
        CTTc cell = table.addNewTr().addNewTc();
        cell.addNewTcPr().addNewTcBorders().addNewTop().setVal(STBorder.SINGLE);
        cell.addNewP();
        own(p);
    }

    /** In an empty paragraph of its own. */
    private static void below(XWPFParagraph p, String text, Look.Type type) {
        XWPFParagraph next = own(p);
        double words = width(text, type);
        double length = text.startsWith("Độc lập") ? words : Math.min(words, LEFT_COLUMN) * 0.4;
        draw(
                next,
                "mso-position-horizontal:center;mso-position-horizontal-relative:margin",
                "0",
                String.format(Locale.ROOT, "%.1fpt", length),
                3);
    }

    /** A line as Word of old draws it. */
    private static void draw(XWPFParagraph p, String place, String from, String to, double under) {
        picture(
                p.createRun().getCTR().addNewPict(),
                String.format(
                        Locale.ROOT,
                        "<xml-fragment xmlns:v='urn:schemas-microsoft-com:vml'><v:line style='position:absolute;%1$s'"
                                + " from='%2$s,%4$.1fpt' to='%3$s,%4$.1fpt' strokeweight='.75pt'/></xml-fragment>",
                        place,
                        from,
                        to,
                        under));
    }

    private static void picture(XmlObject into, String xml) {
        try {
            into.set(XmlObject.Factory.parse(xml));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connector as Word draws it since 2010, with the line of old behind it for programs that know no other. */
    private static void drawn(XWPFParagraph p, double length, double under) {
        picture(
                p.createRun().getCTR(),
                String.format(Locale.ROOT, CONNECTOR, Math.round(length * 12_700), Math.round(under * 12_700)));
    }

    private static final String CONNECTOR = """
            <xml-fragment xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
             xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'
             xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
             xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'
             xmlns:v='urn:schemas-microsoft-com:vml'
             xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><mc:AlternateContent><mc:Choice
             Requires='wps'><w:drawing><wp:anchor distT='0' distB='0' distL='114300' distR='114300' simplePos='0'
             relativeHeight='251659264' behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>
             <wp:positionH relativeFrom='column'><wp:align>center</wp:align></wp:positionH>
             <wp:positionV relativeFrom='paragraph'><wp:posOffset>%2$d</wp:posOffset></wp:positionV>
             <wp:extent cx='%1$d' cy='0'/><wp:effectExtent l='0' t='0' r='0' b='0'/><wp:wrapNone/>
             <wp:docPr id='7' name='Straight Connector 1'/><wp:cNvGraphicFramePr/>
             <a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>
             <wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='%1$d' cy='0'/></a:xfrm>
             <a:prstGeom prst='line'><a:avLst/></a:prstGeom><a:ln w='9525'><a:solidFill><a:srgbClr val='000000'/></a:solidFill>
             </a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
             <mc:Fallback><w:pict><v:line style='position:absolute' from='0,0' to='100pt,0'/></w:pict></mc:Fallback>
             </mc:AlternateContent></xml-fragment>""";

    private static void run(XWPFParagraph p, String text, double size, boolean bold, boolean italic) {
        XWPFRun run = p.createRun();
        run.setFontFamily("Times New Roman");
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(text);
    }
}
