package org.planlint.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.planlint.report.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help in one language: the headings of its file, and the descriptions that stand at commands and options in both. */
final class HelpWords extends ResourceBundle {
    private final Map<String, String> words = new TreeMap<>();
    private final Language language;

    HelpWords(CommandLine line, Language language) {
        this.language = language;
        // The machine's locale has no say.
        ResourceBundle headings = ResourceBundle.getBundle(
                "org.planlint.cli.help_" + language.code(),
                Locale.ROOT,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        headings.keySet().forEach(key -> words.put(key, headings.getString(key)));
        add(line.getCommandSpec());
    }

    private void add(CommandSpec command) {
        String name = command.qualifiedName(".") + ".";
        add(name + "usage.description", command.usageMessage().description());
        add(name + "usage.footer", command.usageMessage().footer());
        for (OptionSpec option : command.options()) {
            String word = option.longestName().substring(2);
            add(name + word, words.containsKey(word) ? new String[] {words.get(word)} : option.description());
        }
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            add(name + parameter.paramLabel() + "[" + parameter.index() + "]", parameter.description());
        }
        command.subcommands().values().forEach(below -> add(below.getCommandSpec()));
    }

    private void add(String key, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            words.put(key + "." + i, Spoken.half(language, lines[i]));
        }
    }

    @Override
    protected Object handleGetObject(String key) {
        return words.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keySet());
    }
}
