package org.planlint.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.LawByName;
import org.planlint.facts.LawTables;
import org.planlint.facts.Replacement;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds laws that the bases cite by name and year, and that the law's tables know to be replaced. */
final class LawsByName {
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");

    private static final Pattern LAW = Pattern.compile("^" + DOCUMENTS.any("codes of law", "laws") + "\\s.*");
    private static final Pattern YEAR_OF_NUMBER = Pattern.compile("/(" + Pieces.YEAR + ")/");
    private static final String DAY =
            "ngày\\s+\\d{1,2}\\s*(?:[/.-]\\s*\\d{1,2}\\s*[/.-]|tháng\\s+\\d{1,2}\\s*,?\\s*năm)\\s*";
    /** A law that is amended or replaced is none that the plan rests on. */
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "(?iu)" + Pieces.NO_LETTER_BEFORE + DOCUMENTS.any("changes an act") + Pieces.NO_LETTER_AFTER + "[^;.]*$");

    /** How many characters before a law are looked at: a line may be as long as a file. */
    private static final int BEFORE = 300;

    /** By name in small letters and year. */
    private final Map<String, Replacement> replaced = new HashMap<>();

    private final Pattern cited;

    LawsByName(LawTables law) {
        Comparator<String> longest = Comparator.comparingInt(String::length).reversed();
        TreeSet<String> names = new TreeSet<>(longest.thenComparing(Comparator.naturalOrder()));
        law.replaced().forEach((number, replacement) -> {
            String key = key(replacement.name(), number);
            if (LAW.matcher(replacement.name()).matches() && !key.equals(successor(replacement))) {
                names.add(Pattern.quote(replacement.name()));
                replaced.put(key, replacement);
            }
        });
        cited = Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + "(?<name>" + String.join("|", names)
                + ")\\s*,?\\s*(?:năm\\s+|" + DAY + ")?(?<year>" + Pieces.YEAR + ")(?![\\d/])");
    }

    /** Where one year made two laws of a name, only their numbers tell them apart. */
    private static String successor(Replacement replacement) {
        String by = replacement.by();
        int number = by.lastIndexOf(' ');
        return key(by.substring(0, number), by.substring(number));
    }

    private static String key(String name, String number) {
        Matcher year = YEAR_OF_NUMBER.matcher(number);
        return name.toLowerCase(Locale.ROOT) + " " + (year.find() ? year.group(1) : "");
    }

    List<LawByName> find(Found soFar) {
        List<LawByName> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            boolean basis = line.zone == Line.Zone.COVER || line.zone == Line.Zone.BODY && line.section.isEmpty();
            if (!basis || line.inData() || !line.lower().contains("lu")) {
                continue;
            }
            Matcher m = cited.matcher(line.text());
            while (m.find()) {
                Replacement replacement =
                        replaced.get(m.group("name").toLowerCase(Locale.ROOT) + " " + m.group("year"));
                String before = line.text().substring(Math.max(0, m.start() - BEFORE), m.start());
                if (replacement != null && !OF_ANOTHER.matcher(before).find()) {
                    found.add(new LawByName(replacement, found.size(), line.span(m.start(), m.end())));
                }
            }
        }
        return found;
    }
}
