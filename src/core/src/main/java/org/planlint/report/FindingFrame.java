package org.planlint.report;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ResourceBundle;
import org.planlint.text.Shown;

/** Writes one finding at a terminal: where it stands, the line with the evidence marked, why, how to mend. */
final class FindingFrame {
    /** As much of a quoted line as is shown where no terminal says how wide it is. */
    private static final int QUOTED = 96;

    private static final String INDENT = "    ";

    private final Language language;
    private final ResourceBundle words;
    private final Ink ink;
    private final int columns;
    private final int quoted;

    /** @param columns how wide the terminal is; 0 breaks no line */
    FindingFrame(Language language, Ink ink, int columns) {
        this.language = language;
        this.words = language.words();
        this.ink = ink;
        this.columns = columns;
        // Before the quotation stands "│ ", at either end of it perhaps the mark of what is cut off.
        this.quoted = columns == 0 ? QUOTED : Math.max(40, Math.min(QUOTED, columns - INDENT.length() - 6));
    }

    void write(Finding f, Appendable out) throws IOException {
        String colour = f.isWaived() ? "2" : Ink.of(f.severity());
        out.append("  ")
                .append(ink.paint(
                        colour,
                        words.getString(
                                f.isWaived()
                                        ? "waived"
                                        : "severity." + f.severity().word())))
                .append("  ")
                .append(ink.paint(f.isWaived() ? "2" : "1", f.rule()));
        if (f.location() != null && f.location().page() != null) {
            out.append(" · ").append(say("page", f.location().page()));
        }
        if (f.location() != null && f.location().section() != null) {
            out.append(" · ").append(say("section", Shown.line(f.location().section())));
        }
        if (f.state() == State.NEEDS_REVIEW) {
            out.append(" · ").append(words.getString("review"));
        }
        out.append(ink.paint("2", " · " + f.fingerprint())).append('\n');
        if (!f.evidence().isEmpty()) {
            quote(f, colour, out);
        }
        String message = Shown.line(f.message().in(language));
        if (f.isWaived()) {
            paragraph(INDENT, "2", message, out);
            paragraph(INDENT, "2", waived(f.waiver()), out);
        } else {
            paragraph(INDENT, "", message, out);
            if (!f.advice().in(language).isEmpty()) {
                labelled("advice", "32", "", Shown.line(f.advice().in(language)), out);
            }
            labelled("citation", "2", "2", f.citation().in(language), out);
        }
        out.append('\n');
    }

    private String waived(Finding.Waiver waiver) {
        String by = Shown.line(waiver.by());
        String reason = Shown.line(waiver.reason());
        return waiver.expires() == null
                ? say("waived.why", by, reason)
                : say("waived.why.until", by, reason, language.day(waiver.expires()));
    }

    private void labelled(String key, String labelColour, String colour, String text, Appendable out)
            throws IOException {
        String label = words.getString(key);
        String[] lines = broken(label + " " + text, INDENT.length());
        out.append(INDENT).append(ink.paint(labelColour, label));
        line(colour, lines[0].substring(Math.min(label.length(), lines[0].length())), out);
        for (int i = 1; i < lines.length; i++) {
            out.append(INDENT);
            line(colour, lines[i], out);
        }
    }

    /** Writes a text with each of its lines set in, broken where the terminal ends. */
    void paragraph(String indent, String colour, String text, Appendable out) throws IOException {
        for (String line : broken(text, indent.length())) {
            out.append(indent);
            line(colour, line, out);
        }
    }

    private void line(String colour, String text, Appendable out) throws IOException {
        out.append(colour.isEmpty() || text.isEmpty() ? text : ink.paint(colour, text))
                .append('\n');
    }

    /** The text in lines no wider than what is left of the terminal; a word that is wider stays whole. */
    private String[] broken(String text, int indent) {
        if (columns == 0) {
            return new String[] {text};
        }
        StringBuilder out = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFC));
        int start = 0;
        while (out.length() - start > columns - indent) {
            int space = out.lastIndexOf(" ", start + Math.max(1, columns - indent));
            if (space <= start) {
                space = out.indexOf(" ", start + 1);
            }
            if (space < 0) {
                break;
            }
            out.setCharAt(space, '\n');
            start = space + 1;
        }
        return out.toString().split("\n", -1);
    }

    /** The line, cut to the evidence's neighbourhood, with carets under the evidence. */
    private void quote(Finding f, String colourOf, Appendable out) throws IOException {
        String before = clean(f.line().substring(0, f.column()));
        int end = Math.min(f.line().length(), f.column() + f.evidence().length());
        String evidence = clean(f.line().substring(f.column(), end));
        String after = clean(f.line().substring(end));
        int room = Math.max(20, quoted - Math.min(evidence.length(), quoted - 30));
        if (before.length() > room / 2) {
            int cut = before.indexOf(' ', before.length() - room / 2);
            before = "… " + before.substring(cut < 0 ? before.length() - room / 2 : cut + 1);
        }
        if (evidence.length() > quoted) {
            evidence = evidence.substring(0, quoted - 2) + " …";
            after = "";
        }
        int left = Math.max(0, quoted - before.length() - evidence.length());
        if (after.length() > left) {
            int cut = after.lastIndexOf(' ', left);
            after = cut <= 0 ? "" : after.substring(0, cut) + " …";
        }
        out.append(INDENT)
                .append("│ ")
                .append(before)
                .append(ink.paint(colourOf, evidence))
                .append(after)
                .append('\n');
        out.append(INDENT)
                .append("│ ")
                .append(" ".repeat(before.length()))
                .append(ink.paint(colourOf, "^".repeat(Math.max(1, evidence.length()))))
                .append('\n');
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
    }

    private String say(String key, Object... values) {
        return Words.say(words, key, values);
    }
}
