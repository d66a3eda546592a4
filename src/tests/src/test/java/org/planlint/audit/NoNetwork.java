package org.planlint.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Permission;

/** Lets a program do all but open sockets, and writes down who tries. Java 17 still knows such managers. */
@SuppressWarnings("removal")
public final class NoNetwork extends SecurityManager {
    @Override
    public void checkPermission(Permission permission) {
        // All else is allowed.
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
        // All else is allowed.
    }

    @Override
    public void checkConnect(String host, int port) {
        deny(host + ":" + port);
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        deny(host + ":" + port);
    }

    @Override
    public void checkListen(int port) {
        deny("listen " + port);
    }

    private static void deny(String what) {
        try {
            Files.writeString(
                    Path.of(System.getProperty("tried")),
                    what + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new SecurityException(what);
    }

    /** Tries, so that a test can see that it would be seen. */
    public static void main(String[] args) throws IOException {
        new Socket("127.0.0.1", 9).close();
    }
}
