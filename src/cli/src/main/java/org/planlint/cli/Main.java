package org.planlint.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.audit.AlreadyRunning;
import org.planlint.config.ConfigurationError;
import org.planlint.report.Language;
import org.planlint.review.BaselineError;
import org.planlint.text.Shown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "planlint",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description =
                "Kiểm tra kế hoạch (docx, doc, odt, rtf, pdf, html, txt) và chỉ ra chỗ sai. / Checks official plans and says what is wrong with them.",
        footer = {"", "English: planlint --lang en --help / Tiếng Việt: planlint --help"})
public final class Main {
    /** Wrong usage. */
    static final int USAGE = 2;
    /** Findings at or above the limit. */
    static final int FINDINGS = 1;
    /** Some file could not be checked. */
    static final int INCOMPLETE = 5;

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"planlint " + PlanLint.programVersion()};
        }
    }

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "vi",
            scope = ScopeType.INHERIT,
            description = "Ngôn ngữ: vi, en (${DEFAULT-VALUE}). / Language: vi, en (${DEFAULT-VALUE}).")
    private Language language;

    private Main() {}

    Language language() {
        return language;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(err);
        System.setErr(err);
        String typed = System.getenv(WindowsArguments.VARIABLE);
        int code = run(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                typed == null ? args : WindowsArguments.of(typed));
        out.flush();
        System.exit(code);
    }

    /** Runs a command; what it prints goes to {@code out} alone, so that no library's word gets into a report. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(out, err, Opener.ofThisSystem(), args);
    }

    static int run(PrintWriter out, PrintWriter err, Opener opener, String... args) {
        Language language = Spoken.language(args);
        String[] words = named(args);
        CommandLine line = new CommandLine(new Main());
        Subcommands.add(line, opener, words);
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Language::readDay)
                .setParameterExceptionHandler(new Misuse())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.println("planlint: " + Spoken.in(language, words(reason(e))));
                    return USAGE;
                });
        line.setResourceBundle(new HelpWords(line, language));
        int code = args.length == 0 ? usage(line) : line.execute(words);
        // What nobody has is no report, whatever it said: the disk is full, or who reads has gone.
        boolean lost = out.checkError();
        if (lost) {
            err.println("planlint: " + Spoken.in(language, "không ghi hết kết quả / the output could not be written"));
        }
        err.flush();
        return lost ? USAGE : code;
    }

    /** With the command that files are meant for which are dropped on the program. */
    private static String[] named(String... args) {
        boolean dropped = args.length > 0 && !Subcommands.has(args[0]) && OpenCommand.areDropped(args);
        return dropped ? Stream.concat(Stream.of("open"), Arrays.stream(args)).toArray(String[]::new) : args;
    }

    /** Why a disk or a line failed, where that is behind it: a store tells of it in words of its own. */
    private static Throwable reason(Exception e) {
        if (e instanceof IOException) {
            return e;
        }
        Throwable outside = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .findFirst()
                .orElse(e);
        while (outside.getCause() instanceof IOException inner) {
            outside = inner;
        }
        return outside;
    }

    private static String words(Throwable e) {
        if (Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(BindException.class::isInstance)) {
            return "cổng đã có chương trình khác dùng, chọn cổng khác bằng --port / the port is in use, choose another with --port";
        }
        if (e instanceof AlreadyRunning) {
            return e.getMessage();
        }
        if (e instanceof FileSystemException file) {
            return Shown.line(file.getFile()) + ": " + why(file);
        }
        if (e instanceof IOException) {
            String said = Shown.line(String.valueOf(e.getMessage()));
            return Spoken.isInBoth(said) ? said : said + ": không ghi hoặc đọc được / cannot be written or read";
        }
        return e instanceof ConfigurationError || e instanceof BaselineError ? e.getMessage() : e.toString();
    }

    private static String why(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "không có tệp hay thư mục ấy / no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "không có quyền đọc hoặc ghi / no right to read or write it";
        }
        if (Files.isDirectory(Path.of(e.getFile()))) {
            return "đây là thư mục, cần tên một tệp / it is a folder, a file is needed";
        }
        return (e.getReason() == null ? "" : Shown.line(e.getReason()) + ": ")
                + "không ghi hoặc đọc được / cannot be written or read";
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return USAGE;
    }
}
