package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.STEP;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.HazardStatus;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One hazard with everything that is known of it. */
@Repository
class DetailQueries {

    private final DSLContext sql;
    private final JsonMapper json;

    DetailQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The aggregate beside what only a reader wants. */
    record Detail(Hazard hazard, ListedHazard row, Told told) {}

    /** What happened when, and how often. */
    record Told(
            @Nullable Instant confirmedAt,
            @Nullable Instant assignedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant closedAt,
            @Nullable Boolean closedInTime,
            int returned,
            int handedBack,
            int handedOver,
            int reopened) {}

    /** One step of the timeline. */
    record Step(
            int seq,
            Instant at,
            @Nullable UUID actorId,
            String actorName,
            String action,
            @Nullable HazardStatus from,
            HazardStatus to,
            Map<String, Object> facts) {}

    Optional<Detail> find(Scope scope, UUID id) {
        return sql.selectFrom(HAZARD)
                .where(HAZARD.ID.eq(id))
                .and(ScopeCondition.within(scope, HAZARD.AREA_KEY, HAZARD.UNIT_ID))
                .fetchOptional(row -> new Detail(
                        HazardRows.hazard(row),
                        HazardQueries.row(row),
                        new Told(
                                row.getConfirmedAt(),
                                row.getAssignedAt(),
                                row.getSubmittedAt(),
                                row.getClosedAt(),
                                row.getClosedInTime(),
                                row.getReturnedCount(),
                                row.getHandedBackCount(),
                                row.getHandedOverCount(),
                                row.getReopenedCount())));
    }

    @WithoutScope("read only for a hazard that was found within the scope")
    List<Step> steps(UUID hazard) {
        return sql.selectFrom(STEP)
                .where(STEP.HAZARD_ID.eq(hazard))
                .orderBy(STEP.SEQ)
                .fetch(row -> new Step(
                        row.getSeq(),
                        row.getAt(),
                        row.getActorId(),
                        row.getActorName(),
                        row.getAction(),
                        row.getFromState() == null ? null : HazardStatus.valueOf(row.getFromState()),
                        HazardStatus.valueOf(row.getToState()),
                        json.readValue(row.getFacts().data(), new TypeReference<Map<String, Object>>() {})));
    }

    /** The number of a hazard that another one was found to repeat. */
    @WithoutScope("a number alone, of a hazard named by one that was found within the scope")
    Optional<String> number(UUID hazard) {
        return sql.select(HAZARD.NUMBER)
                .from(HAZARD)
                .where(HAZARD.ID.eq(hazard))
                .fetchOptional(HAZARD.NUMBER);
    }
}
