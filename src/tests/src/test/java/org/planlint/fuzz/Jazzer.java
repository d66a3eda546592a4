package org.planlint.fuzz;

import java.io.IOException;
import java.util.Locale;

/** What Jazzer calls, a process for each kind of input. */
public final class Jazzer {
    private static Input input;

    private Jazzer() {}

    /** @param args the name of the {@link Input} */
    public static void fuzzerInitialize(String[] args) {
        input = Input.valueOf(args[0].toUpperCase(Locale.ROOT));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        input.read(bytes);
    }
}
