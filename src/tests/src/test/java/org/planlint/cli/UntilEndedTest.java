package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.OwnJvm;
import org.planlint.samples.StartsPrograms;

/** A program that is told to end. */
@StartsPrograms
class UntilEndedTest {
    /** Runs two things, of which the first closes at once or never, and gives them so many seconds. */
    public static final class Program {
        public static void main(String[] args) throws InterruptedException {
            Thread main = Thread.currentThread();
            new Thread(() -> {
                        while (!isAtALatch(main)) {
                            Thread.onSpinWait();
                        }
                        System.out.println("waits");
                    })
                    .start();
            CountDownLatch closing = new CountDownLatch(args[0].equals("at once") ? 0 : 1);
            UntilEnded.run(
                    Duration.ofSeconds(Long.parseLong(args[1])), closing::await, () -> System.out.println("closed"));
        }

        private static boolean isAtALatch(Thread thread) {
            return thread.getState() == Thread.State.WAITING
                    && Arrays.stream(thread.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(CountDownLatch.class.getName()));
        }
    }

    @ParameterizedTest
    @CsvSource({"at once, 3600, closed", "never, 1, planlint: không đóng xong sau / not closed after 1 s"})
    void itEndsWhetherAllClosesOrNot(String closing, String seconds, String last)
            throws IOException, InterruptedException {
        Process program = new ProcessBuilder(OwnJvm.command(
                        List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"),
                        Program.class.getName(),
                        closing,
                        seconds))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("waits", said.readLine());
            // Not by the process itself, which would close what it says.
            program.toHandle().destroy();
            assertEquals(List.of(last), said.lines().toList());
            assertEquals(143, program.waitFor());
        } finally {
            program.destroyForcibly();
        }
    }
}
