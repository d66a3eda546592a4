package org.planlint.text;

import java.util.List;

/**
 * A table, its cells in reading order.
 *
 * @param ruled whether it has drawn lines; a table without them only places text side by side. Null where unknown
 */
public record Table(List<Row> rows, Boolean ruled) implements Block {
    public Table {
        rows = List.copyOf(rows);
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param column 0-based column at which the cell starts
     * @param span   columns that it covers
     * @param merged whether it goes on the cell above
     */
    public record Cell(int column, int span, boolean merged, List<Block> blocks) {
        public Cell {
            blocks = List.copyOf(blocks);
        }
    }
}
