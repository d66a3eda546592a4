package org.planlint.report;

import java.util.ResourceBundle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** How a sheet comes out of a printer: A4 across, as wide as the paper, with the number of each page. */
final class PrintedSheet {
    private static final float SIDE = 0.3f;
    private static final float EDGE = 0.5f;

    private PrintedSheet() {}

    static void set(Worksheet sheet, ResourceBundle words) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        // As many pages as it takes.
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(SIDE);
        sheet.rightMargin(SIDE);
        sheet.topMargin(EDGE);
        sheet.bottomMargin(EDGE);
        sheet.footerMargin(SIDE);
        sheet.footer("PlanLint · &A", Position.LEFT);
        sheet.footer(words.getString("column.page") + " &P/&N", Position.RIGHT);
    }
}
