package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.WARNING;
import static org.anshe.hazard.internal.db.Tables.WARNING_HAZARD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.internal.db.tables.records.WarningRecord;
import org.anshe.hazard.internal.policy.PolicyContent.WarningRule;
import org.anshe.shared.AreaKey;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Early warnings and the hazards they are about. */
@Repository
class WarningRepository {

    private static final List<String> OPEN =
            List.of(WarningState.PROPOSED.name(), WarningState.WARNED.name(), WarningState.ANSWERED.name());

    private final DSLContext sql;

    WarningRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** What the unit was told. */
    public record Told(
            String demand,
            @Nullable LocalDate answerBy,
            Instant at,
            @Nullable UUID by,
            String name) {}

    /** What somebody said about it, and when. */
    public record Said(String words, Instant at, @Nullable UUID by, String name) {}

    /**
     * A warning.
     *
     * @param answered the emergency measures of the unit
     * @param ended why it was lifted, or not given
     */
    record Warning(
            UUID id,
            UUID unitId,
            AreaKey area,
            WarningRule rule,
            Instant raisedAt,
            WarningState state,
            int version,
            @Nullable Told told,
            @Nullable Said answered,
            @Nullable Said ended) {}

    boolean open(UUID unit, WarningRule.Kind kind) {
        return sql.fetchExists(
                WARNING,
                WARNING.UNIT_ID.eq(unit).and(WARNING.KIND.eq(kind.name())).and(WARNING.STATE.in(OPEN)));
    }

    /** The hazards of a unit that a rule counts, newest first; those of a warning that was ended count no more. */
    List<UUID> counted(UUID unit, WarningRule rule, Instant from, Instant now) {
        Condition of = switch (rule.kind()) {
            case MAJOR -> HAZARD.GRADE.eq("MAJOR").and(HAZARD.CONFIRMED_AT.isNotNull());
            case REPEATED -> HAZARD.REPEAT_OF.isNotNull().or(HAZARD.REOPENED_COUNT.gt(0));
            case RETURNED -> HAZARD.RETURNED_COUNT.gt(0);
            case OVERDUE ->
                HAZARD.DUE_AT
                        .lt(DSL.coalesce(HAZARD.SUBMITTED_AT, DSL.val(now)))
                        .and(HAZARD.ASSIGNED_AT.isNotNull());
        };
        return sql.select(HAZARD.ID)
                .from(HAZARD)
                .where(HAZARD.UNIT_ID.eq(unit))
                .and(HAZARD.REPORTED_AT.ge(from))
                .and(of)
                .andNotExists(DSL.selectOne()
                        .from(WARNING_HAZARD)
                        .join(WARNING)
                        .on(WARNING.ID.eq(WARNING_HAZARD.WARNING_ID))
                        .where(WARNING_HAZARD.HAZARD_ID.eq(HAZARD.ID))
                        .and(WARNING.KIND.eq(rule.kind().name())))
                .orderBy(HAZARD.REPORTED_AT.desc())
                .limit(500)
                .fetch(HAZARD.ID);
    }

    /** False when there is an open one of the kind for the unit already. */
    boolean propose(UUID id, UUID unit, AreaKey area, WarningRule rule, UUID policy, List<UUID> hazards, Instant now) {
        int added = sql.insertInto(WARNING)
                .set(WARNING.ID, id)
                .set(WARNING.UNIT_ID, unit)
                .set(WARNING.AREA_KEY, area.value())
                .set(WARNING.KIND, rule.kind().name())
                .set(WARNING.LEAST, rule.least())
                .set(WARNING.DAYS, rule.days())
                .set(WARNING.POLICY_ID, policy)
                .set(WARNING.RAISED_AT, now)
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            return false;
        }
        sql.insertInto(WARNING_HAZARD, WARNING_HAZARD.WARNING_ID, WARNING_HAZARD.HAZARD_ID)
                .valuesOfRows(
                        hazards.stream().map(hazard -> DSL.row(id, hazard)).toList())
                .execute();
        return true;
    }

    Optional<Warning> find(UUID id) {
        return sql.selectFrom(WARNING).where(WARNING.ID.eq(id)).fetchOptional(WarningRepository::warning);
    }

    /** Those of them whose unit has not answered yet, by id. */
    Map<UUID, Warning> unanswered(Collection<UUID> ids) {
        return sql.selectFrom(WARNING)
                .where(WARNING.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(WARNING.STATE.eq(WarningState.WARNED.name()))
                .fetchMap(WARNING.ID, WarningRepository::warning);
    }

    /** False when somebody else took a step since. */
    boolean save(Warning before, Warning after) {
        Told told = after.told();
        Said answered = after.answered();
        Said ended = after.ended();
        return sql.update(WARNING)
                        .set(WARNING.STATE, after.state().name())
                        .set(WARNING.VERSION, before.version() + 1)
                        .set(WARNING.DEMAND, told == null ? null : told.demand())
                        .set(WARNING.ANSWER_BY, told == null ? null : told.answerBy())
                        .set(WARNING.WARNED_AT, told == null ? null : told.at())
                        .set(WARNING.WARNED_BY, told == null ? null : told.by())
                        .set(WARNING.WARNED_NAME, told == null ? null : told.name())
                        .set(WARNING.MEASURES, answered == null ? null : answered.words())
                        .set(WARNING.ANSWERED_AT, answered == null ? null : answered.at())
                        .set(WARNING.ANSWERED_BY, answered == null ? null : answered.by())
                        .set(WARNING.ANSWERED_NAME, answered == null ? null : answered.name())
                        .set(WARNING.END_REASON, ended == null ? null : ended.words())
                        .set(WARNING.ENDED_AT, ended == null ? null : ended.at())
                        .set(WARNING.ENDED_BY, ended == null ? null : ended.by())
                        .set(WARNING.ENDED_NAME, ended == null ? null : ended.name())
                        .where(WARNING.ID.eq(before.id()))
                        .and(WARNING.VERSION.eq(before.version()))
                        .execute()
                == 1;
    }

    static Warning warning(WarningRecord row) {
        String demand = row.getDemand();
        String measures = row.getMeasures();
        String reason = row.getEndReason();
        return new Warning(
                row.getId(),
                row.getUnitId(),
                new AreaKey(row.getAreaKey()),
                new WarningRule(WarningRule.Kind.valueOf(row.getKind()), row.getLeast(), row.getDays()),
                row.getRaisedAt(),
                WarningState.valueOf(row.getState()),
                row.getVersion(),
                demand == null
                        ? null
                        : new Told(
                                demand,
                                row.getAnswerBy(),
                                row.getWarnedAt(),
                                row.getWarnedBy(),
                                name(row.getWarnedName())),
                said(measures, row.getAnsweredAt(), row.getAnsweredBy(), row.getAnsweredName()),
                said(reason, row.getEndedAt(), row.getEndedBy(), row.getEndedName()));
    }

    private static @Nullable Said said(
            @Nullable String words, @Nullable Instant at, @Nullable UUID by, @Nullable String name) {
        return words == null || at == null ? null : new Said(words, at, by, name(name));
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }
}
