package org.anshe.report.internal;

import static org.anshe.report.internal.db.published.hazard.Tables.PUB_HAZARD;
import static org.anshe.report.internal.db.published.organisation.Tables.PUB_UNIT;
import static org.anshe.report.internal.db.published.territory.Tables.PUB_AREA;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Scope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The hazards behind "overdue", longest overdue first. */
@Repository
public class OverdueQueries {

    private final DSLContext sql;

    OverdueQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A hazard past its deadline. */
    public record Overdue(
            UUID id,
            String number,
            String domain,
            String grade,
            AreaKey area,
            @Nullable String areaName,
            @Nullable String unitName,
            Instant dueAt) {}

    List<Overdue> list(Scope scope, AreaSelection area, Question question, int limit) {
        Source source = Source.of(question.indicator());
        planForTheseValues();
        return sql.select(
                        PUB_HAZARD.ID,
                        PUB_HAZARD.NUMBER,
                        PUB_HAZARD.DOMAIN,
                        PUB_HAZARD.GRADE,
                        PUB_HAZARD.AREA_KEY,
                        PUB_AREA.NAME,
                        PUB_UNIT.NAME,
                        PUB_HAZARD.DUE_AT)
                .from(PUB_HAZARD)
                .leftJoin(PUB_AREA)
                .on(PUB_AREA.KEY.eq(PUB_HAZARD.AREA_KEY))
                .leftJoin(PUB_UNIT)
                .on(PUB_UNIT.ID.eq(PUB_HAZARD.UNIT_ID))
                .where(RowConditionQueries.visible(source, scope, area))
                .and(IndicatorQueries.condition(question, area))
                .and(found(question.span()))
                .orderBy(PUB_HAZARD.DUE_AT, PUB_HAZARD.ID)
                .limit(limit)
                .fetch(row -> new Overdue(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        new AreaKey(row.value5()),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    /**
     * Until the end of the transaction. A plan for any moment does not know how few rows lie on both sides of one, and
     * reads all of the area: 230 ms instead of 15 where ten million hazards lie.
     */
    private void planForTheseValues() {
        sql.select(DSL.field("set_config('plan_cache_mode', 'force_custom_plan', true)", String.class))
                .fetch();
    }

    /** What indexes find: what is overdue now is open; what was at a moment is open still, or was settled late after it. */
    private static Condition found(Span span) {
        Condition open = DSL.condition(PUB_HAZARD.OPEN);
        if (span.holdsToday()) {
            return open;
        }
        Field<Instant> settled = DSL.greatest(PUB_HAZARD.CLOSED_AT, PUB_HAZARD.REJECTED_AT);
        Condition late = DSL.not(open)
                .and(PUB_HAZARD.DUE_AT.lt(settled))
                .and(DSL.condition(
                        "tstzrange({0}, greatest({0}, {1}, {2}), '[]') @> {3}",
                        PUB_HAZARD.DUE_AT, PUB_HAZARD.CLOSED_AT, PUB_HAZARD.REJECTED_AT, DSL.val(span.end())));
        return open.or(late);
    }
}
