package org.anshe.report.internal;

import static org.anshe.report.internal.db.published.territory.Tables.PUB_AREA;

import java.util.List;
import java.util.Optional;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The areas figures are divided by. */
@Repository
class AreaQueries {

    private final DSLContext sql;

    AreaQueries(DSLContext sql) {
        this.sql = sql;
    }

    record Child(AreaKey key, String name) {}

    /** Areas directly below that are in use, in the order of their keys. */
    List<Child> children(Scope scope, AreaKey parent) {
        return sql.select(PUB_AREA.KEY, PUB_AREA.NAME)
                .from(PUB_AREA)
                .where(ScopeCondition.within(scope, PUB_AREA.KEY))
                .and(PUB_AREA.PARENT_KEY.eq(parent.value()))
                .and(PUB_AREA.RETIRED_AT.isNull())
                .orderBy(PUB_AREA.KEY)
                .fetch(row -> new Child(new AreaKey(row.value1()), row.value2()));
    }

    /** From the first to the last street and what lies below, within the scope; empty when none is registered. */
    Optional<AreaRange> extent(Scope scope) {
        return sql.select(DSL.min(PUB_AREA.KEY), DSL.max(PUB_AREA.KEY))
                .from(PUB_AREA)
                .where(ScopeCondition.within(scope, PUB_AREA.KEY))
                .and(PUB_AREA.LEVEL.notIn("PROVINCE", "CITY", "DISTRICT"))
                .and(PUB_AREA.RETIRED_AT.isNull())
                .fetchOptional()
                .filter(row -> row.value1() != null)
                .map(row -> new AreaRange(row.value1(), row.value2()));
    }
}
