package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.sql.Cursor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Hazards with everything a ledger prints, newest first. */
@Repository
class LedgerQueries {

    private final DSLContext sql;
    private final HazardQueries hazards;

    LedgerQueries(DSLContext sql, HazardQueries hazards) {
        this.sql = sql;
        this.hazards = hazards;
    }

    /** A row of the list with what the ledger adds. */
    record LedgerRow(
            ListedHazard hazard,
            @Nullable String measure,
            @Nullable String responsible,
            @Nullable Boolean fundingNeeded,
            @Nullable BigDecimal fundingAmount,
            @Nullable String contingency,
            @Nullable Instant submittedAt,
            @Nullable Instant closedAt,
            @Nullable Boolean closedInTime) {}

    /** Whether more rows match than this; looks no further than one beyond. */
    boolean moreThan(Caller caller, HazardFilter filter, int most) {
        return sql.fetchExists(DSL.select(HAZARD.ID)
                .from(HAZARD)
                .where(exportable(caller, filter))
                .limit(1)
                .offset(most));
    }

    Page<LedgerRow> page(Caller caller, HazardFilter filter, PageRequest page) {
        Condition condition = exportable(caller, filter);
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition =
                    condition.and(DSL.row(HAZARD.REPORTED_AT, HAZARD.ID).lt(DSL.row(after.instant(0), after.uuid(1))));
        }
        List<LedgerRow> rows = sql.selectFrom(HAZARD)
                .where(condition)
                .orderBy(HAZARD.REPORTED_AT.desc(), HAZARD.ID.desc())
                .limit(page.limit() + 1)
                .fetch(LedgerQueries::row);
        return Page.of(
                rows,
                page,
                row -> Cursor.of(row.hazard().reportedAt(), row.hazard().id()));
    }

    /** What the caller may both see and take away. */
    private Condition exportable(Caller caller, HazardFilter filter) {
        return hazards.matches(caller, filter)
                .and(hazards.within(caller.scopeFor(ExportHazards.EXPORT), filter.area()));
    }

    static LedgerRow row(Record row) {
        return new LedgerRow(
                HazardQueries.row(row),
                row.get(HAZARD.MEASURE),
                row.get(HAZARD.RESPONSIBLE_NAME),
                row.get(HAZARD.FUNDING_NEEDED),
                row.get(HAZARD.FUNDING_AMOUNT),
                row.get(HAZARD.CONTINGENCY),
                row.get(HAZARD.SUBMITTED_AT),
                row.get(HAZARD.CLOSED_AT),
                row.get(HAZARD.CLOSED_IN_TIME));
    }
}
