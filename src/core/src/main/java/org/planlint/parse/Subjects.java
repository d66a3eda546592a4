package org.planlint.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Subject;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Reads the trích yếu: its last year, and whether that is the plan's own or one that is looked back on. */
final class Subjects {
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");

    private static final Pattern YEAR = Pattern.compile("(?iu)năm\\s+(" + Pieces.YEAR + ")(?!\\s*[-–/])");
    private static final Pattern PERIOD = Pattern.compile(Pieces.YEAR + "\\s*[-–]\\s*" + Pieces.YEAR);
    private static final Pattern LOOKS_BACK = Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + "(?:"
            + Vocabulary.of("dates").any("looks back on a year") + "|"
            + DOCUMENTS.any("bring a year of their own") + "|"
            + Vocabulary.of("subjects").any("of another year") + ")"
            + Pieces.NO_LETTER_AFTER);

    /** The year may be that of a law's name: "Luật Đất đai năm 2024". */
    private static final Pattern NAMES_LAW =
            Pattern.compile(DOCUMENTS.any("codes of law", "laws") + "(?: \\p{Lu}|\\s+(?:năm|số))");

    private Subjects() {}

    static List<Subject> find(Found soFar) {
        Structure structure = soFar.structure();
        String text = structure.subject();
        if (text == null || structure.subjectLine() == null) {
            return List.of();
        }
        Integer year = null;
        Matcher m = YEAR.matcher(text);
        while (m.find()) {
            int found = Integer.parseInt(m.group(1));
            year = year == null || found > year ? Integer.valueOf(found) : year;
        }
        boolean period = PERIOD.matcher(text).find();
        return List.of(new Subject(
                text,
                year,
                period
                        || LOOKS_BACK.matcher(text).find()
                        || NAMES_LAW.matcher(text).find(),
                structure.subjectLine().span()));
    }
}
