package org.anshe.shared.sql;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import org.jooq.BindContext;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A statement whose text is made once and that runs with other values each time. Making the text takes jOOQ longer
 * than sending it, which only the statements feel that every request or every step of a hazard runs; everything else
 * is plain jOOQ.
 *
 * <p>Its values stand at the places of named parameters ({@code DSL.param}), in their order in the text.
 */
public final class FixedStatement {

    private final DSLContext sql;
    private final JdbcOperations jdbc;
    private final String text;
    private final List<Param<?>> places;
    private final long open;
    private final Field<?>[] fields;

    FixedStatement(DSLContext sql, JdbcOperations jdbc, Query statement) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.text = sql.render(statement);
        this.places = List.copyOf(sql.extractParams(statement).values());
        this.open = places.stream().filter(FixedStatement::isOpen).count();
        this.fields = columns(statement);
    }

    /** Columns as they were selected: a selection's own fields are those of a table it would be, told apart by name only. */
    private static Field<?>[] columns(Query statement) {
        return switch (statement) {
            case Select<?> select -> select.getSelect().toArray(Field<?>[]::new);
            case ResultQuery<?> query -> query.fields();
            default -> new Field<?>[0];
        };
    }

    /** How many rows it changed. */
    public int execute(@Nullable Object... values) {
        Integer rows = jdbc.execute(text, (PreparedStatement statement) -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
        return rows == null ? 0 : rows;
    }

    public Result<Record> fetch(@Nullable Object... values) {
        Result<Record> rows = jdbc.execute(text, (PreparedStatement statement) -> {
            bind(statement, values);
            try (var found = statement.executeQuery()) {
                return sql.fetch(found, fields);
            }
        });
        return rows == null ? sql.newResult(fields) : rows;
    }

    /**
     * The columns of a row that are those of the table, which come first and in the table's order, as its record. Asking
     * for them by name would compare each column with all others.
     */
    public static <R extends TableRecord<R>> R leading(Table<R> table, Record row) {
        R record = table.newRecord();
        record.fromArray(Arrays.copyOf(row.intoArray(), record.size()));
        return record;
    }

    private void bind(PreparedStatement statement, @Nullable Object[] values) {
        if (values.length != open) {
            throw new IllegalArgumentException(values.length + " values for " + open + " places in " + text);
        }
        BindContext bound = sql.bindContext(statement);
        int next = 0;
        for (Param<?> place : places) {
            bound.bindValue(isOpen(place) ? values[next++] : place.getValue(), place);
        }
    }

    private static boolean isOpen(Param<?> place) {
        return place.getParamName() != null;
    }
}
