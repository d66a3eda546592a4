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

/** Knows which columns of the data tables hold times, and whether of activities or of deadlines. */
final class TimeColumns {
    private static final Vocabulary HEADS = Vocabulary.of("tables");
    private static final Pattern DUE = Pattern.compile(HEADS.get("due").folded().any());
    private static final Pattern HAPPENS =
            Pattern.compile("^(?:DU KIEN )?(?:" + HEADS.get("happens").folded().any() + "|"
                    + HEADS.get("happens alone").folded().any() + "$)");
    private static final Pattern NOT_PLANNED =
            Pattern.compile(HEADS.get("not planned").folded().any());
    private static final Pattern YEAR = Pattern.compile("NAM (20\\d{2})");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<Table, Map<Integer, DateRole>> roles = new IdentityHashMap<>();
    private final Map<Table, Integer> years = new IdentityHashMap<>();

    TimeColumns(List<Table> tables) {
        for (Table table : tables) {
            Map<Integer, DateRole> columns = new HashMap<>();
            int rows = Math.min(2, table.rows().size());
            for (int r = 0; r < rows; r++) {
                for (Table.Cell cell : table.rows().get(r).cells()) {
                    String head = text(cell);
                    if (head.length() > 60 || NOT_PLANNED.matcher(head).find()) {
                        continue;
                    }
                    if (DUE.matcher(head).find()) {
                        columns.putIfAbsent(cell.column(), DateRole.DEADLINE);
                    } else if (HAPPENS.matcher(head).find()) {
                        columns.putIfAbsent(cell.column(), DateRole.EVENT);
                        Matcher year = YEAR.matcher(head);
                        if (year.find()) {
                            years.put(table, Integer.valueOf(year.group(1)));
                        }
                    }
                }
            }
            roles.put(table, columns);
        }
    }

    /** Role of dates in the line's cell, or null where its column says nothing. */
    DateRole roleOf(Line line) {
        return line.table == null
                ? null
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
