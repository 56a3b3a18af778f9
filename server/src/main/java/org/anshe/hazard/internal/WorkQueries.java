package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What waits for whom. Only open rows are touched, however many were closed before. */
@Repository
class WorkQueries {

    static final int MOST = 1000;

    private final DSLContext sql;
    private final Clock clock;

    WorkQueries(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * How much waits.
     *
     * @param all counted up to {@link #MOST}
     */
    record Load(int all, int near, int breached) {}

    Load load(Caller caller, HazardClock waiting) {
        var now = DSL.val(clock.instant());
        var nearAt = DSL.field(DSL.name("open", "near_at"), Instant.class);
        var dueAt = DSL.field(DSL.name("open", "due_at"), Instant.class);
        var open = DSL.select(HAZARD.CLOCK_NEAR_AT.as(nearAt), HAZARD.CLOCK_DUE_AT.as(dueAt))
                .from(HAZARD)
                .where(waiting(caller, waiting))
                .orderBy(HAZARD.CLOCK_DUE_AT)
                .limit(MOST)
                .asTable("open");
        return sql.select(
                        DSL.count(),
                        DSL.count().filterWhere(nearAt.le(now).and(dueAt.ge(now))),
                        DSL.count().filterWhere(dueAt.lt(now)))
                .from(open)
                .fetchSingle(row -> new Load(row.value1(), row.value2(), row.value3()));
    }

    /** Whatever waits for this caller. */
    static Condition waiting(Caller caller) {
        return DSL.or(Arrays.stream(HazardClock.values())
                .map(kind -> waiting(caller, kind))
                .toList());
    }

    /** What waits for this caller to confirm, to assign, to put right, to look at again. */
    static Condition waiting(Caller caller, HazardClock kind) {
        return switch (kind) {
            case CONFIRM -> handled(caller, "hazard.confirm", HazardStatus.REPORTED);
            case LOOK_BACK -> in(caller, "hazard.look-back").and(HAZARD.CLOCK.eq(HazardClock.LOOK_BACK.code()));
            case ASSIGN ->
                handled(
                        caller,
                        "hazard.assign",
                        HazardStatus.CONFIRMED,
                        HazardStatus.HANDED_BACK,
                        HazardStatus.REOPENED);
            case RECTIFY ->
                in(caller, "hazard.rectify", HazardStatus.ASSIGNED, HazardStatus.HANDED_OVER, HazardStatus.RETURNED)
                        .and(mineToRectify(caller));
            case REINSPECT ->
                handled(caller, "hazard.close", HazardStatus.SUBMITTED, HazardStatus.FIXED_ON_SPOT)
                        .and(notMyWork(caller));
        };
    }

    private static Condition in(Caller caller, String permission, HazardStatus... states) {
        Condition condition = visible(caller.scopeFor(permission));
        return states.length == 0
                ? condition
                : condition
                        .and(DSL.condition(HAZARD.OPEN))
                        .and(HAZARD.STATE.in(
                                Arrays.stream(states).map(Enum::name).toList()));
    }

    private static Condition visible(Scope scope) {
        Condition condition = HazardQueries.within(scope);
        AreaKey street = Narrowing.of(scope, null).street();
        return street == null ? condition : condition.and(HAZARD.STREET_KEY.eq(street.value()));
    }

    /** The same, for work of the level that handles a hazard: who holds less than that is not waited for. */
    private static Condition handled(Caller caller, String permission, HazardStatus... states) {
        Scope scope = caller.scopeFor(permission);
        Map<AreaLevel, List<Scope.Grant>> grants =
                scope.grants().stream().collect(Collectors.groupingBy(WorkQueries::level));
        Condition levels = DSL.or(grants.entrySet().stream()
                .map(entry -> upTo(entry.getKey())
                        .and(grants.size() == 1 ? DSL.noCondition() : visible(new Scope(entry.getValue()))))
                .toList());
        return in(caller, permission, states).and(levels);
    }

    private static Condition upTo(AreaLevel level) {
        return switch (level) {
            case PROVINCE, CITY, DISTRICT -> DSL.noCondition();
            case STREET -> HAZARD.HANDLED_BY.ne(AreaLevel.DISTRICT.name());
            case COMMUNITY, GRID_1, GRID_2, GRID_3 -> HAZARD.HANDLED_BY.eq(AreaLevel.COMMUNITY.name());
        };
    }

    /** The highest level whose work a grant covers. */
    private static AreaLevel level(Scope.Grant grant) {
        AreaRange areas = grant.areas();
        if (grant.unit() != null || areas == null) {
            return AreaLevel.COMMUNITY;
        }
        for (AreaLevel level : List.of(AreaLevel.DISTRICT, AreaLevel.STREET)) {
            AreaKey whole = new AreaKey(areas.first()).at(level);
            if (areas.contains(new AreaRange(whole.value(), whole.value() + level.span() - 1))) {
                return level;
            }
        }
        return AreaLevel.COMMUNITY;
    }

    /** What the caller answers for, or a unit of the caller's: whoever may rectify elsewhere is not waited for there. */
    private static Condition mineToRectify(Caller caller) {
        Condition mine = HAZARD.RESPONSIBLE_ID.eq(caller.personId());
        if (caller.unitId() != null) {
            mine = mine.or(HAZARD.UNIT_ID.eq(caller.unitId()));
        }
        for (Scope.Grant grant : caller.scopeFor("hazard.rectify").grants()) {
            UUID unit = grant.unit();
            mine = unit == null ? mine : mine.or(HAZARD.UNIT_ID.eq(unit));
        }
        return mine;
    }

    /** The same people as {@link Hazard#isInvolved}. */
    private static Condition notMyWork(Caller caller) {
        return DSL.not(DSL.condition("{0} = any({1})", DSL.val(caller.personId(), UUID.class), HAZARD.RECTIFIERS))
                .and(HAZARD.RESPONSIBLE_ID.isDistinctFrom(caller.personId()));
    }
}
