package org.planlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows a page in the reader's browser. */
@FunctionalInterface
interface Opener {
    /** @return false where there is no browser to show it */
    boolean open(Path page) throws IOException;

    /** By the program that this system has for it. */
    static Opener ofThisSystem() {
        return page -> {
            List<String> command = command(System.getProperty("os.name"), page);
            boolean onScreen = !command.get(0).equals("xdg-open")
                    || System.getenv("DISPLAY") != null
                    || System.getenv("WAYLAND_DISPLAY") != null;
            return onScreen && done(command);
        };
    }

    /** The page's address holds no letter that a command line may lose. */
    static List<String> command(String system, Path page) {
        String address = page.toUri().toASCIIString();
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
    }

    private static boolean done(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // One that is the browser itself goes on.
            return !process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
