package org.planlint.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.planlint.facts.ColourShare;
import org.planlint.facts.TypefaceShare;
import org.planlint.text.Paragraph;
import org.planlint.text.Span;

/** Counts the typefaces and colours of the plan's letters; tables that hold data and annexes are left out. */
final class Typefaces {
    private static final String BLACK = "000000";
    private static final String WHITE = "FFFFFF";
    /** Their letters are signs. */
    private static final Set<String> OF_SIGNS =
            Set.of("SYMBOL", "WINGDINGS", "WINGDINGS 2", "WINGDINGS 3", "WEBDINGS", "CAMBRIA MATH", "MT EXTRA");

    private Typefaces() {}

    /** Letters of one kind, and where they begin. */
    private static final class Share {
        int letters;
        final List<Span> all = new ArrayList<>();
        Span first;
        /** Whether letters of the Latin alphabet without marks are among them. */
        boolean plain;

        void add(int letters, boolean plain, Span span) {
            this.letters += letters;
            this.plain |= plain;
            all.add(span);
            if (first == null) {
                first = span;
            }
        }
    }

    static List<TypefaceShare> fonts(Found soFar) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Line line : judged(soFar)) {
            for (Paragraph.Run run : line.paragraph.runs()) {
                if (run.font() != null) {
                    add(run.font(), line, run, shares);
                }
            }
        }
        shares.keySet().removeIf(font -> OF_SIGNS.contains(font.toUpperCase(Locale.ROOT)));
        int all = shares.values().stream().mapToInt(share -> share.letters).sum();
        List<TypefaceShare> found = new ArrayList<>();
        shares.forEach((font, share) -> {
            // Who made the pdf had no letters with marks in the plan's own typeface, and borrowed them from another.
            if (share.plain) {
                found.add(new TypefaceShare(font, share.letters, all, share.all, share.first));
            }
        });
        return found;
    }

    static List<ColourShare> colours(Found soFar) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Line line : judged(soFar)) {
            for (Paragraph.Run run : line.paragraph.runs()) {
                if (run.color() != null
                        && !run.color().equals(BLACK)
                        && !run.color().equals(WHITE)) {
                    add(run.color() + (isAddress(line, run) ? "@" : ""), line, run, shares);
                }
            }
        }
        List<ColourShare> found = new ArrayList<>();
        shares.forEach((key, share) -> found.add(
                new ColourShare(key.substring(0, 6), share.letters, key.endsWith("@"), share.all, share.first)));
        return found;
    }

    private static List<Line> judged(Found soFar) {
        return soFar.lines().stream()
                .filter(line -> !line.inData() && line.zone != Line.Zone.ANNEX)
                .toList();
    }

    private static boolean isAddress(Line line, Paragraph.Run run) {
        String text = line.paragraph.text().substring(run.start(), run.end());
        return run.underline() && text.indexOf('.') > 0
                || text.indexOf('@') >= 0
                || text.contains("http")
                || text.contains("www");
    }

    private static void add(String key, Line line, Paragraph.Run run, Map<String, Share> shares) {
        Span whole = line.span();
        int start = Math.max(Math.max(whole.start(), run.start()), line.paragraph.autoLabel());
        int end = Math.min(whole.end(), run.end());
        int letters = 0;
        boolean plain = false;
        for (int at = start; at < end; at++) {
            char letter = line.paragraph.text().charAt(at);
            letters += Character.isLetter(letter) ? 1 : 0;
            plain |= letter < 128 && Character.isLetter(letter);
        }
        if (letters > 0 && !run.hidden()) {
            shares.computeIfAbsent(key, k -> new Share()).add(letters, plain, Span.of(line.paragraph, start, end));
        }
    }
}
