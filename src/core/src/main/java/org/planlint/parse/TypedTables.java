package org.planlint.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.facts.DateRole;
import org.planlint.text.NormalText;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * Tables that a file holds as lines: cells parted by tabs or spaces, or each on a line of its own. Knows which lines
 * are rows below a head that says what their dates are for.
 */
final class TypedTables {
    private static final Vocabulary HEADS = Vocabulary.of("tables");

    private static final Pattern GAP = Pattern.compile("\\t[\\t ]*|[ \\u00A0]{2,}| ?\\| ?");
    private static final Pattern ORDINAL_HEAD =
            Pattern.compile(HEADS.get("ordinal").folded().any());
    private static final Pattern OPENS_WITH_ORDINAL =
            Pattern.compile("^(?:" + HEADS.get("ordinal").folded().any() + ")\\.? .*");
    private static final Pattern TIME_WITHIN = Pattern.compile(
            Pieces.NO_LETTER_BEFORE + HEADS.get("happens", "due").folded().any() + Pieces.NO_LETTER_AFTER);
    private static final Pattern DUE_WITHIN =
            Pattern.compile(HEADS.get("due").folded().any());
    private static final Pattern SENTENCE = Pattern.compile("[.:;]\\s|[.:;,]$");
    private static final Pattern ENDS_TABLE = Pattern.compile("^(?:[IVX]+\\s?[.)-] .*|NOI NHAN.*|PHU LUC.*|.*:)$");
    private static final Pattern ROW = Pattern.compile("^\\d{1,3}(?:[.)]?\\s.*|[.)]?)$");
    private static final Pattern CELL_BEGINS = Pattern.compile(
            "(?:^|\\t|[ \\u00A0]{2}|\\|)\\s*(?:" + Vocabulary.of("dates").any("leads to a date") + "\\s+)*$");
    private static final Pattern IN_ROW = Pattern.compile("^\\d{1,3}[.)]?\\s[^:;.]*$");
    private static final int LONGEST_HEAD = 160;
    private static final int LONGEST_CELL = 40;
    /** A table ends where so many lines hold no date and begin no row. */
    private static final int MOST_BETWEEN = 8;

    private final Map<Integer, DateRole> rows = new HashMap<>();

    TypedTables(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean open = line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
            if (!open || line.inData() || rows.containsKey(i)) {
                continue;
            }
            DateRole role = roleBelow(line);
            int head = i;
            if (role == null && ORDINAL_HEAD.matcher(line.folded()).matches()) {
                for (int k = i + 1; k < Math.min(lines.size(), i + MOST_BETWEEN) && role == null; k++) {
                    role = lines.get(k).text().length() <= LONGEST_CELL
                            ? TimeColumns.roleOf(lines.get(k).folded())
                            : null;
                    head = k;
                }
            }
            if (role != null) {
                rows(lines, head + 1, role);
            }
        }
    }

    /** Role of a date at these characters of the line; null where it stands in no such table, or not as a cell. */
    DateRole roleOf(Line line, int start) {
        DateRole role = rows.get(line.index);
        if (role == null) {
            return null;
        }
        Span whole = line.span();
        int at = line.span(start, start + 1).start() - whole.start();
        return CELL_BEGINS
                                .matcher(whole.text().substring(0, at).toLowerCase(Locale.ROOT))
                                .find()
                        || IN_ROW.matcher(line.lower().substring(0, start)).matches()
                ? role
                : null;
    }

    private void rows(List<Line> lines, int from, DateRole role) {
        int without = 0;
        for (int i = from; i < lines.size() && without < MOST_BETWEEN; i++) {
            Line line = lines.get(i);
            if (line.inData() || ENDS_TABLE.matcher(line.folded()).matches()) {
                return;
            }
            boolean holds = ROW.matcher(line.text()).matches() || line.hasDigitBefore("/");
            without = holds ? 0 : without + 1;
            rows.put(i, role);
        }
    }

    /** What a line says of the dates below it, if it is the head of a table. */
    private static DateRole roleBelow(Line line) {
        String text = line.text();
        if (text.length() > LONGEST_HEAD
                || SENTENCE.matcher(text).find()
                || !TIME_WITHIN.matcher(line.folded()).find()) {
            return null;
        }
        String[] cells = GAP.split(line.span().text().strip());
        DateRole role = null;
        for (String cell : cells) {
            DateRole other = cell.length() <= LONGEST_CELL ? TimeColumns.roleOf(NormalText.fold(cell.strip())) : null;
            role = role == null ? other : role;
        }
        if (cells.length > 2) {
            return role;
        }
        boolean opens = OPENS_WITH_ORDINAL.matcher(line.folded()).matches();
        return !opens ? null : DUE_WITHIN.matcher(line.folded()).find() ? DateRole.DEADLINE : DateRole.EVENT;
    }
}
