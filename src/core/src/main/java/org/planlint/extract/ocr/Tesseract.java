package org.planlint.extract.ocr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.planlint.text.Sha256;

/** The program {@code tesseract} with its data for Vietnamese, a child process a picture. */
public final class Tesseract implements Recognizer {
    /** Of a processor; a page takes a thirtieth of it. */
    private static final int MOST_SECONDS = 60;
    /** By the clock: a machine that has much to do lets it wait. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final Duration START = Duration.ofSeconds(20);
    /** A page of a scan takes a fifth of it. */
    private static final int MOST_KILOBYTES = 768 * 1024;

    private static final Pattern VERSION = Pattern.compile("tesseract v?(\\d+\\.\\S+)");
    private static final Pattern DATA = Pattern.compile("\"(.+)\"");
    /** Of its data. */
    public static final String LANGUAGE = "vie";
    /** Its variable for how grey becomes black and white, and local thresholds (Sauvola), which bear grey grounds and shadows. */
    public static final String THRESHOLDS = "thresholding_method";

    public static final String LOCAL = "2";
    private static final List<String> SETTINGS = List.of("-c", THRESHOLDS + "=" + LOCAL);

    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task, "planlint-tesseract");
        thread.setDaemon(true);
        thread.start();
    };

    private final String program;
    private final String identity;

    private Tesseract(String program, String identity) {
        this.program = program;
        this.identity = identity;
    }

    /** The program of this machine; nothing where it is absent, too old, or knows no Vietnamese. */
    public static Optional<Recognizer> find() {
        return find("tesseract");
    }

    /** @param program its name, or where it lies */
    public static Optional<Recognizer> find(String program) {
        try {
            Matcher version = VERSION.matcher(run(List.of(program, "--version"), new byte[0], START));
            String languages = run(List.of(program, "--list-langs"), new byte[0], START);
            Matcher folder = DATA.matcher(languages);
            if (!version.find()
                    || Integer.parseInt(version.group(1).split("\\.")[0]) < 4
                    || languages.lines().noneMatch(LANGUAGE::equals)) {
                return Optional.empty();
            }
            Path data = folder.find() ? Path.of(folder.group(1), LANGUAGE + ".traineddata") : null;
            String digest = data != null && Files.isReadable(data) ? Sha256.shortHex(Files.readAllBytes(data)) : "";
            return Optional.of(new Tesseract(
                    program,
                    "tesseract " + version.group(1) + " " + LANGUAGE + " " + digest + " "
                            + String.join(" ", SETTINGS)));
        } catch (IOException | Unrecognised absent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public List<Line> read(GreyPicture picture, Layout layout) throws Unrecognised, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "-", "-", "-l", LANGUAGE));
        command.addAll(List.of("--psm", String.valueOf(segmentation(layout))));
        command.addAll(List.of("--dpi", String.valueOf(picture.dotsPerInch())));
        command.addAll(SETTINGS);
        command.add("hocr");
        try {
            return Hocr.lines(run(limited(command), picture.pgm(), LONGEST).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | XMLStreamException e) {
            throw new Unrecognised("tesseract: " + e.getMessage(), e);
        }
    }

    /** Its number for how the text lies. */
    public static int segmentation(Layout layout) {
        return switch (layout) {
            case PAGE -> 3;
            case BLOCK -> 6;
            case SPARSE -> 11;
        };
    }

    /** The command under limits of memory and processor time, where the system has a shell that sets them. */
    private static List<String> limited(List<String> command) {
        if (!Files.isExecutable(Path.of("/bin/sh"))) {
            return command;
        }
        List<String> limited = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "ulimit -v " + MOST_KILOBYTES + "; ulimit -t " + MOST_SECONDS + "; exec \"$0\" \"$@\""));
        limited.addAll(command);
        return limited;
    }

    /** What the program writes on its standard output; it is gone when this returns. */
    private static String run(List<String> command, byte[] input, Duration longest)
            throws IOException, InterruptedException, Unrecognised {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // One core a page: pages are what is done side by side.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            THREADS.execute(() -> write(input, process.getOutputStream()));
            CompletableFuture<byte[]> output =
                    CompletableFuture.supplyAsync(() -> all(process.getInputStream()), THREADS);
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unrecognised("no answer within " + longest.toSeconds() + " s", null);
            }
            if (process.exitValue() != 0) {
                throw new Unrecognised("exit code " + process.exitValue(), null);
            }
            return new String(output.join(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(byte[] input, OutputStream to) {
        try (to) {
            to.write(input);
        } catch (IOException ended) {
            // Its exit code says why.
        }
    }

    private static byte[] all(InputStream from) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (from) {
            from.transferTo(whole);
        } catch (IOException ended) {
            // What came before the end shows that it is not whole.
        }
        return whole.toByteArray();
    }
}
