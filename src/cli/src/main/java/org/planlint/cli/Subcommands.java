package org.planlint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * The commands of {@code planlint} by name, in the order in which its help lists them. To learn all their options takes a third of a
 * short run, so that a line that begins with a command's name is given that one.
 */
final class Subcommands {
    private static final String OPEN = "open";

    private static final Map<String, Class<?>> ALL = all();
    /** What another command does its work by. */
    private static final Map<String, Set<String>> NEEDED = Map.of(OPEN, Set.of("check"));
    /** They tell of the others. */
    private static final Set<String> OF_ALL = Set.of("help", "generate-completion");

    private Subcommands() {}

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("check", CheckCommand.class);
        all.put("audit", AuditCommand.class);
        all.put("annotate", AnnotateCommand.class);
        all.put("fix", FixCommand.class);
        all.put("read", ReadCommand.class);
        all.put("waive", WaiveCommand.class);
        all.put("baseline", BaselineCommand.class);
        all.put("facts", FactsCommand.class);
        all.put("record", RecordCommand.class);
        all.put("rules", RulesCommand.class);
        all.put("serve", ServeCommand.class);
        all.put("connect", ConnectCommand.class);
        all.put("icap", IcapCommand.class);
        all.put("token", TokenCommand.class);
        all.put("watch", WatchCommand.class);
        all.put("help", HelpCommand.class);
        all.put("generate-completion", CompletionCommand.class);
        all.put(OPEN, OpenCommand.class);
        return all;
    }

    static boolean has(String name) {
        return ALL.containsKey(name);
    }

    /** Adds the commands that the words of a command line may need. */
    static void add(CommandLine line, Opener opener, String... words) {
        String first = words.length == 0 ? "" : words[0];
        boolean alone = has(first) && !OF_ALL.contains(first);
        ALL.forEach((name, command) -> {
            if (!alone
                    || name.equals(first)
                    || NEEDED.getOrDefault(first, Set.of()).contains(name)) {
                line.addSubcommand(name, name.equals(OPEN) ? new OpenCommand(opener) : command);
            }
        });
    }
}
