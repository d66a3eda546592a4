package org.planlint.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Sets a sample plan as Word does it: letterhead table, Times New Roman, recipients beside the signature. */
final class DocxSample {
    private static final Pattern ROMAN = Pattern.compile("^[IVX]+\\.\\s+");
    private static final Pattern ARABIC = Pattern.compile("^\\d+\\.\\s+");

    private final XWPFDocument doc = new XWPFDocument();
    private final boolean automatic;
    private BigInteger romanList;
    private BigInteger arabicList;

    private DocxSample(boolean automatic) {
        this.automatic = automatic;
    }

    static void write(SamplePlan plan, Path file) throws IOException {
        DocxSample sample = new DocxSample(plan.automaticNumbers());
        sample.page();
        if (plan.cover() != null) {
            sample.document(plan.cover());
            sample.paragraph("", ParagraphAlignment.LEFT, 14, false, false).setPageBreak(true);
        }
        sample.document(plan);
        try (OutputStream out = Files.newOutputStream(file)) {
            sample.doc.write(out);
        }
        sample.doc.close();
    }

    private void page() {
        CTSectPr section = doc.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1134));
        margins.setBottom(BigInteger.valueOf(1134));
        margins.setLeft(BigInteger.valueOf(1701));
        margins.setRight(BigInteger.valueOf(851));
        margins.setHeader(BigInteger.valueOf(567));
        margins.setFooter(BigInteger.valueOf(567));
        margins.setGutter(BigInteger.ZERO);
    }

    private void document(SamplePlan plan) {
        if (plan.agency() != null) {
            letterhead(plan);
        } else {
            for (String line : new String[] {plan.number(), plan.date()}) {
                if (line != null) {
                    paragraph(line, ParagraphAlignment.LEFT, 13, false, false);
                }
            }
        }
        if (plan.type() != null) {
            paragraph(plan.type(), ParagraphAlignment.CENTER, 14, true, false).setSpacingBefore(240);
        }
        if (plan.subject() != null) {
            paragraph(plan.subject(), ParagraphAlignment.CENTER, 14, true, false);
        }
        if (plan.attached() != null) {
            paragraph(plan.attached(), ParagraphAlignment.CENTER, 14, false, true);
        }
        block(plan.body());
        if (!plan.signature().isEmpty() || !plan.recipients().isEmpty()) {
            signature(plan);
        }
        if (!plan.annex().isEmpty()) {
            paragraph("", ParagraphAlignment.LEFT, 14, false, false).setPageBreak(true);
            block(plan.annex());
        }
    }

    private void letterhead(SamplePlan plan) {
        XWPFTable table = borderless(4050, 5300);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        if (plan.parent() != null) {
            plan.parent().lines().forEach(part -> line(left, part, 13, false, false));
        }
        for (String part : plan.agency().split("\\s*/\\s*")) {
            line(left, part, 13, true, false);
        }
        if (plan.nationalTitle() != null) {
            line(right, plan.nationalTitle(), 12, true, false);
        }
        if (plan.motto() != null) {
            line(right, plan.motto(), 13, true, false);
        }
        if (plan.number() != null) {
            plan.number().lines().forEach(part -> line(left, part, 13, false, false));
        }
        if (plan.date() != null) {
            line(right, plan.date(), 13, false, true);
        }
    }

    private void signature(SamplePlan plan) {
        XWPFTable table = borderless(4650, 4700);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        if (!plan.recipients().isEmpty()) {
            run(left.getParagraphs().get(0), "Nơi nhận:", 12, true, true);
            for (String recipient : plan.recipients()) {
                run(left.addParagraph(), recipient, 11, false, false);
            }
        }
        for (String text : plan.signature()) {
            line(right, text, 14, true, false);
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

    private void line(XWPFTableCell cell, String text, int size, boolean bold, boolean italic) {
        XWPFParagraph first = cell.getParagraphs().get(0);
        XWPFParagraph p = first.getRuns().isEmpty() && cell.getParagraphs().size() == 1 ? first : cell.addParagraph();
        p.setAlignment(ParagraphAlignment.CENTER);
        p.setSpacingAfter(0);
        run(p, text, size, bold, italic);
    }

    private void block(List<String> lines) {
        List<String> table = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("|")) {
                if (!table.isEmpty() && cells(table.get(0)) != cells(line)) {
                    table(table);
                    paragraph("", ParagraphAlignment.LEFT, 14, false, false);
                }
                table.add(line);
                continue;
            }
            table(table);
            if (line.startsWith("# ")) {
                paragraph(line.substring(2), ParagraphAlignment.CENTER, 14, true, false);
            } else if (!line.isBlank()) {
                body(line);
            }
        }
        table(table);
    }

    private static long cells(String line) {
        return line.chars().filter(c -> c == '|').count();
    }

    private void body(String line) {
        boolean heading = ROMAN.matcher(line).find()
                || line.startsWith("Phần ")
                || ARABIC.matcher(line).find() && line.length() < 60;
        XWPFParagraph p = doc.createParagraph();
        p.setAlignment(ParagraphAlignment.BOTH);
        p.setIndentationFirstLine(720);
        p.setSpacingAfter(120);
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
        boolean basis = line.startsWith("Căn cứ");
        run(p, text, 14, heading, basis);
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

    private XWPFParagraph paragraph(String text, ParagraphAlignment alignment, int size, boolean bold, boolean italic) {
        XWPFParagraph p = doc.createParagraph();
        p.setAlignment(alignment);
        p.setSpacingAfter(60);
        run(p, text, size, bold, italic);
        return p;
    }

    private static void run(XWPFParagraph p, String text, int size, boolean bold, boolean italic) {
        XWPFRun run = p.createRun();
        run.setFontFamily("Times New Roman");
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(text);
    }
}
