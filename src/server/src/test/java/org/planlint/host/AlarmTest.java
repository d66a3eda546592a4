package org.planlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of many alarms, by a clock that is set by hand. */
class AlarmTest {
    private final StringWriter said = new StringWriter();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final Alarm alarm = new Alarm(new PrintWriter(said), null, () -> now);

    private List<String> lines() {
        return said.toString().lines().toList();
    }

    @Test
    void ofOneKindSomeAreToldInAMinuteAndTheRestIsCounted() {
        for (int i = 0; i < 500; i++) {
            alarm.raise("hồ sơ", i + ".docx", "timeout");
        }
        assertEquals(Alarm.A_MINUTE, lines().size());
        assertEquals(500, alarm.raised(), "all are counted");
        alarm.raise("hồ sơ", "a.docx", "crashed");
        assertEquals(Alarm.A_MINUTE + 1, lines().size(), "another kind is told at once");
        now = now.plus(Duration.ofMinutes(1));
        alarm.raise("hồ sơ", "b.docx", "timeout");
        assertTrue(
                lines().get(Alarm.A_MINUTE + 1).endsWith("b.docx  timeout  (+" + (500 - Alarm.A_MINUTE) + ")"),
                lines().get(Alarm.A_MINUTE + 1));
    }

    @Test
    void aNameForgesNoAlarm() {
        alarm.raise("hồ sơ", "a\nBÁO ĐỘNG / ALARM  x\u001b[2J\u202egnp.docx", "timeout");
        assertEquals(
                List.of("BÁO ĐỘNG / ALARM  hồ sơ  a\\u000aBÁO ĐỘNG / ALARM  x\\u001b[2J\\u202egnp.docx  timeout"),
                lines());
    }
}
