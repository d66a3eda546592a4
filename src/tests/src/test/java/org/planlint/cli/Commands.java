package org.planlint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the program within a test, as a user would at the command line. */
public final class Commands {
    private Commands() {}

    public record Run(int code, String out, String err) {}

    public static Run run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }
}
