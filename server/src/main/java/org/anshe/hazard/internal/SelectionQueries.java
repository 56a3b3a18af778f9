package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardLedger.Counts;
import org.anshe.hazard.HazardLedger.Named;
import org.anshe.hazard.HazardLedger.Selection;
import org.anshe.hazard.HazardLedger.Standing;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.LedgerQueries.LedgerRow;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.Cursor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Hazards that belong to the tables of other modules. */
@Repository
class SelectionQueries {

    private final DSLContext sql;
    private final HazardQueries hazards;
    private final Clock clock;

    SelectionQueries(DSLContext sql, HazardQueries hazards, Clock clock) {
        this.sql = sql;
        this.hazards = hazards;
        this.clock = clock;
    }

    Page<LedgerRow> page(Scope scope, Selection selection, PageRequest page) {
        Condition condition = matches(scope, selection);
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition =
                    condition.and(DSL.row(HAZARD.REPORTED_AT, HAZARD.ID).gt(DSL.row(after.instant(0), after.uuid(1))));
        }
        List<LedgerRow> rows = sql.selectFrom(HAZARD)
                .where(condition)
                .orderBy(HAZARD.REPORTED_AT, HAZARD.ID)
                .limit(page.limit() + 1)
                .fetch(LedgerQueries::row);
        return Page.of(
                rows,
                page,
                row -> Cursor.of(row.hazard().reportedAt(), row.hazard().id()));
    }

    Counts count(Scope scope, Selection selection) {
        Field<Integer> all = DSL.count();
        Field<Integer> opened = DSL.count().filterWhere(is(Standing.OPEN));
        Field<Integer> overdue = DSL.count().filterWhere(is(Standing.OVERDUE));
        return sql.select(all, opened, overdue)
                .from(HAZARD)
                .where(matches(scope, selection))
                .fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3()));
    }

    List<Named> named(Scope scope, @Nullable AreaKey area, Collection<UUID> ids) {
        return sql.select(HAZARD.ID, HAZARD.NUMBER, HAZARD.DESCRIPTION, HAZARD.STATE)
                .from(HAZARD)
                .where(HAZARD.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(hazards.within(scope, area))
                .orderBy(HAZARD.NUMBER, HAZARD.ID)
                .fetch(row -> new Named(row.value1(), row.value2(), row.value3(), HazardStatus.valueOf(row.value4())));
    }

    private Condition matches(Scope scope, Selection selection) {
        Condition within = hazards.within(scope, selection.area());
        Condition condition = within.and(
                        HAZARD.STATE.notIn(HazardStatus.REJECTED.name(), HazardStatus.DUPLICATE.name()))
                .and(belongs(selection, within));
        if (!selection.leftOut().isEmpty()) {
            condition = condition.and(HAZARD.ID.ne(DSL.all(ids(selection.leftOut()))));
        }
        Standing standing = selection.standing();
        return standing == null ? condition : condition.and(is(standing));
    }

    private Condition is(Standing standing) {
        Condition open = DSL.condition(HAZARD.OPEN);
        return switch (standing) {
            case OPEN -> open;
            case OVERDUE -> open.and(HAZARD.DUE_AT.lt(clock.instant()));
            case SETTLED -> DSL.not(open);
        };
    }

    /** Each way in carries what an index needs, so that the ways are looked up side by side. */
    private static Condition belongs(Selection selection, Condition within) {
        Condition ways = DSL.falseCondition();
        if (selection.sourceId() != null) {
            ways = ways.or(HAZARD.SOURCE_ID.eq(selection.sourceId()));
        }
        if (!selection.takenIn().isEmpty()) {
            ways = ways.or(HAZARD.ID.eq(DSL.any(ids(selection.takenIn()))));
        }
        return selection.byRule() ? ways.or(within.and(rule(selection))) : ways;
    }

    private static Condition rule(Selection selection) {
        return DSL.and(
                selection.from() == null ? DSL.noCondition() : HAZARD.REPORTED_AT.ge(selection.from()),
                selection.before() == null ? DSL.noCondition() : HAZARD.REPORTED_AT.lt(selection.before()),
                selection.domains().isEmpty() ? DSL.noCondition() : HAZARD.DOMAIN.in(selection.domains()),
                selection.grade() == null
                        ? DSL.noCondition()
                        : HAZARD.GRADE.eq(selection.grade().name()));
    }

    private static UUID[] ids(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
