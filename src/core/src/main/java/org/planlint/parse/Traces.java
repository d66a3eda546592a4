package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Trace;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Revision;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds what the making of the file left behind. */
final class Traces {
    private static final Sought PATH = new Sought(
            "(?<![\\p{L}\\d])(?:[A-Za-z]:\\\\[^\\s\\\\:*?\"<>|]|\\\\\\\\[\\p{L}\\d._$-]+\\\\|file:///|/(?:home|Users|mnt|media)/[\\p{L}\\d._-]+/)[^\\r\\n\"<>|*?]*");
    private static final Pattern PATH_END =
            Pattern.compile("(?iu)\\.(?:docx?|odt|rtf|pdf|xlsx?|pptx?|txt|dotx?)(?![\\p{L}\\d])");
    private static final Sought PLACEHOLDER = new Sought("(?iu)\\[\\s*\\]|" + Pieces.NO_LETTER_BEFORE + "x{3,}"
            + Pieces.NO_LETTER_AFTER + "|" + Pieces.WORD_START + "TBD" + Pieces.WORD_END + "|lorem ipsum|\\["
            + Vocabulary.of("traces").any("to be filled in") + "[^\\]]{0,40}\\]");
    /** "ngày …/…/2023", "số …… người": dots where a figure or name belongs; not the dots that end a list. A run is read from its start. */
    private static final Sought GAP = new Sought(
            "(?iu)(?:ngày\\s*)?(?:(?<!…)…++|(?<!\\.)\\.{2,}+)\\s?/\\s?(?:…+|\\.{2,}|\\d{1,2})(?:\\s?/\\s?(?:20\\d{2}|20…|…+|\\.{2,}))?|ngày\\s*+(?:…++|\\.{2,}+)\\s*+tháng\\s*(?:…+|\\.{2,}|\\d{1,2})"
                    + "|(?<=\\s|:)(?:…{2,}|\\.{5,})(?=\\s*(?:[\\p{L}\\d,;.)]|$))|(?<=\\s)(?:…|\\.{3,4})(?=\\s+"
                    + Vocabulary.of("figures").any("units behind a gap") + Pieces.NO_LETTER_AFTER + ")");

    private static final Pattern DRAFT = Pattern.compile(
            "^(?:BẢN )?" + Vocabulary.of("letterhead").get("draft").capitals().any() + "(?:\\s+LẦN.*)?$");
    private static final Pattern ONLY_DOTS = Pattern.compile("[\\s.…_]+");

    private Traces() {}

    static List<Trace> find(Found soFar) {
        List<Trace> found = new ArrayList<>();
        Document document = soFar.document();
        for (Line line : soFar.lines()) {
            for (Matcher m = PATH.first(mayHoldPath(line.text()) ? line.text() : "");
                    m != null;
                    m = PATH.next(m, mayHoldPath(line.text()) ? line.text() : "")) {
                Matcher end = PATH_END.matcher(m.group());
                int to = m.start()
                        + (end.find() ? end.end() : m.group().stripTrailing().length());
                found.add(trace(Trace.Kind.FILE_PATH, line.span(m.start(), to)));
            }
            gaps(line, found);
            boolean marks = line.text().indexOf('[') >= 0
                    || line.folded().contains("XXX")
                    || line.folded().contains("TBD")
                    || line.folded().contains("LOREM");
            for (Matcher p = PLACEHOLDER.first(marks ? line.text() : "");
                    p != null;
                    p = PLACEHOLDER.next(p, marks ? line.text() : "")) {
                found.add(trace(Trace.Kind.PLACEHOLDER, line.span(p.start(), p.end())));
            }
            if (DRAFT.matcher(line.text()).matches()) {
                found.add(trace(Trace.Kind.DRAFT_MARK, line.span()));
            }
        }
        for (Paragraph paragraph : document.paragraphs()) {
            aside(paragraph, found);
            for (Paragraph.Run run : paragraph.runs()) {
                if (!run.hidden() && !run.highlighted()) {
                    continue;
                }
                String text = paragraph.text().substring(run.start(), run.end());
                if (!text.isBlank()) {
                    found.add(trace(
                            run.hidden() ? Trace.Kind.HIDDEN_TEXT : Trace.Kind.HIGHLIGHT,
                            new Span(paragraph.index(), run.start(), run.end(), text)));
                }
            }
        }
        for (Revision revision : document.revisions()) {
            int at = Math.max(
                    0, Math.min(revision.paragraph(), document.paragraphs().size() - 1));
            Trace.Kind kind = revision.kind() == Revision.Kind.COMMENT ? Trace.Kind.COMMENT : Trace.Kind.TRACKED_CHANGE;
            found.add(new Trace(kind, revision.text(), 0, new Span(at, 0, 0, "")));
        }
        return numbered(found);
    }

    /** Dots to be filled in, in the plan's own text: forms in annexes and tables are meant to have them. */
    private static void gaps(Line line, List<Trace> found) {
        boolean text = line.zone == Line.Zone.BODY && line.part == 0 && !line.inTable();
        if (!text || line.text().indexOf('…') < 0 && !line.text().contains("..")) {
            return;
        }
        Matcher m = GAP.first(line.text());
        if (m != null && !ONLY_DOTS.matcher(line.text()).matches()) {
            found.add(trace(Trace.Kind.PLACEHOLDER, line.span(m.start(), m.end())));
        }
    }

    private static List<Trace> numbered(List<Trace> found) {
        List<Trace> numbered = new ArrayList<>();
        for (Trace t : found) {
            numbered.add(new Trace(t.kind(), t.text(), numbered.size(), t.span()));
        }
        return numbered;
    }

    private static boolean mayHoldPath(String text) {
        return text.indexOf('\\') >= 0
                || text.indexOf('/') >= 0
                        && (text.contains("file:")
                                || text.contains("/home/")
                                || text.contains("/Users/")
                                || text.contains("/mnt/")
                                || text.contains("/media/"));
    }

    private static void aside(Paragraph paragraph, List<Trace> found) {
        if (paragraph.place() == Place.HEADER || paragraph.place() == Place.FOOTER) {
            Matcher m = PATH.first(paragraph.text());
            if (m != null) {
                found.add(trace(Trace.Kind.FILE_PATH, new Span(paragraph.index(), m.start(), m.end(), m.group())));
            }
        }
    }

    private static Trace trace(Trace.Kind kind, Span span) {
        return new Trace(kind, span.text(), 0, span);
    }
}
