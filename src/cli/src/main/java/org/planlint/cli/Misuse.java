package org.planlint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.planlint.report.Language;
import org.planlint.report.Text;
import org.planlint.rules.Nearest;
import org.planlint.text.Shown;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what of a command line is wrong and what comes nearest, and in a second where its options stand. */
final class Misuse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        Language language = Spoken.language(args);
        PrintWriter err = command.getErr();
        err.println("planlint: " + Shown.line(what(wrong).in(language)));
        err.println(new Text("Xem: ", "See: ").in(language)
                + command.getCommandSpec().qualifiedName() + " --help");
        return Main.USAGE;
    }

    private static Text what(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(Misuse::name).collect(Collectors.joining(", "));
            return new Text("Thiếu " + names + ".", "Missing: " + names + ".");
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            String name = name(twice.getOverwritten());
            return new Text(name + " chỉ được ghi một lần.", name + " may be given once only.");
        }
        ArgSpec arg = wrong.getArgSpec();
        if (arg == null || wrong.getValue() == null) {
            return Text.each(language -> Spoken.in(language, wrong.getMessage()));
        }
        Text needed = needed(arg);
        return new Text(
                "“" + wrong.getValue() + "” không dùng được cho " + name(arg) + needed.vi() + ".",
                "“" + wrong.getValue() + "” is no value for " + name(arg) + needed.en() + ".");
    }

    private static Text unmatched(UnmatchedArgumentException unmatched) {
        String given = unmatched.getUnmatched().get(0);
        boolean option = unmatched.isUnknownOption();
        CommandLine command = unmatched.getCommandLine();
        Collection<String> known = option
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        Text meant = meant(given.split("=")[0], known);
        return new Text(
                (option ? "Không có tùy chọn “" : "Không có lệnh hay tham số “") + given + "”." + meant.vi(),
                (option ? "There is no option “" : "There is no command or argument “") + given + "”." + meant.en());
    }

    /** Asks whether the nearest right word is meant; empty where none is near. */
    static Text meant(String typed, Collection<String> known) {
        return Nearest.meant(typed, known)
                .map(near -> new Text(" Có phải " + near + "?", " Did you mean " + near + "?"))
                .orElse(new Text("", ""));
    }

    private static String name(ArgSpec arg) {
        if (!arg.isOption()) {
            return arg.paramLabel();
        }
        String name = ((CommandLine.Model.OptionSpec) arg).longestName();
        return arg.arity().max() == 0 ? name : name + "=" + arg.paramLabel();
    }

    /** What values the argument takes. */
    private static Text needed(ArgSpec arg) {
        Class<?> type = arg.type();
        if (Arrays.stream(arg.converters()).anyMatch(Port.class::isInstance)) {
            return new Text(": cần một số từ 0 đến 65535", ": a number from 0 to 65535 is needed");
        }
        if (arg.arity().max() == 0) {
            return new Text(", tùy chọn này không kèm giá trị", ", which takes none");
        }
        if (type == int.class || type == Integer.class) {
            return new Text(": cần một số nguyên lớn hơn 0", ": a whole number above 0 is needed");
        }
        if (type == LocalDate.class) {
            return new Text(": cần một ngày, như 21/11/2026 hoặc 2026-11-21", ": a day is needed, as 2026-11-21");
        }
        if (arg.completionCandidates() != null
                && arg.completionCandidates().iterator().hasNext()) {
            String words = StreamSupport.stream(arg.completionCandidates().spliterator(), false)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return new Text(": chỉ nhận " + words, ": one of " + words);
        }
        return type == Path.class ? new Text(": cần một đường dẫn", ": a path is needed") : new Text("", "");
    }
}
