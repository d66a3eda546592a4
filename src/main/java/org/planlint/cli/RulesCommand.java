package org.planlint.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.planlint.report.Language;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint rules}: lists the rules, or explains one. */
@Command(name = "rules", mixinStandardHelpOptions = true,
        description = "Liệt kê hoặc giải thích quy tắc. / Lists or explains the rules.")
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Mã quy tắc cần giải thích. / The rule to explain.")
    private String id;

    @Option(names = "--lang", defaultValue = "vi", description = "vi, en (${DEFAULT-VALUE}).")
    private Language language;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RuleBase rules = RuleBase.shipped();
        if (id != null) {
            return explain(rules, out);
        }
        int width = rules.pages().stream().mapToInt(p -> p.id().length()).max().orElse(0);
        rules.pages().stream().sorted(Comparator.comparing(RulePage::severity).thenComparing(RulePage::id))
                .forEach(p -> out.printf("%-7s  %-" + width + "s  %s%n", p.severity().word(), p.id(),
                        p.title().in(language)));
        return 0;
    }

    private int explain(RuleBase rules, PrintWriter out) {
        RulePage page = rules.page(id);
        if (page == null) {
            String nearest = rules.pages().stream().map(RulePage::id)
                    .min(Comparator.comparingInt(known -> distance(known, id))).orElse("");
            throw new CommandLine.ParameterException(spec.commandLine(), (language == Language.EN
                    ? "No such rule: " + id + ". Did you mean " + nearest + "?"
                    : "Không có quy tắc " + id + ". Có phải " + nearest + "?"));
        }
        out.println(page.id() + " · " + page.severity().word() + " · " + page.title().in(language));
        out.println(page.cites().in(language));
        out.println();
        out.println(body(page));
        return 0;
    }

    /** The page's words in the language asked for, and the examples, which stand behind both. */
    private String body(RulePage page) {
        String[] parts = page.body().split("\n---\n");
        return parts[language == Language.EN ? 1 : 0].strip() + "\n\n" + parts[2].strip();
    }

    /** Edit distance by Levenshtein. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1),
                        diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
