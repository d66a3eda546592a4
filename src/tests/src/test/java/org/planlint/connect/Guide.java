package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.OwnJvm;

/** An install guide, with other addresses and ports than those that stand there. */
record Guide(String page, UnaryOperator<String> elsewhere) {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

    /** Its blocks of one language, in order. */
    List<String> blocks(String language) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("docs", page)));
        while (block.find()) {
            if (block.group(1).equals(language)) {
                found.add(elsewhere.apply(block.group(2)));
            }
        }
        assertTrue(!found.isEmpty(), page + " has no block of " + language);
        return found;
    }

    /** Runs commands as they stand in a guide; what they say goes to a file {@code said}. */
    static Process run(String commands, Path folder) throws IOException {
        String script = "planlint() { '" + String.join("' '", OwnJvm.planlint()) + "' \"$@\"; }\n" + commands;
        return OwnJvm.brief(List.of("bash", "-eu", "-c", script))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
                .start();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
