package org.planlint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.text.Digitised;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;

/** The scan of an example, as {@code rules/README.md} has it: a page a line, and what form of PDF/A the file says it has. */
final class ScannedExample {
    private static final Pattern PAGE = Pattern.compile(
            "page (?<page>\\d+): (?<dpi>\\d+) dpi, (?<bits>\\d+) bit, (?<text>text|no text)(?<large>, A2)?");
    private static final String FORM = "PDF/A-";

    private ScannedExample() {}

    static Document of(Document d, List<String> lines) {
        if (lines.isEmpty()) {
            return d;
        }
        String form = null;
        List<Digitised.Page> pages = new ArrayList<>();
        List<PageFormat> formats = new ArrayList<>();
        for (String line : lines) {
            Matcher m = PAGE.matcher(line);
            if (m.matches()) {
                int page = Integer.parseInt(m.group("page"));
                pages.add(new Digitised.Page(
                        page,
                        Integer.parseInt(m.group("dpi")),
                        Integer.parseInt(m.group("bits")),
                        m.group("text").equals("text")));
                int side = m.group("large") == null ? 842 : 1684;
                formats.add(
                        new PageFormat(page, -1, 595, side, null, null, null, null, null, null, null, null, false, 0));
            } else if (line.startsWith(FORM)) {
                form = line.substring(FORM.length());
            } else {
                throw new IllegalArgumentException("no page of a scan: " + line);
            }
        }
        return new Document(
                d.name(),
                "application/pdf",
                d.capabilities(),
                d.blocks(),
                d.paragraphs(),
                formats,
                d.signatures(),
                d.revisions(),
                d.recognised(),
                d.pageNumberings(),
                d.lines(),
                d.pageCount(),
                new Digitised(form, pages));
    }
}
