package org.planlint.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

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
        sample.doc.write(out);
        sample.doc.close();
    }

    private void page() {
        CTSectPr section = doc.getDocument().getBody().addNewSectPr();
        set(section);
        number(section);
    }

    private void set(CTSectPr section) {
        CTPageSz size = section.addNewPgSz();
        size.setW(millimetres(look.paper()[0]));
        size.setH(millimetres(look.paper()[1]));
        CTPageMar margins = section.addNewPgMar();
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
        CTSimpleField field = p.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        XWPFRun run = new XWPFRun(field.addNewR(), (IRunBody) p);
        run.setFontFamily("Times New Roman");
        run.setFontSize(look.measure(PAGE_NUMBER, "size", 14));
        run.setItalic(look.says(PAGE_NUMBER, "italic"));
        run.setText("1");
        if (!look.says(PAGE_NUMBER, "on the first page")) {
            section.addNewTitlePg();
        }
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
        block(plan.body());
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
                section.addNewTitlePg();
                if (look.says("annexPages", "numbered anew")) {
                    whole.addNewPgNumType().setStart(BigInteger.ONE);
                }
            } else {
                end.setPageBreak(true);
            }
            annex(plan.annex());
        }
    }

    private void letterhead(SamplePlan plan) {
        boolean swapped = look.says("letterhead", "swapped");
        XWPFTable table = borderless(4050, 5300);
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
        XWPFTableCell ofNumber = look.says("number", "right") ? right : left;
        if (plan.number() != null) {
            plan.number().lines().forEach(part -> line(ofNumber, part, "number", plain));
        }
        if (plan.date() != null) {
            line(right, plan.date(), "date", Look.Type.of(13, false, true, ParagraphAlignment.CENTER));
        }
    }

    private void signature(SamplePlan plan) {
        boolean swapped = look.says("signature", "swapped");
        XWPFTable table = borderless(4650, 4700);
        XWPFTableCell left = table.getRow(0).getCell(swapped ? 1 : 0);
        XWPFTableCell right = table.getRow(0).getCell(swapped ? 0 : 1);
        if (!plan.recipients().isEmpty()) {
            line(left, "Nơi nhận:", "recipients", Look.Type.of(12, true, true, ParagraphAlignment.LEFT));
            for (String recipient : plan.recipients()) {
                line(left, recipient, "recipient", Look.Type.of(11, false, false, ParagraphAlignment.LEFT));
            }
        }
        for (String text : plan.signature()) {
            boolean title = text.equals(text.toUpperCase(Locale.ROOT));
            line(right, text, title ? "position" : "signer", Look.Type.of(14, true, false, ParagraphAlignment.CENTER));
        }
    }

    private XWPFTable borderless(int left, int right) {
        XWPFTable table = doc.createTable(1, 2);
        table.removeBorders();
        table.setWidth(left + right);
        table.getRow(0).getCell(0).setWidth(String.valueOf(left));
        table.getRow(0).getCell(1).setWidth(String.valueOf(right));
        return table;
    }

    private void line(XWPFTableCell cell, String text, String part, Look.Type sound) {
        XWPFParagraph first = cell.getParagraphs().get(0);
        XWPFParagraph p = first.getRuns().isEmpty() && cell.getParagraphs().size() == 1 ? first : cell.addParagraph();
        set(p, text, look.type(part, sound));
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
                look.type(
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
        set(p, text, look.type(part, sound));
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
            case "drawn" -> draw(p, text, type);
            default -> {}
        }
    }

    /** A line as Word of old draws it: as long as the motto, less than half as long as other words. */
    private static void draw(XWPFParagraph p, String text, Look.Type type) {
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
        double words = text.length() * type.size() * (capitals ? 0.72 : 0.455);
        double width = p.getBody() instanceof XWPFTableCell ? LEFT_COLUMN : TEXT_WIDTH;
        double row = Math.min(width, words);
        double length = text.startsWith("Độc lập") ? words : row * 0.4;
        double under = type.size() * 1.15 * Math.max(1, Math.ceil(words / width)) + 3;
        // What comes next stands below the line.
        p.setSpacingAfter(140);
        try {
            p.createRun()
                    .getCTR()
                    .addNewPict()
                    .set(XmlObject.Factory.parse(String.format(
                            Locale.ROOT,
                            "<xml-fragment xmlns:v='urn:schemas-microsoft-com:vml'><v:line"
                                    + " style='position:absolute;mso-position-horizontal:center;"
                                    + "mso-position-horizontal-relative:margin' from='0,%2$.1fpt' to='%1$.1fpt,%2$.1fpt'"
                                    + " strokeweight='.75pt'/></xml-fragment>",
                            length,
                            under)));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(XWPFParagraph p, String text, double size, boolean bold, boolean italic) {
        XWPFRun run = p.createRun();
        run.setFontFamily("Times New Roman");
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(text);
    }
}
