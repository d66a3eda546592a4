package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Sets a sample plan as a pdf: letterhead in two columns, ruled tables, recipients beside the signature. */
final class PdfSample {
    private static final float LEFT = 85;
    private static final float RIGHT = 552;
    private static final float TOP = 785;
    private static final float BOTTOM = 60;
    private static final float SIZE = 12;
    private static final float LINE = 17;
    private static final float INDENT = 28;

    private final PDDocument pdf;
    private final PDFont font;
    private PDPageContentStream out;
    private float y;

    private PdfSample(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        font = Face.in(pdf, true);
        page();
    }

    static void write(SamplePlan plan, Path file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfSample sample = new PdfSample(pdf);
            if (plan.cover() != null) {
                sample.document(plan.cover());
                sample.page();
            }
            sample.document(plan);
            sample.out.close();
            pdf.save(file.toFile());
        }
    }

    private void page() throws IOException {
        if (out != null) {
            out.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        out = new PDPageContentStream(pdf, page);
        y = TOP;
    }

    private void document(SamplePlan plan) throws IOException {
        letterhead(plan);
        y -= LINE;
        for (String line : new String[] {plan.type(), plan.subject(), plan.attached()}) {
            if (line != null) {
                centred(line, (LEFT + RIGHT) / 2, 400);
            }
        }
        y -= LINE;
        block(plan.body());
        y -= LINE;
        signature(plan);
        if (!plan.annex().isEmpty()) {
            page();
            block(plan.annex());
        }
    }

    private void letterhead(SamplePlan plan) throws IOException {
        List<String> left = new ArrayList<>();
        if (plan.agency() != null) {
            if (plan.parent() != null) {
                left.addAll(plan.parent().lines().toList());
            }
            left.addAll(List.of(plan.agency().split("\\s*/\\s*")));
        }
        List<String> right = new ArrayList<>();
        if (plan.agency() != null) {
            right.add(plan.nationalTitle() == null ? "" : plan.nationalTitle());
            right.add(plan.motto() == null ? "" : plan.motto());
        }
        int rows = Math.max(left.size(), right.size());
        float top = y;
        for (int i = 0; i < rows; i++) {
            middle(i < left.size() ? left.get(i) : "", 180, top - i * LINE, 9.5f);
            middle(i < right.size() ? right.get(i) : "", 420, top - i * LINE, 9.5f);
        }
        y = top - rows * LINE - 6;
        if (plan.number() != null) {
            List<String> number = plan.number().lines().toList();
            for (int i = 0; i < number.size(); i++) {
                middle(number.get(i), 180, y - i * LINE, 10);
            }
        }
        if (plan.date() != null) {
            middle(plan.date(), 420, y, 10);
        }
        y -= 2 * LINE;
    }

    private void signature(SamplePlan plan) throws IOException {
        room((plan.recipients().size() + 2) * LINE);
        float top = y;
        float at = top;
        if (!plan.recipients().isEmpty()) {
            at = put("Nơi nhận:", LEFT, at, 10) - LINE;
            for (String recipient : plan.recipients()) {
                for (String piece : wrap(recipient, 210, 9)) {
                    at = put(piece, LEFT, at, 9) - LINE;
                }
            }
        }
        float down = top;
        for (String line : plan.signature()) {
            middle(line, 430, down, SIZE);
            down -= LINE;
        }
        y = Math.min(at, down);
    }

    private void block(List<String> lines) throws IOException {
        List<String[]> table = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("|")) {
                table.add(line.substring(1, line.length() - 1).split("\\|", -1));
                continue;
            }
            table(table);
            if (line.startsWith("# ")) {
                centred(line.substring(2), (LEFT + RIGHT) / 2, 420);
            } else if (!line.isBlank()) {
                paragraph(line);
            }
        }
        table(table);
    }

    /** Justified, as offices set their text. */
    private void paragraph(String text) throws IOException {
        List<String> pieces = wrap(text, RIGHT - LEFT - INDENT, RIGHT - LEFT, SIZE);
        for (int i = 0; i < pieces.size(); i++) {
            room(LINE);
            float x = i == 0 ? LEFT + INDENT : LEFT;
            String[] words = pieces.get(i).split(" ");
            boolean last = i == pieces.size() - 1;
            float gap = last || words.length == 1 ? 0 : (RIGHT - x - width(pieces.get(i), SIZE)) / (words.length - 1);
            for (String word : words) {
                put(word, x, y, SIZE);
                x += width(word + " ", SIZE) + gap;
            }
            y -= LINE;
        }
        y -= 5;
    }

    private void table(List<String[]> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.get(0).length;
        float[] edges = new float[columns + 1];
        boolean numbered = columns > 2 && rows.get(0)[0].strip().length() < 4;
        for (int i = 0; i <= columns; i++) {
            edges[i] = numbered
                    ? i == 0 ? LEFT : LEFT + 40 + (i - 1) * (RIGHT - LEFT - 40) / (columns - 1)
                    : LEFT + i * (RIGHT - LEFT) / columns;
        }
        for (String[] row : rows) {
            int height = 1;
            List<List<String>> cells = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                List<String> cell = c < row.length ? wrap(row[c].strip(), edges[c + 1] - edges[c] - 10, 10) : List.of();
                cells.add(cell);
                height = Math.max(height, cell.size());
            }
            room(height * LINE + 6);
            float top = y + 12;
            for (int c = 0; c < columns; c++) {
                float at = y;
                for (String piece : cells.get(c)) {
                    at = put(piece, edges[c] + 5, at, 10) - LINE;
                }
            }
            y -= height * LINE;
            float low = y + 12;
            for (float edge : edges) {
                rule(edge, top, edge, low);
            }
            rule(LEFT, top, RIGHT, top);
            rule(LEFT, low, RIGHT, low);
        }
        y -= LINE;
        rows.clear();
    }

    private void rule(float x1, float y1, float x2, float y2) throws IOException {
        out.moveTo(x1, y1);
        out.lineTo(x2, y2);
        out.stroke();
    }

    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            page();
        }
    }

    private void centred(String text, float x, float width) throws IOException {
        for (String piece : wrap(text, width, SIZE)) {
            room(LINE);
            middle(piece, x, y, SIZE);
            y -= LINE;
        }
    }

    private void middle(String text, float x, float at, float size) throws IOException {
        put(text, x - width(text, size) / 2, at, size);
    }

    private float put(String text, float x, float at, float size) throws IOException {
        if (!text.isBlank()) {
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(x, at);
            out.showText(text);
            out.endText();
        }
        return at;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private List<String> wrap(String text, float width, float size) throws IOException {
        return wrap(text, width, width, size);
    }

    private List<String> wrap(String text, float first, float rest, float size) throws IOException {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String word : text.split(" ")) {
            if (piece.length() > 0 && width(piece + " " + word, size) > (pieces.isEmpty() ? first : rest)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(piece.length() > 0 ? " " : "").append(word);
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
