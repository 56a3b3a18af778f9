package org.anshe.report.internal;

import static org.anshe.report.internal.db.published.organisation.Tables.PUB_UNIT;
import static org.anshe.report.internal.db.published.register.Tables.PUB_OBJECT;
import static org.anshe.report.internal.db.published.territory.Tables.PUB_AREA;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows behind a number, newest first. */
@Repository
public class IndicatorRowQueries {

    private final DSLContext sql;

    IndicatorRowQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One row that was counted.
     *
     * @param label what names it: a number, a title, or the object it is about
     * @param unitName of the unit that holds it, null for none
     * @param facts the columns its list shows, as text; dates and moments in ISO form
     * @param path of its page in the console, null when it has none
     */
    public record Row(
            String id,
            @Nullable String label,
            AreaKey area,
            @Nullable String areaName,
            @Nullable String unitName,
            Map<String, @Nullable String> facts,
            @Nullable String path) {}

    Page<Row> list(Scope scope, AreaSelection area, Question question, PageRequest page) {
        Source source = Source.of(question.indicator());
        Field<?> id = RowConditionQueries.column(source, source.id());
        Condition visible = RowConditionQueries.visible(source, scope, area);
        Condition counted = IndicatorQueries.condition(question, area);
        String dateName = question.indicator().period().column();
        Field<?> date = dateName == null ? id : RowConditionQueries.column(source, dateName);
        List<SortField<?>> order = dateName == null ? List.of(id.desc()) : List.of(date.desc(), id.desc());
        List<Record> rows =
                new ArrayList<>(sql.select(RowConditionQueries.table(source).fields())
                        .from(RowConditionQueries.table(source))
                        .where(visible)
                        .and(counted)
                        .and(after(page, date, id, dateName != null))
                        .orderBy(order)
                        .limit(page.limit() + 1)
                        .fetch());
        Page<Record> records = Page.of(
                rows, page, row -> dateName == null ? Cursor.of(row.get(id)) : Cursor.of(row.get(date), row.get(id)));
        return new Page<>(named(scope, source, records.items()), records.next(), null);
    }

    /** Refuses filters that the indicator does not have or that cannot be read. */
    static void requireAnswerable(Question question, AreaSelection area) {
        IndicatorQueries.condition(question, area);
    }

    private static Condition after(PageRequest page, Field<?> date, Field<?> id, boolean dated) {
        if (page.after() == null) {
            return DSL.noCondition();
        }
        Cursor cursor = Cursor.parse(page.after(), dated ? 2 : 1);
        try {
            return dated ? before(date, id, cursor) : less(id, cursor.text(0));
        } catch (DateTimeException | IllegalArgumentException e) {
            ProblemException refusal = new ProblemException(SharedProblem.BAD_CURSOR);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static <D, I> Condition before(Field<D> date, Field<I> id, Cursor cursor) {
        return DSL.row(date, id)
                .lt(RowConditionQueries.typed(date, cursor.text(0)), RowConditionQueries.typed(id, cursor.text(1)));
    }

    private static <T> Condition less(Field<T> field, String value) {
        return field.lt(RowConditionQueries.typed(field, value));
    }

    /** Puts names to the areas, units and objects of one page: three short queries. */
    private List<Row> named(Scope scope, Source source, List<Record> records) {
        Map<Long, String> areas = names(PUB_AREA.KEY, PUB_AREA.NAME, values(records, source.area(), Long.class));
        Map<UUID, String> units = names(PUB_UNIT.ID, PUB_UNIT.NAME, values(records, source.unit(), UUID.class));
        Map<UUID, String> objects = objects(scope, values(records, source.object(), UUID.class));
        return records.stream()
                .map(record -> {
                    Long area = record.get(source.area(), Long.class);
                    return new Row(
                            String.valueOf(record.get(source.id())),
                            source.label().isEmpty()
                                    ? name(objects, record, source.object())
                                    : text(record, source.label()),
                            new AreaKey(area),
                            areas.get(area),
                            name(units, record, source.unit()),
                            facts(source, record, objects),
                            path(source, record));
                })
                .toList();
    }

    private static Map<String, @Nullable String> facts(Source source, Record record, Map<UUID, String> objects) {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        if (!source.object().isEmpty() && !source.label().isEmpty()) {
            facts.put("object", name(objects, record, source.object()));
        }
        source.shown().forEach(column -> facts.put(column, text(record, column)));
        return facts;
    }

    private static @Nullable String name(Map<UUID, String> names, Record record, String column) {
        UUID id = column.isEmpty() ? null : record.get(column, UUID.class);
        return id == null ? null : names.get(id);
    }

    private <K> Map<K, String> names(TableField<?, K> id, TableField<?, String> name, Set<K> keys) {
        return keys.isEmpty()
                ? Map.of()
                : sql.select(id, name).from(id.getTable()).where(id.in(keys)).fetchMap(id, name);
    }

    /** Names of objects that the scope holds; a task of mine may be about an object that has moved away. */
    private Map<UUID, String> objects(Scope scope, Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.select(PUB_OBJECT.ID, PUB_OBJECT.NAME)
                        .from(PUB_OBJECT)
                        .where(PUB_OBJECT.ID.in(ids))
                        .and(ScopeCondition.within(scope, PUB_OBJECT.AREA_KEY, PUB_OBJECT.UNIT_ID))
                        .fetchMap(PUB_OBJECT.ID, PUB_OBJECT.NAME);
    }

    private static <T> Set<T> values(List<Record> records, String column, Class<T> type) {
        Set<T> values = new LinkedHashSet<>();
        if (!column.isEmpty()) {
            records.forEach(record -> {
                T value = record.get(column, type);
                if (value != null) {
                    values.add(value);
                }
            });
        }
        return values;
    }

    private static @Nullable String text(Record record, String column) {
        Object value = record.get(column);
        return value == null ? null : value.toString();
    }

    private static @Nullable String path(Source source, Record record) {
        if (source.path().isEmpty()) {
            return null;
        }
        String path = source.path();
        for (Field<?> field : record.fields()) {
            path = path.replace("{" + field.getName() + "}", String.valueOf(record.get(field)));
        }
        return path;
    }
}
