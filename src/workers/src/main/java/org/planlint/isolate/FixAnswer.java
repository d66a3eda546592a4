package org.planlint.isolate;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.planlint.fix.Fixed;
import org.planlint.fix.Refusal;

/**
 * What a worker says of a copy that it was to mend; places by rule as in {@link Fixed}.
 *
 * @param refused why there is none, or null
 */
public record FixAnswer(
        Map<String, Integer> mended, Map<String, Integer> offered, Map<String, Integer> left, Refusal.Reason refused) {
    private static final Gson GSON = new Gson();

    static FixAnswer of(Fixed fixed) {
        return new FixAnswer(fixed.mended(), fixed.offered(), fixed.left(), null);
    }

    static FixAnswer refused(Refusal.Reason why) {
        return new FixAnswer(Map.of(), Map.of(), Map.of(), why);
    }

    byte[] bytes() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }

    static FixAnswer of(byte[] answer) {
        return GSON.fromJson(new String(answer, StandardCharsets.UTF_8), FixAnswer.class);
    }
}
