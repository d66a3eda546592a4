package org.planlint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Configurations;
import org.planlint.report.Language;
import org.planlint.report.PagePrint;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.rules.RulePage;
import org.planlint.rules.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlint rules}: lists the rules, or explains one. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Liệt kê hoặc giải thích quy tắc. / Lists or explains the rules.")
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Mã quy tắc cần giải thích. / The rule to explain.")
    private String id;

    @Mixin
    private RuleOptions options = new RuleOptions();

    @Override
    public Integer call() throws ConfigurationError {
        PrintWriter out = spec.commandLine().getOut();
        Configuration configuration = new Configurations(options.choice()).of(Path.of(""));
        Settings settings = configuration.settings();
        List<RulePage> pages = settings.pages(configuration.rules());
        if (id != null) {
            return explain(pages, out);
        }
        int width = pages.stream().mapToInt(p -> p.id().length()).max().orElse(0);
        pages.stream()
                .sorted(Comparator.comparing(settings::severity).thenComparing(RulePage::id))
                .forEach(p -> out.printf(
                        "%-8s  %-" + width + "s  %s%s%n",
                        settings.isEnabled(p.id())
                                ? word(settings.severity(p))
                                : language() == Language.EN ? "off" : "tắt",
                        p.id(),
                        p.title().in(language()),
                        changed(p, settings)));
        if (configuration.file() != null) {
            out.println((language() == Language.EN ? "Configuration: " : "Cấu hình: ") + configuration.file());
            settings.exemptions()
                    .forEach(e -> out.println((language() == Language.EN ? "Exception: " : "Ngoại lệ: ") + e.files()
                            + " · " + (e.rules().isEmpty() ? "*" : String.join(", ", e.rules())) + " · " + e.reason()
                            + (e.expires() == null ? "" : " · " + language().day(e.expires()))));
        }
        return 0;
    }

    /** What the configuration sets otherwise than the page, in brackets. */
    private String changed(RulePage page, Settings settings) {
        List<String> changes = new ArrayList<>();
        if (settings.severity(page) != page.severity()) {
            changes.add(word(page.severity()) + " → " + word(settings.severity(page)));
        }
        page.parameters().keySet().stream()
                .sorted()
                .filter(name ->
                        settings.parameter(page, name) != page.parameters().get(name))
                .forEach(name ->
                        changes.add(name + " " + page.parameters().get(name) + " → " + settings.parameter(page, name)));
        return changes.isEmpty() ? "" : "  [" + String.join(", ", changes) + "]";
    }

    private int explain(List<RulePage> pages, PrintWriter out) {
        RulePage page =
                pages.stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
        if (page == null) {
            Text meant = Misuse.meant(id, pages.stream().map(RulePage::id).toList());
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Không có quy tắc “" + id + "”." + meant.vi() + " / There is no rule “" + id + "”." + meant.en());
        }
        out.println(
                page.id() + " · " + word(page.severity()) + " · " + page.title().in(language()));
        out.println(page.cites().in(language()));
        out.println();
        out.println(PagePrint.of(page.help().in(language())));
        return 0;
    }

    private String word(Severity severity) {
        return language().words().getString("severity." + severity.word()).toLowerCase(Locale.ROOT);
    }

    private Language language() {
        return Spoken.language(spec);
    }
}
