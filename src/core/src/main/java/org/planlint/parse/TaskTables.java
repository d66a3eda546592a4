package org.planlint.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.TaskRow;
import org.planlint.facts.Total;
import org.planlint.text.Paragraph;
import org.planlint.text.Span;
import org.planlint.text.Table;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Reads tables of tasks (who leads, until when) and the totals of tables of figures. */
final class TaskTables {
    private static final Vocabulary HEADS = Vocabulary.of("tables");
    private static final Pattern TASK =
            Pattern.compile(".*" + HEADS.get("tasks").folded().any() + ".*");
    private static final Pattern OWNER =
            Pattern.compile(".*" + HEADS.get("owners").folded().any() + ".*");
    private static final Pattern DEADLINE =
            Pattern.compile(".*" + HEADS.get("deadlines of tasks").folded().any() + ".*");
    private static final Pattern TOTAL =
            Pattern.compile("^" + HEADS.get("total").folded().any() + "\\s*:?$");
    private static final Pattern NUMBER = Pattern.compile("^" + Pieces.GROUPED_NUMBER + "$|^" + Pieces.NUMBER + "$");
    private static final Pattern ORDINAL_HEAD =
            Pattern.compile(HEADS.get("ordinal").folded().any() + "|STT\\.");
    private static final Pattern ORDINAL = Pattern.compile("\\d+[.)]?");
    private static final Pattern DIGIT_FIRST = Pattern.compile("^\\d");
    private static final Pattern STOP = Pattern.compile("[.)]$");
    private static final int FEWEST_ROWS = 3;

    private TaskTables() {}

    static List<TaskRow> tasks(Found soFar) {
        List<TaskRow> found = new ArrayList<>();
        for (Table table : soFar.dataTables()) {
            int task = -1;
            int owner = -1;
            int deadline = -1;
            if (table.rows().size() < FEWEST_ROWS) {
                continue;
            }
            for (Table.Cell cell : table.rows().get(0).cells()) {
                String head = TimeColumns.text(cell);
                task = task < 0 && TASK.matcher(head).matches() ? cell.column() : task;
                owner = owner < 0 && OWNER.matcher(head).matches() ? cell.column() : owner;
                deadline = deadline < 0 && DEADLINE.matcher(head).matches() ? cell.column() : deadline;
            }
            if (task < 0
                    || owner < 0
                    || table.rows().stream()
                            .skip(1)
                            .flatMap(r -> r.cells().stream())
                            .anyMatch(c -> c.merged() || c.span() > 1)) {
                continue;
            }
            boolean numbered = ORDINAL_HEAD
                    .matcher(TimeColumns.text(table.rows().get(0).cells().get(0)))
                    .matches();
            for (Table.Row row : table.rows().subList(1, table.rows().size())) {
                if (numbered
                        && (at(row, 0) == null
                                || !DIGIT_FIRST
                                        .matcher(TimeColumns.text(at(row, 0)))
                                        .lookingAt())) {
                    continue;
                }
                Table.Cell what = at(row, task);
                Table.Cell who = at(row, owner);
                Table.Cell when = deadline < 0 ? null : at(row, deadline);
                Paragraph place = what == null ? null : first(what);
                if (place != null && who != null) {
                    found.add(new TaskRow(
                            TimeColumns.text(what),
                            TimeColumns.text(who),
                            deadline < 0 ? null : when == null ? "" : TimeColumns.text(when),
                            whole(place)));
                }
            }
        }
        boolean groups = found.stream().filter(r -> r.owner().isEmpty()).count() * 3 > found.size();
        return groups ? List.of() : found;
    }

    /** Columns of plain numbers above a last row "Tổng cộng", in tables whose rows run 1, 2, 3 and hold no sub-totals. */
    static List<Total> totals(Found soFar) {
        List<Total> found = new ArrayList<>();
        for (Table table : soFar.dataTables()) {
            int last = table.rows().size() - 1;
            if (last < FEWEST_ROWS
                    || table.rows().get(last).cells().stream()
                            .noneMatch(c -> TOTAL.matcher(TimeColumns.text(c)).matches())
                    || !runsPlainly(table, last)) {
                continue;
            }
            for (Table.Cell total : table.rows().get(last).cells()) {
                BigDecimal printed = number(total);
                List<BigDecimal> parts =
                        printed == null || total.column() == 0 ? null : parts(table, last, total.column());
                if (parts != null) {
                    found.add(new Total(printed, parts, whole(first(total))));
                }
            }
        }
        return found;
    }

    private static boolean runsPlainly(Table table, int last) {
        int expected = 1;
        for (int r = 0; r < last; r++) {
            Table.Cell ordinal = at(table.rows().get(r), 0);
            String text = ordinal == null
                    ? ""
                    : STOP.matcher(TimeColumns.text(ordinal)).replaceAll("");
            if (text.equals(String.valueOf(expected)) || text.equals("0" + expected)) {
                expected++;
            } else if (expected > 1) {
                return false;
            }
        }
        return expected > 2;
    }

    /** The cells above that are filled; null where one of them is no number, or where there are not several. */
    private static List<BigDecimal> parts(Table table, int last, int column) {
        List<BigDecimal> parts = new ArrayList<>();
        for (int r = 0; r < last; r++) {
            Table.Cell cell = at(table.rows().get(r), column);
            Table.Cell ordinal = at(table.rows().get(r), 0);
            if (ordinal == null || !ORDINAL.matcher(TimeColumns.text(ordinal)).matches()) {
                continue;
            }
            String text = cell == null ? "" : TimeColumns.text(cell);
            BigDecimal value = text.isEmpty() || text.equals("-") ? BigDecimal.ZERO : number(cell);
            if (value == null) {
                return null;
            }
            if (!text.isEmpty()) {
                parts.add(value);
            }
        }
        return parts.size() >= 2 ? parts : null;
    }

    private static BigDecimal number(Table.Cell cell) {
        String text = TimeColumns.text(cell);
        return NUMBER.matcher(text).matches() ? Figures.number(text) : null;
    }

    private static Table.Cell at(Table.Row row, int column) {
        return row.cells().stream()
                .filter(c -> c.column() == column)
                .findFirst()
                .orElse(null);
    }

    private static Paragraph first(Table.Cell cell) {
        return cell.blocks().stream()
                .filter(b -> b instanceof Paragraph p && !p.text().isBlank())
                .map(Paragraph.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Span whole(Paragraph paragraph) {
        String text = paragraph.text();
        int end = text.stripTrailing().length();
        int start = text.length() - text.stripLeading().length();
        return Span.of(paragraph, start, end);
    }
}
