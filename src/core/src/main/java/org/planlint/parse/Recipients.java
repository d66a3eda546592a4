package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.ArchiveLine;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecipientsBlock;
import org.planlint.facts.Signature;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Reads "Nơi nhận": who gets the plan, and the line that files it. */
final class Recipients {
    private static final Pattern ARCHIVE = Pattern.compile("(?iu)^" + Pieces.BULLET + "?\\s*(?:[^;]{0,30}?"
            + Pieces.NO_LETTER_BEFORE + "(?!lưu " + Vocabulary.of("signature").any("make lưu another word") + "))?lưu"
            + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern ARCHIVE_AT_START = Pattern.compile("(?iu)^" + Pieces.BULLET + "?\\s*lưu\\s?:.*");
    private static final int SLIPPED_WITHIN = 3;
    private static final Pattern ITEM = Pattern.compile("^" + Pieces.BULLET + "\\s*\\S.*");
    private static final Pattern MARK = Pattern.compile("^" + Pieces.BULLET + "\\s*");

    /** Two on one line: "- Sở Nội vụ; - Sở Tài chính;", "- Tỉnh ủy; HĐND tỉnh;". */
    private static final Pattern NEXT_ITEM =
            Pattern.compile("[;.,]\\s*(?=" + Pieces.DASH_OR_PLUS + "\\s*\\p{L})|;\\s+(?=\\p{Lu}[^()]*(?:\\(|$))");
    /** A name that was cut at its dash: "Phòng Kế hoạch" / "- Tài chính". */
    private static final Pattern SECOND_HALF = Pattern.compile(
            "^[-–]\\s*(?:\\p{Ll}|" + Vocabulary.of("signature").any("second halves") + Pieces.NO_LETTER_AFTER + ").*");

    private Recipients() {}

    static List<Recipient> find(Found soFar) {
        List<Recipient> found = new ArrayList<>();
        List<Item> items = items(soFar);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!item.isArchive()) {
                boolean last = i == items.size() - 1;
                String ending = last && item.isEnded() ? null : item.ending();
                found.add(new Recipient(item.bare(), found.size(), last, ending, item.span));
            }
        }
        return found;
    }

    static List<RecipientsBlock> block(Found soFar) {
        int recipients = soFar.all(Recipient.class).size();
        Line label = label(soFar);
        return label == null ? List.of() : List.of(new RecipientsBlock(recipients, label.span()));
    }

    /** The last line that files the plan, where there are several. */
    static List<ArchiveLine> archiveLine(Found soFar) {
        List<Item> items = items(soFar);
        for (int i = items.size() - 1; i >= 0; i--) {
            Item item = items.get(i);
            if (item.isArchive()) {
                return List.of(new ArchiveLine(item.bare(), i == items.size() - 1, item.ending(), item.span));
            }
        }
        return List.of();
    }

    private static Line label(Found soFar) {
        int at = soFar.structure().recipientsLine();
        return at < 0 ? null : soFar.lines().get(at);
    }

    private static List<Item> items(Found soFar) {
        List<Item> items = new ArrayList<>();
        List<Signature> signatures = soFar.all(Signature.class);
        Line label = label(soFar);
        if (label == null) {
            return items;
        }
        for (Line line : soFar.lines().subList(label.index + 1, end(soFar))) {
            boolean sameColumn = line.table == label.table && line.column == label.column
                    || label.table == null
                    || line.row != label.row
                    || ARCHIVE.matcher(line.text()).matches();
            if (!sameColumn || Signatures.opensBlock(line)) {
                continue;
            }
            String list = withoutSigner(line.text(), signatures);
            int from = 0;
            for (int to : ends(list)) {
                add(list.substring(from, to).strip(), line.span(from, to), from > 0, items);
                from = to;
            }
        }
        return items;
    }

    private static void add(String text, Span span, boolean onOneLine, List<Item> items) {
        Item above = items.isEmpty() ? null : items.get(items.size() - 1);
        boolean open = above != null && !above.isEnded();
        if (open && SECOND_HALF.matcher(text).matches()) {
            items.set(items.size() - 1, new Item(above.text + " " + text, above.span));
        } else if (onOneLine
                || ARCHIVE.matcher(text).matches()
                || ITEM.matcher(text).matches()
                || !open && text.endsWith(";")) {
            items.add(new Item(text, span));
        } else if (open) {
            above.goesOn = true;
        }
    }

    /** Behind the block, or behind an archive line that slipped below the signature. */
    private static int end(Found soFar) {
        int end = soFar.structure().signatureEnd();
        List<Line> lines = soFar.lines();
        for (int i = end; i < Math.min(lines.size(), end + SLIPPED_WITHIN); i++) {
            if (ARCHIVE_AT_START.matcher(lines.get(i).text()).matches()) {
                return i + 1;
            }
        }
        return end;
    }

    /** The words of a line without the name that stands beside them in the other column. */
    private static String withoutSigner(String text, List<Signature> signatures) {
        for (Signature signature : signatures) {
            if (signature.name() != null && text.endsWith(" " + signature.name())) {
                return text.substring(0, text.length() - signature.name().length())
                        .stripTrailing();
            }
        }
        return text;
    }

    /** An item of the list; {@code goesOn} where the next line may hold the rest of it. */
    private static final class Item {
        final String text;
        final Span span;
        boolean goesOn;

        Item(String text, Span span) {
            this.text = text;
            this.span = span;
        }

        boolean isArchive() {
            return ARCHIVE.matcher(text).matches();
        }

        /** Without its dash. */
        String bare() {
            return MARK.matcher(text).replaceFirst("");
        }

        boolean isEnded() {
            return text.endsWith(";") || text.endsWith(".");
        }

        /** Its last character, or null where its end was not seen. */
        String ending() {
            return goesOn && !isEnded() ? null : text.substring(text.length() - 1);
        }
    }

    /** Where the items of a line end: a file that lost its line breaks runs several together. */
    private static List<Integer> ends(String text) {
        List<Integer> ends = new ArrayList<>();
        Matcher m = NEXT_ITEM.matcher(text);
        while (m.find()) {
            ends.add(m.end());
        }
        ends.add(text.length());
        return ends;
    }
}
