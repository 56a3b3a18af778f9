package org.anshe.shared.sql;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Statements that run many times a second, each with a text made once: those said in advance, and the writing of rows,
 * whose text depends only on the columns that were set.
 */
@Component
public class FrequentSql {

    private final DSLContext sql;
    private final JdbcOperations jdbc;
    private final Map<Shape, FixedStatement> statements = new ConcurrentHashMap<>();

    FrequentSql(DSLContext sql, JdbcOperations jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    private enum Kind {
        INSERT,
        INSERT_IF_NEW,
        UPSERT,
        UPDATE,
        DELETE
    }

    private record Shape(Kind kind, Class<?> row, BitSet columns, BitSet where) {}

    public FixedStatement prepare(Query statement) {
        return new FixedStatement(sql, jdbc, statement);
    }

    /** Adds a row of the columns that were set. */
    public void insert(TableRecord<?> row) {
        run(Kind.INSERT, row, null);
    }

    /** Adds a row; false when there is one with its primary key. */
    public boolean insertIfNew(TableRecord<?> row) {
        return run(Kind.INSERT_IF_NEW, row, null) > 0;
    }

    /** Adds a row, or sets these columns of the one with its primary key. */
    public void upsert(TableRecord<?> row) {
        run(Kind.UPSERT, row, null);
    }

    /** Sets columns of the rows that have the values of {@code where}; how many there were. */
    public <R extends TableRecord<R>> int update(R row, R where) {
        return run(Kind.UPDATE, row, where);
    }

    /** Removes the rows that have these values. */
    public void delete(TableRecord<?> where) {
        run(Kind.DELETE, where, null);
    }

    private int run(Kind kind, TableRecord<?> row, @Nullable TableRecord<?> where) {
        Shape shape = new Shape(kind, row.getClass(), set(row), where == null ? new BitSet() : set(where));
        FixedStatement statement = statements.get(shape);
        if (statement == null) {
            statement = statements.computeIfAbsent(shape, fresh -> prepare(made(fresh, row.getTable())));
        }
        List<@Nullable Object> values = new ArrayList<>();
        shape.columns().stream().forEach(column -> values.add(row.get(column)));
        if (where != null) {
            shape.where().stream().forEach(column -> values.add(where.get(column)));
        }
        return statement.execute(values.toArray());
    }

    private static BitSet set(TableRecord<?> row) {
        BitSet set = new BitSet(row.size());
        for (int column = 0; column < row.size(); column++) {
            set.set(column, row.touched(column));
        }
        return set;
    }

    private Query made(Shape shape, Table<?> table) {
        return switch (shape.kind()) {
            case INSERT -> sql.insertInto(table).set(places(table, shape.columns()));
            case INSERT_IF_NEW ->
                sql.insertInto(table)
                        .set(places(table, shape.columns()))
                        .onConflict(key(table))
                        .doNothing();
            case UPSERT ->
                sql.insertInto(table)
                        .set(places(table, shape.columns()))
                        .onConflict(key(table))
                        .doUpdate()
                        .set(excluded(table, shape.columns()));
            case UPDATE -> sql.update(table).set(places(table, shape.columns())).where(equal(table, shape.where()));
            case DELETE -> sql.deleteFrom(table).where(equal(table, shape.columns()));
        };
    }

    private static Map<Field<?>, Object> places(Table<?> table, BitSet columns) {
        Map<Field<?>, Object> places = new LinkedHashMap<>();
        columns.stream().mapToObj(table::field).forEach(field -> places.put(field, place(field, "")));
        return places;
    }

    private static Condition equal(Table<?> table, BitSet columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Which rows of " + table + "?");
        }
        return DSL.and(
                columns.stream().mapToObj(table::field).map(FrequentSql::equal).toList());
    }

    private static <T> Condition equal(Field<T> field) {
        return field.eq(place(field, "where_"));
    }

    private static <T> Field<T> place(Field<T> field, String prefix) {
        return DSL.param(prefix + field.getName(), field);
    }

    private static Map<Field<?>, Object> excluded(Table<?> table, BitSet columns) {
        List<? extends Field<?>> key = key(table);
        Map<Field<?>, Object> excluded = new LinkedHashMap<>();
        columns.stream()
                .mapToObj(table::field)
                .filter(field -> !key.contains(field))
                .forEach(field -> excluded.put(field, DSL.excluded(field)));
        return excluded;
    }

    private static List<? extends Field<?>> key(Table<?> table) {
        return requireNonNull(table.getPrimaryKey(), "a table with a primary key")
                .getFields();
    }
}
