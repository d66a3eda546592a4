package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.planlint.PlanLint;
import org.planlint.report.Finding;

/** What an author leaves behind in a docx is found, each kind once. */
class MarkupTest {
    @TempDir
    Path folder;

    private List<Finding> findings(Consumer<XWPFDocument> change) throws IOException {
        Path file = folder.resolve("a.docx");
        try (InputStream in = Files.newInputStream(Path.of("samples/01-hoi-nghi-so-ket.docx"));
                XWPFDocument doc = new XWPFDocument(in)) {
            change.accept(doc);
            try (OutputStream out = Files.newOutputStream(file)) {
                doc.write(out);
            }
        }
        return PlanLint.builder().build().check(file).findings();
    }

    private static XWPFParagraph last(XWPFDocument doc) {
        return doc.getParagraphs().stream()
                .filter(p -> p.getText().startsWith("Trong quá trình thực hiện"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertOne(List<Finding> found, String words) {
        assertEquals(
                List.of("left-over-markup"), found.stream().map(Finding::rule).toList());
        assertTrue(
                found.get(0).message().vi().contains(words),
                found.get(0).message().vi());
    }

    @Test
    void trackedChange() throws IOException {
        assertOne(
                findings(doc -> {
                    CTRunTrackChange inserted = doc.getParagraphs().stream()
                            .filter(p -> p.getText().startsWith("Việc tổ chức"))
                            .findFirst()
                            .orElseThrow()
                            .getCTP()
                            .addNewIns();
                    inserted.setAuthor("Hạnh");
                    inserted.setId(BigInteger.ONE);
                    inserted.addNewR().addNewT().setStringValue(" thêm");
                }),
                "sửa đổi đang theo dõi");
    }

    @Test
    void comment() throws IOException {
        assertOne(
                findings(doc -> {
                    XWPFComment comment = doc.createComments().createComment(BigInteger.ONE);
                    comment.setAuthor("Hạnh");
                    comment.createParagraph().createRun().setText("Xem lại số liệu");
                    last(doc).getCTP().addNewR().addNewCommentReference().setId(BigInteger.ONE);
                }),
                "bình luận");
    }

    @Test
    void highlight() throws IOException {
        assertOne(findings(doc -> last(doc).getRuns().get(0).setTextHighlightColor("yellow")), "tô nền");
    }

    @Test
    void hiddenText() throws IOException {
        assertOne(
                findings(doc -> {
                    XWPFRun run = doc.createParagraph().createRun();
                    run.setText("ghi chú riêng");
                    run.setVanish(true);
                }),
                "ẩn");
    }
}
