package org.planlint.isolate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.LocalDate;
import org.planlint.PlanLint.Examination;
import org.planlint.facts.PlanCard;
import org.planlint.report.DocumentReport;

/** A document's report as one line of JSON with both languages, between processes and in the cache. */
public final class ReportCodec {
    public static final Gson GSON = new GsonBuilder().disableHtmlEscaping().registerTypeAdapter(LocalDate.class, new TypeAdapter<LocalDate>() {
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
    }).create();

    private ReportCodec() {
    }

    /** What a worker says of a file, and what is remembered of it. */
    private record Answer(DocumentReport report, PlanCard card) {
    }

    /** Letters that an answer may have at most: the program that asks holds many. */
    static final int LONGEST = 4 << 20;

    public static String answer(Examination examination) {
        return GSON.toJson(new Answer(examination.report(), examination.card()));
    }

    /** @throws com.google.gson.JsonParseException if the line is not whole */
    public static Examination answer(String line) {
        Answer answer = GSON.fromJson(line, Answer.class);
        return Examination.of(answer.report(), answer.card());
    }

    public static String write(DocumentReport report) {
        return GSON.toJson(report);
    }

    public static DocumentReport read(String line) {
        return GSON.fromJson(line, DocumentReport.class);
    }
}
