package org.anshe.shared.table;

import org.anshe.shared.ProblemType;

/** Why a whole file is refused. What is wrong with single rows is a {@link RowError}. */
public enum TableProblem implements ProblemType {
    UNREADABLE("table-unreadable", 400, "The file is neither CSV nor an Excel workbook (.xlsx)"),
    OLD_EXCEL("table-old-excel", 400, "The file is an old Excel workbook (.xls); save it as .xlsx"),
    EMPTY("table-empty", 400, "The file holds no rows below its heading"),
    COLUMNS_MISSING("table-columns-missing", 400, "The heading lacks columns"),
    COLUMN_TWICE("table-column-twice", 400, "The heading names a column twice"),
    TOO_LARGE("table-too-large", 413, "The workbook unpacks to more than is taken"),
    ROWS_BAD("table-rows-bad", 422, "Some rows are wrong; nothing was saved");

    private final String slug;
    private final int status;
    private final String title;

    TableProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "shared";
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
