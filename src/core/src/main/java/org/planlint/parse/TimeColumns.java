package org.planlint.parse;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateRole;
import org.planlint.text.Block;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;
import org.planlint.text.Table;
import org.planlint.words.Vocabulary;

/** Knows which columns of the data tables, and of those that are typed as lines, hold times, and whether of activities or of deadlines. */
final class TimeColumns {
    private static final Vocabulary HEADS = Vocabulary.of("tables");
    private static final Pattern DUE = Pattern.compile(HEADS.get("due").folded().any());
    private static final Pattern HAPPENS =
            Pattern.compile("^(?:DU KIEN )?(?:" + HEADS.get("happens").folded().any() + "|"
                    + HEADS.get("happens alone").folded().any() + "$)");
    private static final Pattern NOT_PLANNED =
            Pattern.compile(HEADS.get("not planned").folded().any());
    private static final Pattern YEAR = Pattern.compile("NAM (20\\d{2})");
    private static final Pattern TAB = Pattern.compile("\t");
    private static final int LONGEST_HEAD = 60;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<Table, Map<Integer, DateRole>> roles = new IdentityHashMap<>();
    private final Map<Table, Integer> years = new IdentityHashMap<>();
    private final TypedTables typed;

    /** @param lines all of the document, those of typed tables among them */
    TimeColumns(List<Table> tables, List<Line> lines) {
        typed = new TypedTables(lines);
        for (Table table : tables) {
            Map<Integer, DateRole> columns = new HashMap<>();
            int rows = Math.min(2, table.rows().size());
            for (int r = 0; r < rows; r++) {
                for (Table.Cell cell : table.rows().get(r).cells()) {
                    String head = text(cell);
                    DateRole role = roleOf(head);
                    if (role != null) {
                        columns.putIfAbsent(cell.column(), role);
                    }
                    if (role == DateRole.EVENT) {
                        Matcher year = YEAR.matcher(head);
                        if (year.find()) {
                            years.put(table, Integer.valueOf(year.group(1)));
                        }
                    }
                }
            }
            roles.put(table, columns);
        }
        for (int i = 1; i < lines.size(); i++) {
            Line below = lines.get(i);
            if (below.inData() && !lines.get(i - 1).inData()) {
                headed(lines.get(i - 1).span().text(), roles.get(below.table));
            }
        }
    }

    /** The head of a typed table may stand above it, where its rows have fewer tabs. */
    private static void headed(String line, Map<Integer, DateRole> columns) {
        String[] cells = TAB.split(line);
        for (int c = 0; c < cells.length && cells.length > 2; c++) {
            DateRole role = roleOf(NormalText.fold(cells[c].strip()));
            if (role != null) {
                columns.putIfAbsent(c, role);
            }
        }
    }

    /** What the head of a column, in capitals without diacritics, says of the dates below it; null for nothing. */
    static DateRole roleOf(String head) {
        if (head.length() > LONGEST_HEAD || NOT_PLANNED.matcher(head).find()) {
            return null;
        }
        return DUE.matcher(head).find()
                ? DateRole.DEADLINE
                : HAPPENS.matcher(head).lookingAt() ? DateRole.EVENT : null;
    }

    /** Role of a date that begins at {@code start} of the line, or null where its column says nothing. */
    DateRole roleOf(Line line, int start) {
        return line.table == null
                ? typed.roleOf(line, start)
                : roles.getOrDefault(line.table, Map.of()).get(line.column);
    }

    /** The year that a time column's head gives to all its dates, or null. */
    Integer yearOf(Table table) {
        return years.get(table);
    }

    /** A cell's words in capitals without diacritics, on one line. */
    static String text(Table.Cell cell) {
        StringBuilder out = new StringBuilder();
        for (Block block : cell.blocks()) {
            if (block instanceof Paragraph p) {
                out.append(' ').append(NormalText.of(p, 0, p.text().length()).folded());
            }
        }
        return SPACES.matcher(out).replaceAll(" ").strip();
    }
}
