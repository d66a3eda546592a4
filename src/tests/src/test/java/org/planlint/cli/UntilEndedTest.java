package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.isolate.WorkerSettings;

/** A program that is told to end. */
class UntilEndedTest {
    /** Runs two things, of which the first closes after so many milliseconds. */
    public static final class Program {
        public static void main(String[] args) throws InterruptedException {
            Thread main = Thread.currentThread();
            new Thread(() -> {
                while (main.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                System.out.println("waits");
            }).start();
            UntilEnded.run(Duration.ofSeconds(2), () -> Thread.sleep(Long.parseLong(args[0])), () -> System.out.println("closed"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, closed", "3600000, planlint: không đóng xong sau / not closed after 2 s"})
    void itEndsWhetherAllClosesOrNot(String closing, String last) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8", "-cp", WorkerSettings.classPath(), Program.class.getName(), closing).redirectErrorStream(true).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("waits", said.readLine());
            // Not by the process itself, which would close what it says.
            program.toHandle().destroy();
            assertTrue(program.waitFor(20, TimeUnit.SECONDS), "it has ended");
            assertEquals(List.of(last), said.lines().toList());
            assertEquals(143, program.exitValue());
        } finally {
            program.destroyForcibly();
        }
    }
}
