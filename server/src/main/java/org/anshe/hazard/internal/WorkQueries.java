package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.TRANSFER;

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

    Load load(Caller caller, Work waiting) {
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
        return DSL.or(
                Arrays.stream(Work.values()).map(kind -> waiting(caller, kind)).toList());
    }

    /** One kind of work that waits for this caller. */
    static Condition waiting(Caller caller, Work kind) {
        String permission = kind.permission();
        return switch (kind) {
            case CONFIRM -> handled(caller, permission, HazardStatus.REPORTED);
            case LOOK_BACK -> in(caller, permission).and(HAZARD.CLOCK.eq(HazardClock.LOOK_BACK.code()));
            case ASSIGN ->
                handled(caller, permission, HazardStatus.CONFIRMED, HazardStatus.HANDED_BACK, HazardStatus.REOPENED);
            case RECTIFY ->
                in(caller, permission, HazardStatus.ASSIGNED, HazardStatus.HANDED_OVER, HazardStatus.RETURNED)
                        .and(mineToRectify(caller))
                        // What the units refuse to each other waits for a decision, not for the unit it was handed to.
                        .and(DSL.not(DISPUTED));
            case DECIDE_OWNER -> disputed(caller, permission);
            case REINSPECT ->
                handled(caller, permission, HazardStatus.SUBMITTED, HazardStatus.FIXED_ON_SPOT)
                        .and(notMyWork(caller));
        };
    }

    private static final Condition DISPUTED =
            DSL.condition("{0} @> {1}", HAZARD.PENDING, DSL.array(DSL.inline(Pending.DISPUTE.name())));

    /** The disputed ones whose decision is of a level that the caller's grants cover whole. */
    private static Condition disputed(Caller caller, String permission) {
        Map<AreaLevel, List<Scope.Grant>> grants = caller.scopeFor(permission).grants().stream()
                .filter(grant -> grant.unit() == null)
                .collect(Collectors.groupingBy(WorkQueries::level));
        Condition levels = DSL.or(grants.entrySet().stream()
                .map(entry ->
                        TRANSFER.DECIDED_BY.in(decidedUpTo(entry.getKey())).and(visible(new Scope(entry.getValue()))))
                .toList());
        return DSL.condition(HAZARD.OPEN)
                .and(HAZARD.STATE.eq(HazardStatus.HANDED_OVER.name()))
                .and(DISPUTED)
                .andExists(DSL.selectOne()
                        .from(TRANSFER)
                        .where(TRANSFER.HAZARD_ID.eq(HAZARD.ID))
                        .and(TRANSFER.STATE.eq(TransferRepository.State.DISPUTED.name()))
                        .and(grants.isEmpty() ? DSL.falseCondition() : levels));
    }

    private static List<String> decidedUpTo(AreaLevel level) {
        return Arrays.stream(AreaLevel.values())
                .filter(other -> other.compareTo(level) >= 0)
                .map(Enum::name)
                .toList();
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
        for (AreaLevel level : List.of(AreaLevel.PROVINCE, AreaLevel.CITY, AreaLevel.DISTRICT, AreaLevel.STREET)) {
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
