package org.planlint.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes what build servers read: a suite a document, a case a rule. A rule that could not be asked is skipped, a
 * finding below the limit is a remark, and a file that could not be checked is an error.
 */
public final class JunitReportWriter implements ReportWriter {
    private final Language language;
    private final ResourceBundle words;
    private final Severity failOn;

    /** @param failOn least severity that fails a case, or null for none */
    public JunitReportWriter(Language language, Severity failOn) {
        this.language = language;
        this.words = language.words();
        this.failOn = failOn;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "planlint");
            for (DocumentReport document : report.documents()) {
                suite(document, xml);
            }
            line(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.append(text.toString()).append('\n');
    }

    private void suite(DocumentReport document, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, State> states = document.coverage().states();
        List<String> asked = states.keySet().stream()
                .filter(rule -> states.get(rule) != State.NOT_APPLICABLE)
                .toList();
        boolean read = document.status() == Status.CHECKED;
        long broken =
                states.values().stream().filter(state -> state == State.ERROR).count() + (read ? 0 : 1);
        line(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", document.path());
        attribute(xml, "tests", String.valueOf(asked.size() + 1));
        attribute(
                xml,
                "failures",
                String.valueOf(asked.stream()
                        .filter(rule -> !failing(document, rule).isEmpty())
                        .count()));
        attribute(xml, "errors", String.valueOf(broken));
        attribute(
                xml,
                "skipped",
                String.valueOf(states.values().stream()
                        .filter(state -> state == State.NOT_EVALUATED)
                        .count()));
        line(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", document.path());
        attribute(xml, "name", "read");
        if (!read) {
            xml.writeStartElement("error");
            attribute(xml, "type", document.status().word());
            attribute(xml, "message", document.error().message().in(language));
            xml.writeCharacters(Words.printable(document.error().help().in(language)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        for (String rule : asked) {
            line(xml, 2);
            xml.writeStartElement("testcase");
            attribute(xml, "classname", document.path());
            attribute(xml, "name", rule);
            outcome(document, rule, states.get(rule), xml);
            xml.writeEndElement();
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private void outcome(DocumentReport document, String rule, State state, XMLStreamWriter xml)
            throws XMLStreamException {
        List<Finding> failing = failing(document, rule);
        String all = document.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .map(this::describe)
                .collect(Collectors.joining("\n"));
        if (!failing.isEmpty()) {
            xml.writeStartElement("failure");
            attribute(xml, "type", failing.get(0).severity().word());
            attribute(xml, "message", failing.get(0).message().in(language));
            xml.writeCharacters(Words.printable(all));
            xml.writeEndElement();
        } else if (state == State.NOT_EVALUATED || state == State.ERROR) {
            String needs = document.coverage().notEvaluated().stream()
                    .filter(m -> m.rule().equals(rule))
                    .map(Coverage.Missing::needs)
                    .findFirst()
                    .orElse(State.ERROR.name());
            xml.writeEmptyElement(state == State.ERROR ? "error" : "skipped");
            attribute(xml, "message", words.getString("needs." + needs));
        } else if (!all.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(Words.printable(all));
            xml.writeEndElement();
        }
    }

    private List<Finding> failing(DocumentReport document, String rule) {
        return document.findings().stream()
                .filter(f -> f.rule().equals(rule)
                        && !f.isWaived()
                        && failOn != null
                        && f.severity().atLeast(failOn))
                .toList();
    }

    private String describe(Finding f) {
        String where = f.location() == null || f.location().section() == null
                ? ""
                : " (" + Words.say(words, "section", f.location().section()) + ")";
        String waived = f.isWaived() ? words.getString("waived") + ": " : "";
        return waived + f.message().in(language) + where + "\n  " + words.getString("advice") + " "
                + f.advice().in(language) + "\n  " + words.getString("citation") + " "
                + f.citation().in(language);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Words.printable(value));
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
