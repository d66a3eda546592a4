package org.planlint.isolate;

import org.planlint.PlanLint.Examination;

/**
 * What a worker says of a file.
 *
 * @param line as it came, to be remembered; null for what says nothing of the file
 */
public record Answer(Examination examination, String line) {
    /** @throws com.google.gson.JsonParseException if the line is not whole */
    public static Answer of(String line) {
        return new Answer(ReportCodec.answer(line), line);
    }
}
