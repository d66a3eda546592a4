package org.planlint.record;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.planlint.facts.RecordField;
import org.planlint.report.DocumentReport;
import org.planlint.report.DocumentReport.OwnField;

/** Writes what a document says of itself as a record. A field that it does not say, or says twice, is blank. */
public final class RecordWriter {
    /** The forms of a record. */
    public enum Form {
        /** The header of a package: QCVN 102:2016/BTTTT. */
        EDXML,
        /** The fields of Decree 30/2020, PL VI, that an archive's description has. */
        EAD,
        /** Our own: each field with who says so, and where. */
        JSON
    }

    private static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private final DocumentReport report;

    private RecordWriter(DocumentReport report) {
        this.report = report;
    }

    public static String write(DocumentReport report, Form form) {
        RecordWriter writer = new RecordWriter(report);
        return switch (form) {
            case EDXML -> writer.edxml();
            case EAD -> GSON.toJson(writer.ead()) + "\n";
            case JSON -> GSON.toJson(writer.json()) + "\n";
        };
    }

    private List<OwnField> all(RecordField field) {
        return report.own().stream()
                .filter(one -> one.name().equals(field.key()))
                .toList();
    }

    /** What a document says of itself; null where it does not say, or says several things. */
    public static String value(DocumentReport report, RecordField field) {
        return new RecordWriter(report).value(field);
    }

    private String value(RecordField field) {
        List<OwnField> said = all(field);
        return said.size() == 1 ? said.get(0).value() : null;
    }

    // ---- our own ----

    private JsonObject json() {
        JsonObject root = new JsonObject();
        root.addProperty("schema", "planlint-record/1");
        root.addProperty("path", report.path());
        root.addProperty("sha256", report.sha256());
        JsonObject fields = new JsonObject();
        for (RecordField field : RecordField.values()) {
            List<OwnField> said = all(field);
            JsonArray values = new JsonArray();
            said.forEach(one -> {
                JsonObject value = GSON.toJsonTree(one).getAsJsonObject();
                value.remove("name");
                values.add(value);
            });
            fields.add(field.key(), values);
        }
        root.add("fields", fields);
        return root;
    }

    // ---- an archive's ----

    private JsonObject ead() {
        JsonObject root = new JsonObject();
        root.add("TypeName", word(RecordField.TYPE));
        root.add("CodeNumber", word(RecordField.NUMBER));
        root.add("CodeNotation", word(RecordField.SYMBOL));
        root.add("IssuedDate", word(RecordField.DATE));
        root.add("OrganName", word(RecordField.AGENCY));
        root.add("Subject", word(RecordField.SUBJECT));
        root.add("PageAmount", word(RecordField.PAGES));
        JsonObject signer = new JsonObject();
        signer.add("Position", word(RecordField.POSITION));
        signer.add("FullName", word(RecordField.SIGNER));
        root.add("SignerInfo", signer);
        return root;
    }

    private JsonElement word(RecordField field) {
        String value = value(field);
        return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    // ---- a package's ----

    private String edxml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("edXML");
            out.writeDefaultNamespace(NAMESPACE);
            for (String around : List.of("edXMLEnvelope", "edXMLHeader", "MessageHeader")) {
                out.writeStartElement(around);
            }
            element(out, "From", "OrganId", null, "OrganName", value(RecordField.AGENCY));
            element(out, "To", "OrganId", null, "OrganName", null);
            element(out, "DocumentId", null);
            element(out, "Code", "CodeNumber", value(RecordField.NUMBER), "CodeNotation", value(RecordField.SYMBOL));
            String date = value(RecordField.DATE);
            element(
                    out,
                    "PromulgationInfo",
                    "Place",
                    value(RecordField.PLACE),
                    "PromulgationDate",
                    date == null ? null : date.replace('-', '/'));
            element(out, "DocumentType", "Type", null, "TypeName", value(RecordField.TYPE));
            element(out, "Subject", value(RecordField.SUBJECT));
            element(out, "SignerInfo", "Position", value(RecordField.POSITION), "FullName", value(RecordField.SIGNER));
            out.writeStartElement("ToPlaces");
            for (OwnField recipient : all(RecordField.RECIPIENTS)) {
                element(out, "Place", recipient.value());
            }
            out.writeEndElement();
            element(out, "OtherInfo", "Priority", null, "PageAmount", value(RecordField.PAGES));
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append("\n").toString();
    }

    private static void element(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        if (value == null) {
            out.writeEmptyElement(name);
        } else {
            out.writeStartElement(name);
            out.writeCharacters(value);
            out.writeEndElement();
        }
    }

    private static void element(
            XMLStreamWriter out, String name, String first, String firstValue, String second, String secondValue)
            throws XMLStreamException {
        out.writeStartElement(name);
        element(out, first, firstValue);
        element(out, second, secondValue);
        out.writeEndElement();
    }
}
