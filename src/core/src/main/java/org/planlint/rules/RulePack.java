package org.planlint.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Rules that an office has written itself: a folder of DRL files, each with its page beside it, in the form of the
 * shipped ones. DRL is code: load packs only from where an administrator has put them.
 */
public final class RulePack {
    /** What an error speaks of, in the words of the file: an expression behind a colon, a method, a name. */
    private static final List<Pattern> SPOKEN_OF = List.of(
            Pattern.compile("(?<=: )[^\\n]*\\S"),
            Pattern.compile("[A-Za-z0-9_]+(?=\\()"),
            Pattern.compile("(?:[a-z]+[A-Z]|\\$)[A-Za-z0-9_]*"));

    private static final Pattern GENERATED = Pattern.compile("(?s)(?<![A-Za-z0-9_])Lambda[A-Za-z0-9_]+\\.java:\\d+.*");
    private static final Pattern ON_A_PAGE =
            Pattern.compile("(?:unknown (?:key|part|plan|word)|written twice:) (?<name>[^\\s,]+)"
                    + "|outside of any part: (?<line>.*)");

    private RulePack() {}

    /**
     * Compiles the rules below {@code folder} and adds them to {@code base}.
     *
     * @throws PackError with file and line of the first thing that is wrong
     */
    public static RuleBase load(Path folder, RuleBase base) throws PackError {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PackError(folder, 0, "không đọc được thư mục quy tắc / the rule folder cannot be read");
        }
        if (files.isEmpty()) {
            throw new PackError(folder, 0, "không có tệp .drl nào / there is no .drl file");
        }
        Map<String, KieBase> bases = new LinkedHashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            String id = name.substring(0, name.length() - ".drl".length());
            if (base.page(id) != null || bases.containsKey(id)) {
                throw new PackError(file, 0, "mã " + id + " đã có / the id is taken");
            }
            try {
                bases.put(id, compile(file, id));
            } catch (NoClassDefFoundError e) {
                throw new PackError(
                        file,
                        0,
                        "chương trình này không kèm trình biên dịch DRL / this program has no compiler for DRL on its class path");
            }
            requirePage(file, id);
        }
        try {
            return base.with(PageIndex.of(folder), bases);
        } catch (IllegalArgumentException e) {
            throw new PackError(folder, 0, e.getMessage());
        } catch (IOException e) {
            throw new PackError(folder, 0, String.valueOf(e.getMessage()));
        }
    }

    private static void requirePage(Path file, String id) throws PackError {
        Path page = file.resolveSibling(id + ".md");
        if (!Files.isRegularFile(page)) {
            throw new PackError(file, 0, page.getFileName() + ": thiếu trang này / this page is missing");
        }
        String text = "";
        try {
            text = Files.readString(page).replace("\r\n", "\n");
            PageParser.parse(id, "own", text);
        } catch (IOException e) {
            throw new PackError(page, 0, "không đọc được / cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new PackError(page, lineOf(e, text), firstLine(e.getMessage(), "own/" + id + ".md: "));
        }
    }

    private static String firstLine(String message, String file) {
        return (message.startsWith(file) ? message.substring(file.length()) : message)
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Where YAML says it is, or where the key, part, word or line stands that is spoken of, or the first line. */
    private static int lineOf(IllegalArgumentException error, String text) {
        if (error.getCause() instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return marked.getProblemMark().get().getLine() + 2;
        }
        Matcher spoken = ON_A_PAGE.matcher(String.valueOf(error.getMessage()));
        if (!spoken.find()) {
            return 1;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (spoken.group("line") != null
                    ? lines.get(i).equals(spoken.group("line"))
                    : names(lines.get(i), spoken.group("name"))) {
                return i + 1;
            }
        }
        return 1;
    }

    /** Whether a line begins with the name, or is a fence that holds it. */
    private static boolean names(String line, String name) {
        int at = line.startsWith("```") ? line.lastIndexOf(name) : line.startsWith(name) ? 0 : -1;
        int end = at + name.length();
        return at >= 0 && (end == line.length() || !Character.isLetterOrDigit(line.charAt(end)));
    }

    private static KieBase compile(Path file, String id) throws PackError {
        String drl;
        try {
            drl = Files.readString(file);
        } catch (IOException e) {
            throw new PackError(file, 0, "không đọc được / cannot be read: " + e.getMessage());
        }
        requireForm(file, id, drl);
        return RuleBase.within(() -> {
                    KieServices services = KieServices.get();
                    KieFileSystem files = services.newKieFileSystem();
                    files.write("src/main/resources/own/" + id + ".drl", drl);
                    try {
                        KieBuilder builder = services.newKieBuilder(files, RulePack.class.getClassLoader());
                        builder.buildAll(ExecutableModelProject.class);
                        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
                        if (!errors.isEmpty()) {
                            return new Compiled(
                                    null,
                                    error(
                                            file,
                                            drl,
                                            errors.get(0).getLine(),
                                            errors.get(0).getText()));
                        }
                        return new Compiled(
                                services.newKieContainer(
                                                builder.getKieModule().getReleaseId(), RulePack.class.getClassLoader())
                                        .getKieBase(),
                                null);
                    } catch (RuntimeException e) {
                        return new Compiled(null, error(file, drl, 0, String.valueOf(e.getMessage())));
                    }
                })
                .base();
    }

    private record Compiled(KieBase found, PackError error) {
        KieBase base() throws PackError {
            if (error != null) {
                throw error;
            }
            return found;
        }
    }

    /** The parser first, since only it knows the line; then the conventions that states and findings rest on. */
    private static void requireForm(Path file, String id, String drl) throws PackError {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, drl);
        } catch (DroolsParserException e) {
            throw new PackError(file, 0, e.getMessage());
        }
        if (parser.hasErrors()) {
            DroolsError error = parser.getErrors().get(0);
            int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
            throw new PackError(file, line, error.getMessage());
        }
        if (parsed.getRules().isEmpty()) {
            throw new PackError(file, 1, "tệp không có quy tắc nào / the file holds no rule");
        }
        for (RuleDescr rule : parsed.getRules()) {
            if (!RuleBase.idOf(rule.getName()).equals(id)) {
                throw new PackError(
                        file,
                        rule.getLine(),
                        "quy tắc “" + rule.getName() + "” phải mang tên tệp, “" + id
                                + "” / a rule bears its file's name, “" + id + "”");
            }
        }
    }

    /** The compiler often gives no line, or that of generated code: the words it quotes are looked up in the file. */
    private static PackError error(Path file, String drl, int line, String text) {
        String plain = GENERATED.matcher(text).replaceFirst("").strip();
        String said = plain.isEmpty() ? text : plain;
        boolean generated = !plain.equals(text.strip());
        int found = line > 0 && !generated && !said.startsWith("The method") && !said.contains("cannot be resolved")
                ? line
                : 0;
        for (Pattern pattern : SPOKEN_OF) {
            Matcher word = pattern.matcher(said);
            while (found == 0 && word.find()) {
                int at = generated ? drl.lastIndexOf(word.group()) : drl.indexOf(word.group());
                found = at < 0 ? 0 : lineOf(drl, at);
            }
        }
        int then = drl.indexOf("\nthen");
        found = found > 0 ? found : then > 0 ? lineOf(drl, then + 1) : 1;
        List<String> lines = new ArrayList<>(said.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .limit(3)
                .toList());
        return new PackError(file, found, String.join(" · ", lines));
    }

    private static int lineOf(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
