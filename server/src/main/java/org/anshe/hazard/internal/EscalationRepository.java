package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.db.Tables.ESCALATION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.internal.db.tables.records.EscalationRecord;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.Rung;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rungs of the ladder that hazards reached. */
@Repository
class EscalationRepository {

    private final DSLContext sql;

    EscalationRepository(DSLContext sql) {
        this.sql = sql;
    }

    enum State {
        PROPOSED,
        TAKEN,
        DISMISSED,
        LAPSED
    }

    /**
     * A rung that was reached.
     *
     * @param breached the end of the clock that was breached
     * @param rung counted from 1
     * @param told how many people were told; null before anybody was
     * @param paperId the draft it made
     * @param paperProblem why there is no draft though the rung names a paper
     */
    record Escalation(
            UUID id,
            UUID hazardId,
            HazardClock clock,
            Instant breached,
            int rung,
            Rung.Kind kind,
            UUID policyId,
            @Nullable String paper,
            State state,
            Instant reachedAt,
            @Nullable Instant actedAt,
            @Nullable String actedName,
            @Nullable String note,
            @Nullable Integer told,
            @Nullable UUID paperId,
            @Nullable String paperProblem) {}

    /** False when the rung was reached before: an announcement may come twice. */
    boolean add(Escalation reached) {
        return sql.insertInto(ESCALATION)
                        .set(sql.newRecord(ESCALATION)
                                .setId(reached.id())
                                .setHazardId(reached.hazardId())
                                .setClock(reached.clock().code())
                                .setBreached(reached.breached())
                                .setRung(reached.rung())
                                .setKind(reached.kind().name())
                                .setPolicyId(reached.policyId())
                                .setPaper(reached.paper())
                                .setState(reached.state().name())
                                .setReachedAt(reached.reachedAt())
                                .setActedAt(reached.actedAt())
                                .setActedName(reached.actedName()))
                        .onConflictOnConstraint(org.anshe.hazard.internal.db.Keys.ESCALATION_ONCE)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** How many rungs were reached since this clock was breached. */
    int reached(UUID hazard, HazardClock clock, Instant breached) {
        Integer most = sql.select(DSL.max(ESCALATION.RUNG))
                .from(ESCALATION)
                .where(ESCALATION.HAZARD_ID.eq(hazard))
                .and(ESCALATION.CLOCK.eq(clock.code()))
                .and(ESCALATION.BREACHED.eq(breached))
                .fetchOne(0, Integer.class);
        return most == null ? 0 : most;
    }

    Optional<Escalation> proposed(UUID hazard, UUID id) {
        return sql.selectFrom(ESCALATION)
                .where(ESCALATION.ID.eq(id))
                .and(ESCALATION.HAZARD_ID.eq(hazard))
                .and(ESCALATION.STATE.eq(State.PROPOSED.name()))
                .fetchOptional(EscalationRepository::escalation);
    }

    List<Escalation> of(UUID hazard) {
        return sql.selectFrom(ESCALATION)
                .where(ESCALATION.HAZARD_ID.eq(hazard))
                .orderBy(ESCALATION.REACHED_AT, ESCALATION.RUNG)
                .fetch(EscalationRepository::escalation);
    }

    void act(Caller caller, UUID id, State state, @Nullable String note, Instant now) {
        sql.update(ESCALATION)
                .set(ESCALATION.STATE, state.name())
                .set(ESCALATION.ACTED_AT, now)
                .set(ESCALATION.ACTED_BY, caller.personId())
                .set(ESCALATION.ACTED_NAME, caller.name())
                .set(ESCALATION.NOTE, note == null ? null : note.strip())
                .where(ESCALATION.ID.eq(id))
                .and(ESCALATION.STATE.eq(State.PROPOSED.name()))
                .execute();
    }

    Optional<Escalation> find(UUID id) {
        return sql.selectFrom(ESCALATION).where(ESCALATION.ID.eq(id)).fetchOptional(EscalationRepository::escalation);
    }

    void told(UUID id, int people) {
        sql.update(ESCALATION)
                .set(ESCALATION.TOLD, people)
                .where(ESCALATION.ID.eq(id))
                .execute();
    }

    /** The draft, or why there is none. A draft once made stays the one of this rung. */
    void drafted(UUID id, @Nullable UUID paper, @Nullable String problem) {
        sql.update(ESCALATION)
                .set(ESCALATION.PAPER_ID, paper)
                .set(ESCALATION.PAPER_PROBLEM, problem)
                .where(ESCALATION.ID.eq(id))
                .and(ESCALATION.PAPER_ID.isNull())
                .execute();
    }

    /** The clock was stopped: what was only proposed is not needed any more. */
    void lapse(Caller caller, UUID hazard, Instant now) {
        lapse(caller, List.of(hazard), now);
    }

    void lapse(Caller caller, List<UUID> hazards, Instant now) {
        if (hazards.isEmpty()) {
            return;
        }
        sql.update(ESCALATION)
                .set(ESCALATION.STATE, State.LAPSED.name())
                .set(ESCALATION.ACTED_AT, now)
                .set(ESCALATION.ACTED_BY, caller.personId())
                .set(ESCALATION.ACTED_NAME, caller.name())
                .where(ESCALATION.HAZARD_ID.eq(DSL.any(hazards.toArray(UUID[]::new))))
                .and(ESCALATION.STATE.eq(State.PROPOSED.name()))
                .execute();
    }

    private static Escalation escalation(EscalationRecord row) {
        return new Escalation(
                row.getId(),
                row.getHazardId(),
                HazardClock.of(row.getClock()),
                row.getBreached(),
                row.getRung(),
                Rung.Kind.valueOf(row.getKind()),
                row.getPolicyId(),
                row.getPaper(),
                State.valueOf(row.getState()),
                row.getReachedAt(),
                row.getActedAt(),
                row.getActedName(),
                row.getNote(),
                row.getTold(),
                row.getPaperId(),
                row.getPaperProblem());
    }
}
