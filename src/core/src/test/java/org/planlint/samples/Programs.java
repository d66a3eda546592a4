package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs of the machine that tests drive; a test skips where one is absent. CI installs them. */
public final class Programs {
    private Programs() {}

    /** The program's path; the test that asks is skipped where there is none. */
    public static Path require(String name) {
        Optional<Path> found = find(name);
        assumeTrue(found.isPresent(), name + " is not on the PATH");
        return found.get();
    }

    public static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Skips the test where scans cannot be recognised: without Tesseract, or without its Vietnamese. */
    public static void requireTesseract() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(require("tesseract").toString(), "--list-langs")
                .redirectErrorStream(true)
                .start();
        String languages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assumeTrue(
                languages.lines().anyMatch(line -> line.equals("vie") || line.equals("script/Vietnamese")),
                "tesseract has no Vietnamese; the package is tesseract-ocr-vie");
    }

    /** Lets LibreOffice save files in another format, in one go, and gives back where they lie. */
    public static List<Path> convert(List<Path> files, String format, Path folder)
            throws IOException, InterruptedException {
        Path soffice = require("soffice");
        List<String> command = new ArrayList<>(List.of(
                soffice.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.toString()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        List<Path> made = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path copy = folder.resolve(name.substring(0, name.lastIndexOf('.') + 1) + format);
            assertTrue(Files.exists(copy), copy + " was not made");
            made.add(copy);
        }
        return made;
    }
}
