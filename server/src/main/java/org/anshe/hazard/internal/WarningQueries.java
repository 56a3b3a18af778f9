package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.WARNING;
import static org.anshe.hazard.internal.db.Tables.WARNING_HAZARD;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.internal.WarningRepository.Warning;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.anshe.territory.Areas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Early warnings as they are listed, newest first. */
@Repository
class WarningQueries {

    private final DSLContext sql;
    private final Areas areas;

    WarningQueries(DSLContext sql, Areas areas) {
        this.sql = sql;
        this.areas = areas;
    }

    Page<Warning> list(
            Scope scope, Set<WarningState> states, @Nullable AreaKey area, @Nullable UUID unit, PageRequest page) {
        Condition condition = DSL.and(
                ScopeCondition.within(scope, WARNING.AREA_KEY, WARNING.UNIT_ID),
                states.isEmpty()
                        ? DSL.noCondition()
                        : WARNING.STATE.in(states.stream().map(Enum::name).toList()),
                area == null ? DSL.noCondition() : AreaCondition.within(areas.rangesOf(area), WARNING.AREA_KEY),
                unit == null ? DSL.noCondition() : WARNING.UNIT_ID.eq(unit));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition =
                    condition.and(DSL.row(WARNING.RAISED_AT, WARNING.ID).lt(DSL.row(after.instant(0), after.uuid(1))));
        }
        List<Warning> rows = sql.selectFrom(WARNING)
                .where(condition)
                .orderBy(WARNING.RAISED_AT.desc(), WARNING.ID.desc())
                .limit(page.limit() + 1)
                .fetch(WarningRepository::warning);
        return Page.of(rows, page, row -> Cursor.of(row.raisedAt(), row.id()));
    }

    Optional<Warning> find(Scope scope, UUID id) {
        return sql.selectFrom(WARNING)
                .where(WARNING.ID.eq(id))
                .and(ScopeCondition.within(scope, WARNING.AREA_KEY, WARNING.UNIT_ID))
                .fetchOptional(WarningRepository::warning);
    }

    List<Warning> byIds(Scope scope, Collection<UUID> ids) {
        return sql.selectFrom(WARNING)
                .where(WARNING.ID.in(ids))
                .and(ScopeCondition.within(scope, WARNING.AREA_KEY, WARNING.UNIT_ID))
                .fetch(WarningRepository::warning);
    }

    /** The hazards it counted; all of them are the unit's, whoever sees the warning may see that they are. */
    @WithoutScope("of a warning that was found within the scope")
    List<Counted> hazards(UUID warning) {
        return sql.select(HAZARD.ID, HAZARD.NUMBER, HAZARD.DESCRIPTION, HAZARD.STATE)
                .from(WARNING_HAZARD)
                .join(HAZARD)
                .on(HAZARD.ID.eq(WARNING_HAZARD.HAZARD_ID))
                .where(WARNING_HAZARD.WARNING_ID.eq(warning))
                .orderBy(HAZARD.REPORTED_AT.desc(), HAZARD.ID)
                .fetch(org.jooq.Records.mapping(Counted::new));
    }

    /** One of the hazards a warning is about. */
    record Counted(UUID id, String number, String description, String state) {}
}
