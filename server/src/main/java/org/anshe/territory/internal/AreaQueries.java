package org.anshe.territory.internal;

import static org.anshe.territory.internal.db.Tables.AREA;
import static org.anshe.territory.internal.db.Tables.AREA_CHANGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.anshe.territory.internal.db.tables.Area;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Areas as screens show them: those of the caller's scope, and the areas above it by name. */
@Repository
public class AreaQueries {

    private static final Area BELOW = AREA.as("below");
    private static final Field<Boolean> LEAF = DSL.field(DSL.notExists(DSL.selectOne()
                    .from(BELOW)
                    .where(BELOW.PARENT_KEY.eq(AREA.KEY))
                    .and(BELOW.RETIRED_AT.isNull())))
            .as("leaf");
    private static final List<SelectField<?>> COLUMNS = List.of(
            AREA.KEY,
            AREA.NAME,
            AREA.LEVEL,
            AREA.OFFICIAL_CODE,
            AREA.SORT,
            LEAF,
            AREA.RETIRED_AT,
            AREA.RETIRE_REASON,
            AREA.MERGED_INTO);

    private final DSLContext sql;

    AreaQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One area.
     *
     * @param officialCode 12 digits as published, null for grids
     * @param leaf nothing in use lies below it
     */
    public record Row(
            AreaKey key,
            String name,
            AreaLevel level,
            @Nullable String officialCode,
            int sort,
            boolean leaf,
            @Nullable Instant retiredAt,
            @Nullable String retireReason,
            @Nullable AreaKey mergedInto) {}

    /** One entry of an area's history. */
    public record Change(
            UUID id,
            Instant at,
            String kind,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            String actor) {}

    /** Where the tree of this caller begins: the top of each range of the scope. */
    public List<Row> tops(Scope scope) {
        Condition top = DSL.falseCondition();
        for (Scope.Grant grant : scope.grants()) {
            AreaRange range = grant.areas();
            if (range != null && grant.unit() == null) {
                top = top.or(AREA.KEY.eq(range.first()))
                        .or(AREA.PARENT_KEY.isNull().and(AREA.KEY.between(range.first(), range.last())));
            }
        }
        return select(top.and(AREA.RETIRED_AT.isNull()))
                .orderBy(AREA.SORT, AREA.KEY)
                .fetch(AreaQueries::row);
    }

    /** The areas directly below one, in the order of their numbers. */
    public Page<Row> children(Scope scope, AreaKey parent, boolean retired, PageRequest page) {
        Condition condition = AREA.PARENT_KEY.eq(parent.value()).and(visible(scope));
        if (!retired) {
            condition = condition.and(AREA.RETIRED_AT.isNull());
        }
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(AREA.SORT, AREA.KEY).gt(after.integer(0), after.number(1)));
        }
        var rows = select(condition)
                .orderBy(AREA.SORT, AREA.KEY)
                .limit(page.limit() + 1)
                .fetch(AreaQueries::row);
        return Page.of(rows, page, row -> Cursor.of(row.sort(), row.key()));
    }

    /** Areas by a part of the name or the beginning of the code, shortest names first, since they fit best. */
    public Page<Row> search(Scope scope, String text, boolean retired, PageRequest page) {
        Field<Integer> length = DSL.length(AREA.NAME);
        Condition condition = matches(text).and(ScopeCondition.within(scope, AREA.KEY));
        if (!retired) {
            condition = condition.and(AREA.RETIRED_AT.isNull());
        }
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(length, AREA.KEY).gt(after.integer(0), after.number(1)));
        }
        var rows = select(condition)
                .orderBy(length, AREA.KEY)
                .limit(page.limit() + 1)
                .fetch(AreaQueries::row);
        return Page.of(
                rows,
                page,
                row -> Cursor.of(row.name().codePointCount(0, row.name().length()), row.key()));
    }

    /** The area, when it lies in the scope or above it. */
    public Optional<Row> find(Scope scope, AreaKey key) {
        return select(AREA.KEY.eq(key.value()).and(visible(scope))).fetchOptional(AreaQueries::row);
    }

    /** What happened to an area, newest first; only for areas inside the scope. */
    public List<Change> changes(Scope scope, AreaKey key) {
        return sql.select(
                        AREA_CHANGE.ID,
                        AREA_CHANGE.AT,
                        AREA_CHANGE.KIND,
                        AREA_CHANGE.BEFORE,
                        AREA_CHANGE.AFTER,
                        AREA_CHANGE.REASON,
                        AREA_CHANGE.PERSON_NAME)
                .from(AREA_CHANGE)
                .where(AREA_CHANGE.AREA_KEY.eq(key.value()))
                .and(ScopeCondition.within(scope, AREA_CHANGE.AREA_KEY))
                .orderBy(AREA_CHANGE.AT.desc(), AREA_CHANGE.ID.desc())
                .limit(200)
                .fetch(Records.mapping(Change::new));
    }

    private org.jooq.SelectConditionStep<Record> select(Condition condition) {
        return sql.select(COLUMNS).from(AREA).where(condition);
    }

    private static Condition matches(String text) {
        Condition byName = AREA.NAME.contains(text);
        if (!text.matches("[1-9][0-9]{1,18}")) {
            return byName;
        }
        int open = 19 - text.length();
        return byName.or(AREA.KEY.between(Long.parseLong(text + "0".repeat(open)), last(text + "9".repeat(open))));
    }

    private static long last(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Inside the scope, or above one of its ranges. */
    private static Condition visible(Scope scope) {
        List<Long> above = scope.grants().stream()
                .map(Scope.Grant::areas)
                .filter(range -> range != null)
                .flatMap(range -> AreaDirectory.chain(new AreaKey(range.first())).stream())
                .map(AreaKey::value)
                .distinct()
                .toList();
        return ScopeCondition.within(scope, AREA.KEY).or(AREA.KEY.in(above));
    }

    private static Row row(Record row) {
        Long merged = row.get(AREA.MERGED_INTO);
        return new Row(
                new AreaKey(row.get(AREA.KEY)),
                row.get(AREA.NAME),
                AreaLevel.valueOf(row.get(AREA.LEVEL)),
                row.get(AREA.OFFICIAL_CODE),
                row.get(AREA.SORT),
                row.get(LEAF),
                row.get(AREA.RETIRED_AT),
                row.get(AREA.RETIRE_REASON),
                merged == null ? null : new AreaKey(merged));
    }
}
