package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.WORDING;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.Hazards.Summary;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
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
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of hazards. They are never counted as a whole: a page costs the same however many there are. */
@Repository
class HazardQueries {

    private static final List<SelectField<?>> ROW = List.of(
            HAZARD.ID,
            HAZARD.NUMBER,
            HAZARD.DESCRIPTION,
            HAZARD.DOMAIN,
            HAZARD.GRADE,
            HAZARD.SOURCE,
            HAZARD.STATE,
            HAZARD.AREA_KEY,
            HAZARD.UNIT_ID,
            HAZARD.OBJECT_ID,
            HAZARD.PLACE,
            HAZARD.REPORTER_NAME,
            HAZARD.REPORTED_AT,
            HAZARD.CLOCK,
            HAZARD.CLOCK_NEAR_AT,
            HAZARD.CLOCK_DUE_AT,
            HAZARD.CLOCK_SINCE,
            HAZARD.CLOCK_UNIT,
            HAZARD.CLOCK_POLICY_ID,
            HAZARD.CLOCK_PAUSED_AT,
            HAZARD.PENDING,
            HAZARD.HANDLED_BY,
            HAZARD.DUE_AT,
            HAZARD.FIXED_ON_SPOT,
            HAZARD.VERSION);

    private static final int LOOKED_THROUGH = 5_000;

    private final DSLContext sql;
    private final Areas areas;
    private final Clock clock;

    HazardQueries(DSLContext sql, Areas areas, Clock clock) {
        this.sql = sql;
        this.areas = areas;
        this.clock = clock;
    }

    Page<ListedHazard> newestFirst(Caller caller, HazardFilter filter, PageRequest page) {
        Condition older = older(page.after());
        Condition condition = matches(caller, filter).and(older);
        if (FilterQueries.byWords(filter.q())) {
            List<UUID> newest = newestWith(caller, filter, older, page.limit() + 1);
            if (newest.size() > page.limit()) {
                condition = HAZARD.ID.in(newest);
            }
        }
        List<ListedHazard> rows = sql.select(ROW)
                .from(HAZARD)
                .where(condition)
                .orderBy(HAZARD.REPORTED_AT.desc(), HAZARD.ID.desc())
                .limit(page.limit() + 1)
                .fetch(HazardQueries::row);
        return Page.of(rows, page, row -> Cursor.of(row.reportedAt(), row.id()));
    }

    private static Condition older(@Nullable String cursor) {
        if (cursor == null) {
            return DSL.noCondition();
        }
        Cursor after = Cursor.parse(cursor, 2);
        return DSL.row(HAZARD.REPORTED_AT, HAZARD.ID).lt(DSL.row(after.instant(0), after.uuid(1)));
    }

    /**
     * Hits among the newest hazards alone. The index of words gives all hits there are, in no order: for a word that
     * every hundredth hazard has, a page is full long before. Fewer than asked for: the index has to say.
     */
    private List<UUID> newestWith(Caller caller, HazardFilter filter, Condition older, int wanted) {
        Table<Record1<UUID>> newest = sql.select(HAZARD.ID)
                .from(HAZARD)
                .where(within(caller.scopeFor(HazardSteps.VIEW), filter.area()))
                .and(older)
                .orderBy(HAZARD.REPORTED_AT.desc(), HAZARD.ID.desc())
                .limit(LOOKED_THROUGH)
                .asTable("newest");
        return sql.select(HAZARD.ID)
                .from(newest)
                .join(WORDING)
                .on(WORDING.HAZARD_ID.eq(newest.field(HAZARD.ID)))
                .join(HAZARD)
                .on(HAZARD.ID.eq(WORDING.HAZARD_ID))
                .where(WORDING.TEXT.containsIgnoreCase(filter.q()))
                .and(matches(caller, filter.withoutWords()))
                .orderBy(HAZARD.REPORTED_AT.desc(), HAZARD.ID.desc())
                .limit(wanted)
                .fetch(HAZARD.ID);
    }

    /** What runs out next comes first; hazards without a clock are left out. */
    Page<ListedHazard> dueFirst(Caller caller, HazardFilter filter, PageRequest page) {
        Condition condition = clocked(caller, filter);
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition =
                    condition.and(DSL.row(HAZARD.CLOCK_DUE_AT, HAZARD.ID).gt(DSL.row(after.instant(0), after.uuid(1))));
        }
        List<ListedHazard> rows = sql.select(ROW)
                .from(HAZARD)
                .where(condition)
                .orderBy(HAZARD.CLOCK_DUE_AT, HAZARD.ID)
                .limit(page.limit() + 1)
                .fetch(HazardQueries::row);
        return Page.of(
                rows,
                page,
                row -> Cursor.of(java.util.Objects.requireNonNull(row.clock()).dueAt(), row.id()));
    }

    /** The row of one hazard that the caller was found to see. */
    @WithoutScope("of a hazard that was found within the scope")
    ListedHazard words(UUID id) {
        return sql.select(ROW).from(HAZARD).where(HAZARD.ID.eq(id)).fetchSingle(HazardQueries::row);
    }

    /**
     * What of the filter has a running clock. Equality on the street is asked for a community and a grid too: the index
     * of running clocks begins with it.
     */
    Condition clocked(Caller caller, HazardFilter filter) {
        Condition condition = matches(caller, filter).and(HAZARD.CLOCK.isNotNull());
        if (areas.rangesOf(filter.area()).size() > 1) {
            return condition;
        }
        AreaKey street =
                Narrowing.of(caller.scopeFor(HazardSteps.VIEW), filter.area()).street();
        return street == null ? condition : condition.and(HAZARD.STREET_KEY.eq(street.value()));
    }

    List<ListedHazard> byIds(Scope scope, Collection<UUID> ids) {
        return sql.select(ROW)
                .from(HAZARD)
                .where(HAZARD.ID.in(ids))
                .and(ScopeCondition.within(scope, HAZARD.AREA_KEY, HAZARD.UNIT_ID))
                .fetch(HazardQueries::row);
    }

    Map<UUID, List<Summary>> bySource(Scope scope, Collection<UUID> sourceIds) {
        return sql.select(HAZARD.SOURCE_ID, HAZARD.ID, HAZARD.NUMBER, HAZARD.GRADE, HAZARD.STATE)
                .from(HAZARD)
                .where(HAZARD.SOURCE_ID.in(sourceIds))
                .and(ScopeCondition.within(scope, HAZARD.AREA_KEY, HAZARD.UNIT_ID))
                .orderBy(HAZARD.REPORTED_AT, HAZARD.ID)
                .fetchGroups(
                        HAZARD.SOURCE_ID,
                        row -> new Summary(
                                row.get(HAZARD.ID),
                                row.get(HAZARD.NUMBER),
                                HazardGrade.valueOf(row.get(HAZARD.GRADE)),
                                HazardStatus.valueOf(row.get(HAZARD.STATE))));
    }

    Optional<Instant> firstDeadline(Scope scope, UUID sourceId) {
        return sql.select(DSL.min(HAZARD.DUE_AT))
                .from(HAZARD)
                .where(HAZARD.SOURCE_ID.eq(sourceId))
                .and(DSL.condition(HAZARD.OPEN))
                .and(ScopeCondition.within(scope, HAZARD.AREA_KEY, HAZARD.UNIT_ID))
                .fetchOptional(DSL.min(HAZARD.DUE_AT));
    }

    /** What a scope shows of an area, asked so that an index in time order can answer. */
    Condition within(Scope scope, @Nullable AreaKey area) {
        return within(scope, area, areas.rangesOf(area));
    }

    /** {@link #within(Scope, AreaKey)} for everything the scope shows. */
    static Condition within(Scope scope) {
        return within(scope, null, List.of());
    }

    private static Condition within(Scope scope, @Nullable AreaKey area, List<AreaRange> ranges) {
        // Rows of an area that was merged or re-coded stand under several communities; no index narrows them to one.
        Narrowing narrowing = ranges.size() > 1 ? Narrowing.NONE : Narrowing.of(scope, area);
        Condition key = DSL.noCondition();
        if (narrowing.community() != null) {
            key = HAZARD.COMMUNITY_KEY.eq(narrowing.community().value());
        } else if (narrowing.street() != null) {
            key = HAZARD.STREET_KEY.eq(narrowing.street().value());
        }
        if (narrowing.exact()) {
            return key;
        }
        Condition below = ranges.isEmpty() ? DSL.noCondition() : AreaCondition.within(ranges, HAZARD.AREA_KEY);
        return key.and(below).and(ScopeCondition.within(scope, HAZARD.AREA_KEY, HAZARD.UNIT_ID));
    }

    /** What the filter leaves of what the caller may see. */
    Condition matches(Caller caller, HazardFilter filter) {
        Condition condition = within(caller.scopeFor(HazardSteps.VIEW), filter.area());
        if (filter.waiting() != null) {
            condition = condition.and(WorkQueries.waiting(caller, filter.waiting()));
        } else if (filter.mine()) {
            condition = condition.and(WorkQueries.waiting(caller));
        }
        return condition.and(FilterQueries.of(filter, clock.instant()));
    }

    static ListedHazard row(Record row) {
        String kind = row.get(HAZARD.CLOCK);
        return new ListedHazard(
                row.get(HAZARD.ID),
                row.get(HAZARD.NUMBER),
                row.get(HAZARD.DESCRIPTION),
                row.get(HAZARD.DOMAIN),
                HazardGrade.valueOf(row.get(HAZARD.GRADE)),
                HazardSource.valueOf(row.get(HAZARD.SOURCE)),
                HazardStatus.valueOf(row.get(HAZARD.STATE)),
                new AreaKey(row.get(HAZARD.AREA_KEY)),
                row.get(HAZARD.UNIT_ID),
                row.get(HAZARD.OBJECT_ID),
                row.get(HAZARD.PLACE),
                row.get(HAZARD.REPORTER_NAME),
                row.get(HAZARD.REPORTED_AT),
                kind == null
                        ? null
                        : new RunningClock(
                                HazardClock.of(kind),
                                row.get(HAZARD.CLOCK_SINCE),
                                row.get(HAZARD.CLOCK_NEAR_AT),
                                row.get(HAZARD.CLOCK_DUE_AT),
                                TimeLimit.Unit.valueOf(row.get(HAZARD.CLOCK_UNIT)),
                                row.get(HAZARD.CLOCK_POLICY_ID),
                                row.get(HAZARD.CLOCK_PAUSED_AT)),
                HazardRows.pending(row.get(HAZARD.PENDING)),
                AreaLevel.valueOf(row.get(HAZARD.HANDLED_BY)),
                row.get(HAZARD.DUE_AT),
                row.get(HAZARD.FIXED_ON_SPOT),
                row.get(HAZARD.VERSION));
    }
}
