package org.planlint.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed behind {@code planlint} at a prompt of Windows. Java's launcher there knows only letters of the system's code page,
 * which lacks many of Vietnamese; {@code planlint.cmd} hands the line over in the environment, which holds them all.
 */
final class WindowsArguments {
    /** The variable that holds the line. */
    static final String VARIABLE = "PLANLINT_ARGUMENTS";

    private static final Pattern FOLDER = Pattern.compile("^.*[/\\\\:]");
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]{}]");

    private final List<String> found = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private boolean wild;

    private WindowsArguments() {}

    /**
     * The words of a line. Quotes hold a word together, two in them are one; a backslash is what parts folders and nothing else. A word
     * with {@code *} or {@code ?} outside quotes stands for the names that are as it says, which no prompt of Windows fills in.
     */
    static String[] of(String line) {
        WindowsArguments arguments = new WindowsArguments();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                arguments.add(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                arguments.begun = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                arguments.end();
            } else {
                arguments.wild |= !quoted && (c == '*' || c == '?');
                arguments.add(c);
            }
        }
        arguments.end();
        return arguments.found.toArray(String[]::new);
    }

    private void add(char c) {
        word.append(c);
        begun = true;
    }

    private void end() {
        if (begun) {
            List<String> names = wild ? names(word.toString()) : List.of();
            found.addAll(names.isEmpty() ? List.of(word.toString()) : names);
        }
        word.setLength(0);
        begun = false;
        wild = false;
    }

    /** Those in the folder that the word names, in their order; none where it has none such. */
    private static List<String> names(String word) {
        Matcher matcher = FOLDER.matcher(word);
        String folder = matcher.find() ? matcher.group() : "";
        String glob = SPECIAL.matcher(word.substring(folder.length())).replaceAll("\\\\$0");
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(folder), glob)) {
            entries.forEach(entry -> names.add(folder + entry.getFileName()));
        } catch (IOException | DirectoryIteratorException | IllegalArgumentException none) {
            return List.of();
        }
        names.sort(null);
        return names;
    }
}
