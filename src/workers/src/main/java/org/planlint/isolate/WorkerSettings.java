package org.planlint.isolate;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How worker processes are run.
 *
 * @param workers how many at once
 * @param heap    megabytes of heap of each
 * @param file    longest time for one file
 * @param silence longest time without a sign of life
 * @param whole   longest time for all files together, or null
 * @param program the class whose main method is a worker, and its arguments
 * @param lasting whether they run for hours: then the second compiler is worth its first minute, and makes twice the checks
 */
public record WorkerSettings(
        int workers, int heap, Duration file, Duration silence, Duration whole, List<String> program, boolean lasting) {
    public WorkerSettings {
        program = List.copyOf(program);
    }

    /** Of a run that ends with its files. */
    public WorkerSettings(
            int workers, int heap, Duration file, Duration silence, Duration whole, List<String> program) {
        this(workers, heap, file, silence, whole, program, false);
    }

    /** The same for a program that runs for hours. */
    public WorkerSettings lastingOnes() {
        return new WorkerSettings(workers, heap, file, silence, whole, program, true);
    }

    /**
     * The command line of a worker: its own main class, with the classes of this program, and the archive of class data that the
     * launcher has made.
     */
    List<String> command() {
        List<String> command = java(heap, lasting ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1");
        command.addAll(1, List.of("-XX:+ExitOnOutOfMemoryError", "-Xshare:auto"));
        String archive = System.getProperty("planlint.archive");
        if (archive != null) {
            command.add(1, "-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(program);
        return command;
    }

    /** What starts a main class of this program, which is to follow, in a process of its own that writes nothing but its answers. */
    public static List<String> java(int heap, String compiler) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+UseSerialGC",
                compiler,
                "-Xlog:disable",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath()));
    }

    /**
     * Where this program's classes lie: those of its own class loader where a host has loaded it as a plugin, else the class path of
     * this process.
     */
    public static String classPath() {
        List<String> entries = new ArrayList<>();
        if (WorkerSettings.class.getClassLoader() instanceof URLClassLoader plugin) {
            for (URL url : plugin.getURLs()) {
                entries.add(path(url));
            }
        } else {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String path(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
