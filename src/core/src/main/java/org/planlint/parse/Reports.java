package org.planlint.parse;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateMention;
import org.planlint.facts.ReportDue;
import org.planlint.text.NormalText;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Reads of a deadline whether a report is due then, and by what it can be told from other reports. */
final class Reports {
    private static final Vocabulary WORDS = Vocabulary.of("reports");

    private static final Pattern REPORT = Pattern.compile(Pieces.NO_LETTER_BEFORE + "báo cáo" + Pieces.NO_LETTER_AFTER);
    private static final Pattern AGAIN =
            Pattern.compile(Pieces.NO_LETTER_BEFORE + WORDS.any("come again") + Pieces.NO_LETTER_AFTER);
    private static final Pattern KIND = Pattern.compile(Pieces.NO_LETTER_BEFORE + "(?:" + WORDS.any("kinds") + "|"
            + WORDS.any("numbered kinds") + "\\s+(?:thứ\\s+)?[\\p{L}\\d]+)" + Pieces.NO_LETTER_AFTER);
    private static final Pattern BEGINS =
            Pattern.compile(Pieces.NO_LETTER_BEFORE + WORDS.any("verbs of reporting") + Pieces.NO_LETTER_AFTER);
    /** An agency's name, from its capital on, up to a mark or to what is said of the time. */
    private static final Pattern RECEIVER =
            Pattern.compile(Pieces.NO_LETTER_BEFORE + "(?iu:" + WORDS.any("before a receiver")
                    + ")\\s+(\\p{Lu}[^,;:().]*?)(?=\\s*(?:[,;:().]|$|" + Pieces.NO_LETTER_BEFORE
                    + WORDS.any("behind a receiver")
                    + Pieces.NO_LETTER_AFTER + "))");

    private static final Pattern ABOUT = Pattern.compile(
            Pieces.NO_LETTER_BEFORE + "báo cáo\\s*([^,;:().]*?)(?=\\s*(?:[,;:().]|$|" + Pieces.NO_LETTER_BEFORE
                    + WORDS.any("before a receiver", "behind a receiver alone") + Pieces.NO_LETTER_AFTER + "))");
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            Pieces.NO_LETTER_BEFORE + WORDS.any("says nothing of a report") + Pieces.NO_LETTER_AFTER + "\\s*");
    private static final Pattern GIVER =
            Pattern.compile("^" + Pieces.LIST_MARK + "?\\s*" + WORDS.any("givers") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern ALL_GIVERS = Pattern.compile("^" + WORDS.any("givers in general") + "$");
    /** "Đề nghị các đơn vị báo cáo": who is asked is who gives. */
    private static final Pattern ASKED = Pattern.compile("^" + WORDS.any("ask for a report") + "\\s+(?="
            + WORDS.any("givers in general") + Pieces.NO_LETTER_AFTER + ")");

    /** "Chế độ báo cáo: …" names nobody. */
    private static final Pattern LABEL =
            Pattern.compile("^" + WORDS.any("labels of reporting") + Pieces.NO_LETTER_AFTER + "[^:.;]{0,40}:\\s*");

    private static final Pattern MARK = Pattern.compile("^\\s*" + Pieces.LIST_MARK + "\\s*");
    private static final Pattern PEOPLES_COMMITTEE = Pattern.compile("UY BAN NHAN DAN");

    private static final String EVERYBODY = "các đơn vị";

    private Reports() {}

    /** The report that is due on a day, or null for none. */
    static ReportDue due(Line line, DateMention date) {
        int at = Math.min(line.position(date.span()), line.text().length());
        Around around = Around.of(
                line, at, Math.min(line.text().length(), at + date.span().text().length()));
        String words = around.before();
        if (!REPORT.matcher(words).find()
                || AGAIN.matcher(words).find()
                || AGAIN.matcher(around.behind()).find()) {
            return null;
        }
        Matcher receiver = RECEIVER.matcher(around.printed());
        String to = "";
        while (receiver.find()) {
            to = PEOPLES_COMMITTEE
                    .matcher(NormalText.fold(receiver.group(1)).strip())
                    .replaceAll("UBND");
        }
        return new ReportDue(giver(words, line), to, about(words), kinds(words));
    }

    private static String giver(String words, Line line) {
        String unmarked = LABEL.matcher(MARK.matcher(words).replaceFirst("")).replaceFirst("");
        String sentence = ASKED.matcher(unmarked).replaceFirst("");
        Matcher verb = BEGINS.matcher(sentence);
        String named = verb.find() ? sentence.substring(0, verb.start()).strip() : "";
        String[] titles = line.sectionTitle.toLowerCase(Locale.ROOT).split("\n");
        String title = titles.length == 0 ? "" : titles[titles.length - 1].strip();
        String giver = named.isEmpty() && GIVER.matcher(title).matches() ? title : named;
        return ALL_GIVERS.matcher(giver).matches() ? EVERYBODY : giver;
    }

    /** What the last report that is named is about, less the words that all reports have. */
    private static String about(String words) {
        String last = "";
        Matcher about = ABOUT.matcher(words);
        while (about.find()) {
            last = SAYS_NOTHING.matcher(about.group(1)).replaceAll("").strip();
        }
        return last;
    }

    private static Set<String> kinds(String words) {
        Set<String> kinds = new TreeSet<>();
        Matcher kind = KIND.matcher(words);
        while (kind.find()) {
            kinds.add(kind.group());
        }
        return kinds;
    }
}
