package org.planlint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.planlint.samples.Programs;

/** The unit that the guide installs is one that systemd takes, and shuts the service in. */
class UnitFileTest {
    private static final String UNIT = "docs/deploy/planlint.service";

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void systemdFindsNothingWrong() throws Exception {
        Programs.require("systemd-analyze");
        // A program that is not installed here is no fault of the file.
        String said = said("systemd-analyze", "verify", UNIT)
                .lines()
                .filter(line -> line.contains(UNIT) && !line.contains("is not executable"))
                .toList()
                .toString();
        assertEquals("[]", said);
    }

    @Test
    void theServiceIsShutIn() throws Exception {
        Programs.require("systemd-analyze");
        String said = said("systemd-analyze", "security", "--offline=yes", UNIT);
        assertTrue(said.matches("(?s).*exposure level for planlint.service: 1\\.\\d OK.*"), said);
    }
}
