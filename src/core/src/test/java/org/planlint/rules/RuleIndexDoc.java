package org.planlint.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code docs/rules.md}, one line a rule: {@code mvn -q -B test-compile exec:java@rule-docs}. */
public final class RuleIndexDoc {
    static final Path FILE = Path.of("docs/rules.md");

    private RuleIndexDoc() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        StringBuilder out = new StringBuilder("# Quy tắc · Rules\n\n");
        List<RulePage> pages = RuleBase.shipped().pages();
        out.append(pages.size())
                .append(" quy tắc. Trang đầy đủ với ví dụ: `planlint rules MÃ`. · ")
                .append(pages.size())
                .append(" rules; the whole page with examples: `planlint rules ID`.\n\n");
        out.append(
                "Bảng này do `mvn -q -B test-compile exec:java@rule-docs` viết từ các trang; một kiểm thử giữ cho khớp.\n");
        TreeMap<String, List<RulePage>> families =
                pages.stream().collect(Collectors.groupingBy(RulePage::family, TreeMap::new, Collectors.toList()));
        families.forEach((family, rules) -> {
            out.append("\n## ")
                    .append(family)
                    .append("\n\n| id | mức | kiểm tra gì · what it checks | căn cứ · clause |\n|---|---|---|---|\n");
            rules.stream()
                    .sorted(Comparator.comparing(RulePage::severity).thenComparing(RulePage::id))
                    .forEach(page -> out.append("| [")
                            .append(page.id())
                            .append("](../rules/")
                            .append(family)
                            .append('/')
                            .append(page.id())
                            .append(".md) | ")
                            .append(page.severity().word())
                            .append(" | ")
                            .append(cell(page.title().vi()))
                            .append(" · ")
                            .append(cell(page.title().en()))
                            .append(" | ")
                            .append(cell(page.cites().vi()))
                            .append(" |\n"));
        });
        return out.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
