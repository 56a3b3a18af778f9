package org.anshe.shared.table;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one row of an imported table, so that a person can find the cell and mend it.
 *
 * @param row as the spreadsheet counts: the heading is 1
 * @param column heading of the column, null when the row as a whole is wrong
 * @param code kind of error, for example {@code code-unknown}; the interface words it and says what to do
 * @param value what stood there, null when it was empty
 */
public record RowError(
        int row,
        @Nullable String column,
        String code,
        @Nullable String value) {

    /** The error of a cell: the value is taken from the row. */
    public static RowError of(TableRow row, String column, String code) {
        String value = row.get(column);
        return new RowError(row.number(), column, code, value.isEmpty() ? null : value);
    }
}
