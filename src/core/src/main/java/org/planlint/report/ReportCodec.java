package org.planlint.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.LocalDate;

/** A document's report as JSON with both languages, as it is kept. */
public final class ReportCodec {
    public static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .registerTypeAdapter(LocalDate.class, new TypeAdapter<LocalDate>() {
                @Override
                public void write(JsonWriter out, LocalDate day) throws IOException {
                    out.value(day == null ? null : day.toString());
                }

                @Override
                public LocalDate read(JsonReader in) throws IOException {
                    if (in.peek() == JsonToken.NULL) {
                        in.nextNull();
                        return null;
                    }
                    return LocalDate.parse(in.nextString());
                }
            })
            .create();

    private ReportCodec() {}

    public static String write(DocumentReport report) {
        return GSON.toJson(report);
    }

    public static DocumentReport read(String line) {
        return GSON.fromJson(line, DocumentReport.class);
    }
}
