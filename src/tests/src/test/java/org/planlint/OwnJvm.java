package org.planlint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planlint.isolate.WorkerSettings;

/** Programs of ours in a process of their own, with the classes of this one; each is over before the second compiler has paid for itself. */
public final class OwnJvm {
    private OwnJvm() {}

    /** The command line of {@code planlint} with these arguments. */
    public static List<String> planlint(String... args) {
        return command(List.of(), "org.planlint.cli.Main", args);
    }

    /** To be started so that its workers, which else would last, do with the first compiler too. */
    public static ProcessBuilder brief(List<String> command) {
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return program;
    }

    /** @param main the class whose main method runs */
    public static List<String> command(List<String> options, String main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        String archive = System.getProperty(SharedClasses.ARCHIVE);
        if (archive != null) {
            command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + archive));
        }
        command.addAll(options);
        command.addAll(List.of("-cp", WorkerSettings.classPath(), main));
        command.addAll(List.of(args));
        return command;
    }
}
