package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.ArchiveLine;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecipientsBlock;
import org.planlint.text.Span;
import org.planlint.words.Pieces;

/** Reads "Nơi nhận": who gets the plan, and the line that files it. */
final class Recipients {
    private static final Pattern ARCHIVE = Pattern.compile("(?iu)^" + Pieces.BULLET + "?\\s*(?:[^;]{0,30}?" + Pieces.NO_LETTER_BEFORE
            + ")?lưu" + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern ITEM = Pattern.compile("^" + Pieces.BULLET + "\\s*\\S.*");
    private static final Pattern MARK = Pattern.compile("^" + Pieces.BULLET + "\\s*");

    private static final Pattern NEXT_ITEM = Pattern.compile("[;.,]\\s*(?=" + Pieces.DASH_OR_PLUS + "\\s*\\p{L})");

    record Reading(RecipientsBlock block, List<Recipient> recipients, ArchiveLine archive) {
    }

    private Recipients() {
    }

    static Reading read(List<Line> lines, int at, int end) {
        List<Recipient> found = new ArrayList<>();
        ArchiveLine archive = null;
        if (at < 0) {
            return new Reading(null, found, null);
        }
        Line label = lines.get(at);
        List<Item> items = new ArrayList<>();
        for (int i = at + 1; i < end; i++) {
            Line line = lines.get(i);
            boolean sameColumn = line.table == label.table && line.column == label.column
                    || label.table == null || line.row != label.row;
            if (!sameColumn || Signatures.opensBlock(line)) {
                continue;
            }
            int from = 0;
            for (int to : ends(line.text())) {
                String text = line.text().substring(from, to).strip();
                if (ARCHIVE.matcher(text).matches() || ITEM.matcher(text).matches()) {
                    items.add(new Item(text, line.span(from, to)));
                } else if (!items.isEmpty() && !items.get(items.size() - 1).isEnded()) {
                    items.get(items.size() - 1).goesOn = true;
                }
                from = to;
            }
        }
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String bare = MARK.matcher(item.text).replaceFirst("");
            boolean last = i == items.size() - 1;
            if (ARCHIVE.matcher(item.text).matches()) {
                archive = new ArchiveLine(bare, last, item.ending(), item.span);
            } else {
                found.add(new Recipient(bare, found.size(), last, item.ending(), item.span));
            }
        }
        return new Reading(new RecipientsBlock(found.size(), label.span()), found, archive);
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
