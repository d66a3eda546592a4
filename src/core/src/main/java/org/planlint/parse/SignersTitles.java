package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.text.NormalText;
import org.planlint.words.Blurred;
import org.planlint.words.FixedWords;
import org.planlint.words.Vocabulary;

/**
 * Sets right the titles of those who sign on pictures, over which stamps and pens lie: "PHÓ( 'HỦ TỊCH", "GIÁ TỊCH". They
 * are a closed set, and each stands below its line of authority or beside the recipients. Names are left as they were read.
 */
final class SignersTitles {
    private static final Vocabulary WORDS = Vocabulary.of("signature");
    private static final String DEPUTY = "Phó ";
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]+");
    private static final Pattern AUTHORITY =
            Pattern.compile("^(?:(?<deputy>KT)|(?<body>TM)|TL|TUQ)[./: ]+(?<of>(?=\\p{Lu}).*)$");
    /** "—_I, CHỦ TỊCH": for whom somebody signs, whatever the form was, is not who signs. */
    private static final Pattern FORM_BLURRED = Pattern.compile("^\\S{1,4}[.,:/] ?(?=\\p{Lu})");
    /** A form that ends with T can be no other than KT. */
    private static final Pattern ENDS_WITH_T = Pattern.compile("^\\S{0,3}T ?[.,:/] ?");

    /** So many lines below that of authority the title stands, with pieces of a stamp between. */
    private static final int REACH = 4;
    /** Below a line of authority nothing but a title can be meant: so many letters of seven may be others. */
    private static final int BLURRED = 3;

    private static final int OF = 7;
    /** What an engine is as sure of is what it says. */
    private static final int SURE = 90;

    private static final int LONGEST = 40;
    private static final int FEWEST_LETTERS = 4;

    /** @param letters in capitals without diacritics and spaces */
    private record Title(String written, String letters) {
        static Title of(String title) {
            String capitals = NormalText.fold(title);
            return new Title(
                    title.toUpperCase(Locale.ROOT), NO_LETTER.matcher(capitals).replaceAll(""));
        }
    }

    private final List<Title> all = Stream.concat(
                    WORDS.get("titles").all().stream(),
                    WORDS.get("titles").all().stream().map(DEPUTY::concat))
            .map(Title::of)
            .distinct()
            .toList();
    /** Those who sign in the name of a body. */
    private final List<Title> holders = WORDS.get("titles").all().stream()
            .filter(title -> !title.startsWith(DEPUTY))
            .map(Title::of)
            .distinct()
            .toList();
    /** Deputies whose titles do not say whose. */
    private final List<Title> deputies = WORDS.get("deputies").all().stream()
            .filter(title -> title.contains(" "))
            .map(Title::of)
            .toList();

    void repair(List<BareLine> lines, Recognition recognition) {
        int page = 0;
        for (int i = 0; i < lines.size(); i++) {
            BareLine line = lines.get(i);
            if (!recognition.isOfPicture(line.paragraph) || line.inData()) {
                continue;
            }
            if (line.folded().startsWith(FixedWords.RECIPIENTS)) {
                page = line.paragraph.page();
            }
            line = deputised(lines, i);
            if (isOverDeputy(lines, i)) {
                line = line.with(0, 0, "KT. ");
                lines.set(i, line);
            }
            Matcher authority = AUTHORITY.matcher(line.text());
            if (line.isCapitals() && authority.matches()) {
                page = line.paragraph.page();
                below(lines, i, authority);
            } else if (page == line.paragraph.page()
                    && line.isCapitals()
                    && line.text().length() < LONGEST
                    && !FORM_BLURRED.matcher(line.text()).find()) {
                Title title = nearest(all, line, 1);
                if (title != null) {
                    lines.set(i, line.with(0, line.text().length(), title.written));
                }
            }
        }
    }

    /** The line below one of authority that comes nearest to a title, where none is one. */
    private void below(List<BareLine> lines, int above, Matcher authority) {
        boolean deputy = authority.group("deputy") != null;
        List<Title> expected =
                deputy ? deputies(authority.group("of")) : authority.group("body") != null ? holders : all;
        int page = lines.get(above).paragraph.page();
        int best = -1;
        Title title = null;
        for (int i = above + 1; i <= above + REACH && i < lines.size(); i++) {
            BareLine line = lines.get(i);
            boolean ended = line.paragraph.page() != page || !line.isCapitals() && Signatures.isName(line.text());
            boolean whole = Signatures.isTitle(line.text()) && nearest(all, line, 0) != null;
            if (ended || whole && !(deputy && isCut(line))) {
                if (!ended) {
                    return;
                }
                break;
            }
            Title nearest = nearest(expected, line, BLURRED);
            boolean nearer = nearest != null
                    && (line.span().confidence() < SURE || whole)
                    && (title == null || distance(nearest, line, BLURRED) < distance(title, lines.get(best), BLURRED));
            if (nearer) {
                best = i;
                title = nearest;
            }
        }
        if (title != null) {
            lines.set(best, lines.get(best).with(0, lines.get(best).text().length(), title.written));
        }
    }

    /** "VI. GIÁM ĐỐC" above "PHÓ GIÁM ĐỐC", "#T, CHỦ TỊCH": KT that a pen wrote or a stamp lies on. */
    private BareLine deputised(List<BareLine> lines, int at) {
        BareLine line = lines.get(at);
        Matcher form = FORM_BLURRED.matcher(line.text());
        if (!form.find() || AUTHORITY.matcher(line.text()).matches()) {
            return line;
        }
        String of = letters(line.folded().substring(form.end()));
        boolean told = all.stream().anyMatch(title -> title.letters.equals(of))
                && (ENDS_WITH_T.matcher(line.folded()).find()
                        || at + 1 < lines.size()
                                && letters(lines.get(at + 1).folded()).equals(letters(NormalText.fold(DEPUTY)) + of));
        if (told) {
            lines.set(at, line.with(0, form.end(), "KT. "));
        }
        return lines.get(at);
    }

    /** Whether a stamp lies on KT before a title: what is left of another stands below, and two do not sign. */
    private boolean isOverDeputy(List<BareLine> lines, int at) {
        if (at + 1 == lines.size() || !lines.get(at + 1).isCapitals() || nearest(holders, lines.get(at), 0) == null) {
            return false;
        }
        String of = letters(lines.get(at).folded());
        String rest = letters(NormalText.fold(lines.get(at + 1).span().text()));
        return rest.length() >= FEWEST_LETTERS
                && !rest.equals(of)
                && (letters(NormalText.fold(DEPUTY)) + of).endsWith(rest);
    }

    /** Whether a title was set right before: a stamp had taken letters of it, and may have taken more. */
    private static boolean isCut(BareLine line) {
        return !letters(NormalText.fold(line.span().text())).equals(letters(line.folded()));
    }

    /** Who signs for the holder of a title: his deputies. Decree 30/2020, Điều 13.1. */
    private List<Title> deputies(String of) {
        // "KT. BỘ TRƯỞNG, CHỦ NHIỆM": who holds two offices has deputies in each
        List<String> letters = Stream.of(of.split(","))
                .map(office -> "PHO" + letters(NormalText.fold(office)))
                .toList();
        List<Title> expected = new ArrayList<>(
                all.stream().filter(title -> letters.contains(title.letters)).toList());
        if (expected.isEmpty()) {
            return all;
        }
        expected.addAll(deputies);
        return expected;
    }

    /** The one title that a line comes nearest to, with so many letters of seven others; null for none. */
    private static Title nearest(List<Title> titles, BareLine line, int blurred) {
        Title nearest = null;
        boolean alone = false;
        if (letters(line.folded()).length() < FEWEST_LETTERS) {
            return null;
        }
        for (Title title : titles) {
            int distance = distance(title, line, blurred);
            if (distance * OF > title.letters.length() * blurred) {
                continue;
            }
            int other = nearest == null ? Integer.MAX_VALUE : distance(nearest, line, blurred);
            if (distance < other) {
                nearest = title;
            }
            alone = distance < other || alone && distance > other;
        }
        return alone ? nearest : null;
    }

    /** Below a line of authority a title may be cut at its beginning, or have pieces of a stamp before it. */
    private static int distance(Title title, BareLine line, int blurred) {
        String read = letters(line.folded());
        boolean end = blurred == BLURRED && (title.letters.endsWith(read) || read.endsWith(title.letters));
        int distance = Blurred.distance(read, title.letters);
        return end ? Math.min(distance, 1) : distance;
    }

    private static String letters(String folded) {
        return NO_LETTER.matcher(folded).replaceAll("");
    }
}
