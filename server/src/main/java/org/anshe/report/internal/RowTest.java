package org.anshe.report.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of an indicator on a column of its source. The vocabulary is closed: whatever an indicator says can be
 * turned into SQL for its number and for its rows by the same builder.
 */
record RowTest(String column, Op op, List<String> values) {

    RowTest(String column, Op op, @Nullable List<String> values) {
        this.column = column;
        this.op = op;
        this.values = values == null ? List.of() : List.copyOf(values);
        boolean right = op == Op.ABOVE ? this.values.size() == 1 : op.takesValues() != this.values.isEmpty();
        if (!right) {
            throw new IllegalArgumentException(op + " on " + column + " has the wrong number of values");
        }
    }

    enum Op {
        IN,
        NOT_IN,
        TRUE,
        SET,
        NOT_SET,
        /** Greater than a number. */
        ABOVE,
        /** Dated before the end of the period: it had happened by then. */
        BEFORE_END,
        /** Not dated, or dated at the end of the period or after it: it had not happened by then. */
        NOT_BEFORE_END;

        boolean takesValues() {
            return this == IN || this == NOT_IN || this == ABOVE;
        }
    }
}
