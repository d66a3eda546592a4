package org.planlint.annotate;

import java.util.ArrayList;
import java.util.List;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;

/** All that a document shows, letter by letter, so that it does not matter how its runs are cut. */
public final class Shape {
    private Shape() {}

    public static List<String> of(Document document) {
        List<String> shape = new ArrayList<>();
        for (Paragraph paragraph : document.bodyParagraphs()) {
            StringBuilder letters = new StringBuilder();
            String last = "";
            for (Paragraph.Run run : paragraph.runs()) {
                String type = run.font() + " " + run.size() + " " + run.bold() + run.italic() + run.underline() + " "
                        + run.color();
                letters.append(type.equals(last) ? "" : "{" + type + "}")
                        .append(paragraph.text(), run.start(), run.end());
                last = type;
            }
            shape.add(paragraph.layout() + " " + letters);
        }
        document.pageFormats().forEach(format -> shape.add(format.toString()));
        return shape;
    }
}
