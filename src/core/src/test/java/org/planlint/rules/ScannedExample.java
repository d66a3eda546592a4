package org.planlint.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.text.Capability;
import org.planlint.text.Digitised;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;

/** The scan of an example, as {@code rules/README.md} has it: a page a line, and what form of PDF/A the file says it has. */
final class ScannedExample {
    private static final Pattern PAGE = Pattern.compile(
            "page (?<page>\\d+): (?<dpi>\\d+) dpi, (?<bits>\\d+) bit, (?<text>text|no text)(?<large>, A2)?");
    private static final Pattern TYPED = Pattern.compile("page (\\d+): typed");
    private static final String FORM = "PDF/A-";
    private static final int A4 = 842;
    private static final int A2 = 1684;

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
            Matcher typed = TYPED.matcher(line);
            if (m.matches()) {
                int page = Integer.parseInt(m.group("page"));
                pages.add(new Digitised.Page(
                        page,
                        Integer.parseInt(m.group("dpi")),
                        Integer.parseInt(m.group("bits")),
                        m.group("text").equals("text"),
                        false));
                formats.add(format(page, m.group("large") == null ? A4 : A2));
            } else if (typed.matches()) {
                formats.add(format(Integer.parseInt(typed.group(1)), A4));
            } else if (line.startsWith(FORM)) {
                form = line.substring(FORM.length());
            } else {
                throw new IllegalArgumentException("no page of a scan: " + line);
            }
        }
        Set<Capability> capabilities = new HashSet<>(d.capabilities());
        capabilities.add(Capability.SIGNATURES);
        return new Document(
                d.name(),
                "application/pdf",
                capabilities,
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

    private static PageFormat format(int page, int height) {
        return new PageFormat(page, -1, 595, height, null, null, null, null, null, null, null, null, false, 0);
    }
}
