package org.planlint;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes an archive of class data before the first test, as the launcher does, so that a hundred programs of ours start in two thirds of
 * the time. The build asks for it where tests start programs.
 */
public final class SharedClasses implements BeforeAllCallback {
    /** The property by which workers know it. */
    static final String ARCHIVE = "planlint.archive";

    private static final String CLASS_PATH = "java.class.path";
    private static final Path FOLDER = Path.of("src/tests/target/shared-classes");

    @Override
    public void beforeAll(ExtensionContext context) {
        Once.made();
    }

    private static final class Once {
        static {
            try {
                make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        static void made() {
            // The first call has made it.
        }
    }

    private static void make() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        System.setProperty(CLASS_PATH, jars(System.getProperty(CLASS_PATH)));
        Path archive = FOLDER.resolve("planlint.jsa").toAbsolutePath();
        Files.deleteIfExists(archive);
        List<String> command =
                OwnJvm.planlint("check", "samples/01-hoi-nghi-so-ket.docx", "samples/01-hoi-nghi-so-ket.pdf");
        command.addAll(1, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("said").toFile())
                .start()
                .waitFor();
        // Where this machine cannot make one, programs start slowly.
        if (Files.exists(archive)) {
            System.setProperty(ARCHIVE, archive.toString());
        }
    }

    /** The same class path, each folder of it as a jar: an archive knows none else. */
    private static String jars(String classPath) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path)) {
                path = jar(path, FOLDER.resolve(jars.size() + ".jar").toAbsolutePath());
            }
            if (Files.exists(path)) {
                jars.add(path.toString());
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path folder, Path jar) throws IOException {
        try (Stream<Path> walk = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(0);
            for (Path path : walk.toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isRegularFile(path)) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(Files.readAllBytes(path));
                } else if (!name.isEmpty()) {
                    // Who looks for all files of a folder asks for the folder.
                    zip.putNextEntry(new ZipEntry(name + "/"));
                }
            }
        }
        return jar;
    }
}
