package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.STEP;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.internal.PublishPolicy.Change;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The clocks that run in an area, read and set anew in batches. */
@Repository
class RunningClockRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    RunningClockRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @param area null: everywhere */
    List<Hazard> running(@Nullable AreaKey area, UUID after, int limit, boolean lock) {
        var query = sql.selectFrom(HAZARD)
                .where(HAZARD.CLOCK.isNotNull())
                .and(
                        area == null
                                ? DSL.noCondition()
                                : HAZARD.AREA_KEY.between(
                                        area.range().first(), area.range().last()))
                .and(HAZARD.ID.gt(after))
                .orderBy(HAZARD.ID)
                .limit(limit);
        return (lock ? query.forNoKeyUpdate() : query).fetch(HazardRows::hazard);
    }

    /** Nothing of this kind is under way any more beside these hazards. */
    void settle(List<UUID> ids, Pending ended) {
        if (!ids.isEmpty()) {
            sql.update(HAZARD)
                    .set(HAZARD.PENDING, DSL.arrayRemove(HAZARD.PENDING, ended.name()))
                    .where(HAZARD.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                    .and(DSL.val(ended.name()).eq(DSL.any(HAZARD.PENDING)))
                    .execute();
        }
    }

    /** The hazards are locked and as they were read; each gets its new clock, a new version and a row of the timeline. */
    void reset(Caller caller, List<Change> changes, ClockPolicy policy, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        var id = DSL.field(DSL.name("set", "id"), UUID.class);
        var near = DSL.field(DSL.name("set", "near"), Instant.class);
        var due = DSL.field(DSL.name("set", "due"), Instant.class);
        var unit = DSL.field(DSL.name("set", "unit"), String.class);
        var rows = DSL.values(changes.stream()
                        .map(change -> DSL.row(
                                change.hazard().id(),
                                change.after().nearAt(),
                                change.after().dueAt(),
                                change.after().unit().name()))
                        .toArray(org.jooq.Row4[]::new))
                .as("set", "id", "near", "due", "unit");
        sql.update(HAZARD)
                .set(HAZARD.CLOCK_NEAR_AT, near)
                .set(HAZARD.CLOCK_DUE_AT, due)
                .set(HAZARD.CLOCK_UNIT, unit)
                .set(HAZARD.CLOCK_POLICY_ID, policy.id())
                .set(
                        HAZARD.DUE_AT,
                        DSL.when(HAZARD.CLOCK.eq(HazardClock.RECTIFY.code()), due)
                                .otherwise(HAZARD.DUE_AT))
                .set(HAZARD.VERSION, HAZARD.VERSION.plus(1))
                .from(rows)
                .where(HAZARD.ID.eq(id))
                .execute();
        var insert = sql.insertInto(
                STEP,
                STEP.HAZARD_ID,
                STEP.SEQ,
                STEP.AT,
                STEP.ACTOR_ID,
                STEP.ACTOR_NAME,
                STEP.ACTION,
                STEP.FROM_STATE,
                STEP.TO_STATE,
                STEP.FACTS);
        for (Change change : changes) {
            String state = change.hazard().state().status().name();
            insert = insert.values(
                    change.hazard().id(),
                    change.hazard().version() + 1,
                    now,
                    caller.personId(),
                    caller.name(),
                    HazardAction.APPLY_POLICY.slug(),
                    state,
                    state,
                    JSONB.valueOf(json.writeValueAsString(Facts.of(
                            "policy",
                            policy.name(),
                            "clock",
                            change.before().kind().name(),
                            "fromDueAt",
                            change.before().dueAt(),
                            "dueAt",
                            change.after().dueAt()))));
        }
        insert.execute();
    }
}
