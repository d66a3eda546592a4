package org.planlint.fix;

import java.util.List;
import org.planlint.facts.Facts;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;

/** A docx with all that was read and said of it. */
public record Reading(byte[] bytes, DocumentReport report, Document document, Facts facts) {
    Paragraph paragraph(int index) {
        return document.paragraphs().get(index);
    }

    List<Finding> of(String rule) {
        return report.findings().stream().filter(f -> f.rule().equals(rule)).toList();
    }
}
