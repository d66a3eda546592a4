package org.planlint.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.planlint.report.Language;

/** The service's page for people: drop a file, see what was said of those before. */
public final class ServiceHtml {
    private final HtmlReport pages;

    public ServiceHtml(Language language) {
        this.pages = new HtmlReport(language);
    }

    /**
     * @param known whether the reader may send documents; else the page asks for a token
     * @param list  whether the reader may see the documents of others
     */
    public void home(boolean known, boolean list, String version, Writer out) throws IOException {
        Map<String, Object> model = pages.base(version);
        model.put("known", known);
        model.put("list", list);
        pages.script("home.js", model);
        pages.render("home", model, out);
    }
}
