package org.planlint.isolate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.samples.Until;

/**
 * A worker whose parser does what the file tells it to, as a parser that is led astray would. A file that names another one behind
 * its order has a line written into that at each try, so that a test knows when its turn has come.
 */
public final class EvilWorker implements WorkerLoop.Work {
    /** An order and a name at most. */
    private static final int ORDER = 1000;

    private final PlanLint planlint = PlanLint.builder().build();

    private EvilWorker() {}

    /** @param args none, or a file for its tries and which of these is the first that begins */
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && note(args[0]) < Integer.parseInt(args[1])) {
            return;
        }
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        EvilWorker worker = new EvilWorker();
        WorkerLoop.run(System.in, out, worker.planlint, worker);
    }

    @Override
    public Examination check(CheckOrder asked) {
        Path file = Path.of(asked.file());
        String[] order = read(file).strip().split(" ", 2);
        String told = order.length > 1 ? order[1] : null;
        switch (order[0]) {
            case "LOOP" -> {
                note(told);
                spin();
            }
            case "MEMORY" -> {
                List<byte[]> all = new ArrayList<>();
                for (long i = 0; ; i++) {
                    all.add(new byte[1 << 20]);
                }
            }
            case "CRASH" -> Runtime.getRuntime().halt(134);
            case "CRASH-ONCE" -> {
                if (note(told) == 1) {
                    Runtime.getRuntime().halt(134);
                }
            }
            case "MUTE" -> {
                stopTheHeart();
                spin();
            }
            case "HANG-UP" -> {
                hangUp();
                stopTheHeart();
                spin();
            }
            case "DIE-IDLE" -> {
                note(told);
                Thread death = new Thread(() -> {
                    waitFor(told + ".now");
                    Runtime.getRuntime().halt(137);
                });
                death.setDaemon(true);
                death.start();
            }
            case "WAIT-FOR" -> waitFor(told);
            default -> {}
        }
        Examination examination = planlint.examine(file, asked.stage());
        if (asked.view() != null) {
            WorkerMain.view(asked, examination, planlint);
        }
        return examination;
    }

    @Override
    public FixAnswer fix(FixOrder order) {
        return WorkerMain.fix(order, planlint);
    }

    @Override
    public boolean annotate(AnnotateOrder order) {
        return WorkerMain.annotate(order, planlint);
    }

    private static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void stopTheHeart() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("planlint-heart"))
                .forEach(Thread::interrupt);
    }

    /** Closes its output, as if it had ended. */
    private static void hangUp() {
        try {
            new FileOutputStream(FileDescriptor.out).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitFor(String file) {
        try {
            Until.holds(file, () -> Files.exists(Path.of(file)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.size(file) < ORDER ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Writes down which process tries; how many tries there are now. */
    private static int note(String file) {
        if (file == null) {
            return 0;
        }
        Path tries = Path.of(file);
        try {
            Files.writeString(
                    tries, ProcessHandle.current().pid() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Files.readAllLines(tries).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
