package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.UNIT;
import static org.anshe.organisation.internal.db.Tables.UNIT_NAME;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.internal.db.tables.Unit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Units as screens show them: those of the caller's scope, and the offices of the areas above, since tasks are led and
 * assisted by them.
 */
@Repository
public class UnitQueries {

    private static final Unit ABOVE = UNIT.as("above");
    private static final List<SelectField<?>> COLUMNS = List.of(
            UNIT.ID,
            UNIT.NAME,
            UNIT.KIND,
            UNIT.AREA_KEY,
            UNIT.PARENT_ID,
            ABOVE.NAME,
            UNIT.CREDIT_CODE,
            UNIT.PHONE,
            UNIT.RETIRED_AT,
            UNIT.RETIRE_REASON,
            UNIT.VERSION);

    private final DSLContext sql;

    UnitQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What to look for; null members do not restrict. No {@code areas} are all of them. */
    public record Filter(
            @Nullable String text,
            List<Kind> kinds,
            List<AreaRange> areas,
            @Nullable UUID parent,
            boolean retired) {}

    /** One unit. */
    public record Row(
            UUID id,
            String name,
            Kind kind,
            AreaKey area,
            @Nullable UUID parentId,
            @Nullable String parentName,
            @Nullable String creditCode,
            @Nullable String phone,
            @Nullable Instant retiredAt,
            @Nullable String retireReason,
            int version) {}

    /** Units by name. */
    public Page<Row> list(Scope scope, Filter filter, PageRequest page) {
        Condition condition = visible(scope).and(matches(filter));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            String name = after.decoded(0);
            condition = condition.and(DSL.row(UNIT.NAME, UNIT.ID).gt(name, after.uuid(1)));
        }
        var rows = select(condition)
                .orderBy(UNIT.NAME, UNIT.ID)
                .limit(page.limit() + 1)
                .fetch(UnitQueries::row);
        return Page.of(rows, page, row -> Cursor.of(Cursor.encoded(row.name()), row.id()));
    }

    public Optional<Row> find(Scope scope, UUID id) {
        return select(UNIT.ID.eq(id).and(visible(scope))).fetchOptional(UnitQueries::row);
    }

    private SelectConditionStep<Record> select(Condition condition) {
        return sql.select(COLUMNS)
                .from(UNIT)
                .leftJoin(ABOVE)
                .on(ABOVE.ID.eq(UNIT.PARENT_ID))
                .where(condition);
    }

    private static Condition matches(Filter filter) {
        Condition condition = filter.retired() ? DSL.noCondition() : UNIT.RETIRED_AT.isNull();
        if (filter.text() != null) {
            condition = condition.and(DSL.exists(DSL.selectOne()
                            .from(UNIT_NAME)
                            .where(UNIT_NAME.UNIT_ID.eq(UNIT.ID))
                            .and(UNIT_NAME.NAME.contains(filter.text())))
                    .or(UNIT.CREDIT_CODE.eq(filter.text().strip().toUpperCase(Locale.ROOT))));
        }
        if (!filter.kinds().isEmpty()) {
            condition = condition.and(
                    UNIT.KIND.in(filter.kinds().stream().map(Kind::name).toList()));
        }
        if (!filter.areas().isEmpty()) {
            condition = condition.and(AreaCondition.within(filter.areas(), UNIT.AREA_KEY));
        }
        if (filter.parent() != null) {
            condition = condition.and(UNIT.PARENT_ID.eq(filter.parent()));
        }
        return condition;
    }

    /** Whether the whole record may be read, not only the name. */
    static Condition inScope(Scope scope) {
        return ScopeCondition.within(scope, UNIT.AREA_KEY, UNIT.ID);
    }

    private static Condition visible(Scope scope) {
        Field<Long> area = UNIT.AREA_KEY;
        List<Long> above = scope.grants().stream()
                .map(Scope.Grant::areas)
                .filter(range -> range != null)
                .flatMap(range -> UnitDirectory.chain(new AreaKey(range.first())).stream())
                .map(AreaKey::value)
                .distinct()
                .toList();
        return inScope(scope).or(area.in(above).and(UNIT.KIND.ne(Kind.ENTERPRISE.name())));
    }

    private static Row row(Record row) {
        return new Row(
                row.get(UNIT.ID),
                row.get(UNIT.NAME),
                Kind.valueOf(row.get(UNIT.KIND)),
                new AreaKey(row.get(UNIT.AREA_KEY)),
                row.get(UNIT.PARENT_ID),
                row.get(ABOVE.NAME),
                row.get(UNIT.CREDIT_CODE),
                row.get(UNIT.PHONE),
                row.get(UNIT.RETIRED_AT),
                row.get(UNIT.RETIRE_REASON),
                row.get(UNIT.VERSION));
    }
}
