package org.planlint.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Moves how each paragraph and its letters are set into styles, as those do who know their Word. */
final class StyledSample {
    private final XWPFDocument doc;
    private final Map<String, String> styles = new LinkedHashMap<>();

    private StyledSample(XWPFDocument doc) {
        this.doc = doc;
    }

    static void intoStyles(XWPFDocument doc) {
        doc.createStyles();
        StyledSample sample = new StyledSample(doc);
        sample.all(doc.getParagraphs());
        for (XWPFTable table : doc.getTables()) {
            for (XWPFTableRow row : table.getRows()) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    sample.all(cell.getParagraphs());
                }
            }
        }
    }

    private void all(List<XWPFParagraph> paragraphs) {
        for (XWPFParagraph p : paragraphs) {
            CTPPr set = p.getCTP().getPPr();
            if (p.getRuns().isEmpty() || set == null || set.isSetSectPr() || set.isSetNumPr() || set.isSetTabs()) {
                continue;
            }
            CTR first = p.getRuns().get(0).getCTR();
            String key = set.xmlText() + (first.isSetRPr() ? first.getRPr().xmlText() : "");
            String id = styles.computeIfAbsent(key, k -> style(set, first));
            p.getCTP().unsetPPr();
            p.setStyle(id);
            p.getRuns().forEach(run -> {
                if (run.getCTR().isSetRPr()) {
                    run.getCTR().unsetRPr();
                }
            });
        }
    }

    private String style(CTPPr set, CTR first) {
        String id = "Kiu" + (styles.size() + 1);
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal("Kiểu " + (styles.size() + 1));
        style.addNewPPr().set(set);
        if (first.isSetRPr()) {
            style.addNewRPr().set(first.getRPr());
        }
        doc.getStyles().addStyle(new XWPFStyle(style));
        return id;
    }
}
