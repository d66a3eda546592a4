package org.planlint.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.planlint.report.Language;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the command line says is written in both languages, "đã có tệp này / exists already", and told in one. What stands before
 * the last colon of the first half, as a file's name, belongs to both.
 */
final class Spoken {
    private static final String BETWEEN = " / ";
    private static final String AFTER_NAME = ": ";

    private Spoken() {}

    /** The language that a command line asks for, read before the line is known to be right. */
    static Language language(String... args) {
        List<String> words = Arrays.asList(args);
        int at = words.indexOf("--lang");
        String asked = at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "";
        boolean english = asked.equalsIgnoreCase("en")
                || words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).equals("--lang=en"));
        return english ? Language.EN : Language.VI;
    }

    static Language language(CommandSpec command) {
        return ((Main) command.root().userObject()).language();
    }

    /** Among the results. */
    static void say(CommandSpec command, String both) {
        command.commandLine().getOut().println(in(language(command), both));
    }

    /** Beside the results. */
    static void warn(CommandSpec command, String both) {
        command.commandLine().getErr().println("planlint: " + in(language(command), both));
    }

    /** What is told, in one language. */
    static String in(Language language, String both) {
        int cut = both.lastIndexOf(BETWEEN);
        int name = cut < 0 ? -1 : both.lastIndexOf(AFTER_NAME, cut);
        boolean named = language == Language.EN && name >= 0;
        return (named ? both.substring(0, name + AFTER_NAME.length()) : "") + half(language, both);
    }

    static boolean isInBoth(String words) {
        return words.contains(BETWEEN);
    }

    /** The half that is of one language, as it stands. */
    static String half(Language language, String both) {
        int cut = both.lastIndexOf(BETWEEN);
        if (cut < 0) {
            return both;
        }
        return language == Language.VI ? both.substring(0, cut) : both.substring(cut + BETWEEN.length());
    }
}
