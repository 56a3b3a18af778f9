package org.anshe.shared.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row below the heading.
 *
 * @param number as the spreadsheet counts: the heading is 1
 * @param cells in the order of the file, without surrounding blanks; dates as {@code 2026-06-01} or {@code
 *     2026-06-01T10:30:00}, numbers without exponent
 * @param columns position of each column by its heading
 */
public record TableRow(int number, List<String> cells, Map<String, Integer> columns) {

    /** The cell under a heading; empty when the cell or the whole column is missing. */
    public String get(String column) {
        Integer at = columns.get(column);
        return at == null || at >= cells.size() ? "" : cells.get(at);
    }

    public Optional<String> find(String column) {
        String value = get(column);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
