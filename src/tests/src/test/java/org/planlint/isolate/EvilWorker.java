package org.planlint.isolate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;

/** A worker whose parser does what the file tells it to, as a parser that is led astray would. */
public final class EvilWorker {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    private EvilWorker() {
    }

    public static void main(String[] args) throws IOException {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        WorkerLoop.run(System.in, out, PLANLINT, EvilWorker::check);
    }

    private static Examination check(Path file) {
        String order = read(file);
        switch (order.strip()) {
            case "LOOP" -> {
                for (long i = 0; ; i++) {
                    Thread.onSpinWait();
                }
            }
            case "MEMORY" -> {
                List<byte[]> all = new ArrayList<>();
                for (long i = 0; ; i++) {
                    all.add(new byte[1 << 20]);
                }
            }
            case "CRASH" -> Runtime.getRuntime().halt(134);
            case "CRASH ONCE" -> {
                Path mark = file.resolveSibling("crashed");
                if (Files.notExists(mark)) {
                    write(mark);
                    Runtime.getRuntime().halt(134);
                }
            }
            case "MUTE" -> stopTheHeart();
            case "HANG UP" -> {
                hangUp();
                stopTheHeart();
            }
            default -> { }
        }
        return PLANLINT.examine(file);
    }

    private static void stopTheHeart() {
        Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("planlint-heart")).forEach(Thread::interrupt);
        while (true) {
            Thread.onSpinWait();
        }
    }

    /** Closes its output, as if it had ended. */
    private static void hangUp() {
        try {
            new FileOutputStream(FileDescriptor.out).close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.size(file) < 100 ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static void write(Path mark) {
        try {
            Files.writeString(mark, "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
