package org.anshe.report.internal;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Adds settled hazards up by month; what is added up leaves the list in the same statement. */
@Repository
class HazardMonthRepository {

    private static final long LOCK = 4_207_511L;

    private final DSLContext sql;

    HazardMonthRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Folds what happened before the moment; 0 when another server is at it or there is nothing. */
    long fold(Instant until) {
        boolean alone = Boolean.TRUE.equals(
                sql.select(DSL.field("pg_try_advisory_xact_lock({0})", Boolean.class, DSL.inline(LOCK)))
                        .fetchSingle()
                        .value1());
        return alone
                ? sql.select(DSL.field("report.fold_hazards({0})", Long.class, DSL.val(until)))
                        .fetchSingle()
                        .value1()
                : 0;
    }
}
