package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.db.Tables.TRANSFER;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.internal.db.tables.records.TransferRecord;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Hand-overs between units and reports to the level above, with their answers. */
@Repository
class TransferRepository {

    private final DSLContext sql;

    TransferRepository(DSLContext sql) {
        this.sql = sql;
    }

    enum Kind {
        HAND_OVER,
        REPORT_UP
    }

    enum State {
        OFFERED,
        ACCEPTED,
        REFUSED,
        DISPUTED,
        DECIDED,
        LAPSED
    }

    /** From whom to whom: units for a hand-over, levels for a report up. */
    record Ends(
            @Nullable UUID fromUnit,
            @Nullable UUID toUnit,
            @Nullable AreaLevel fromLevel,
            @Nullable AreaLevel toLevel) {

        static Ends units(UUID from, UUID to) {
            return new Ends(from, to, null, null);
        }

        static Ends levels(AreaLevel from, AreaLevel to) {
            return new Ends(null, null, from, to);
        }
    }

    /** One of them. */
    record Transfer(
            UUID id,
            Kind kind,
            Ends ends,
            String reason,
            Instant offeredAt,
            String offeredName,
            Instant answerDueAt,
            State state,
            @Nullable Instant answeredAt,
            @Nullable String answeredName,
            @Nullable String answer,
            @Nullable AreaLevel decidedBy) {

        /** The level that says whose it is, while the units refuse it to each other. */
        AreaLevel decider() {
            return Objects.requireNonNull(decidedBy);
        }
    }

    void offer(Caller caller, UUID id, UUID hazard, Kind kind, Ends ends, String reason, Instant now, Instant dueAt) {
        AreaLevel from = ends.fromLevel();
        AreaLevel to = ends.toLevel();
        sql.insertInto(TRANSFER)
                .set(sql.newRecord(TRANSFER)
                        .setId(id)
                        .setHazardId(hazard)
                        .setKind(kind.name())
                        .setFromUnitId(ends.fromUnit())
                        .setToUnitId(ends.toUnit())
                        .setFromLevel(from == null ? null : from.name())
                        .setToLevel(to == null ? null : to.name())
                        .setReason(reason.strip())
                        .setOfferedAt(now)
                        .setOfferedBy(caller.personId())
                        .setOfferedName(caller.name())
                        .setAnswerDueAt(dueAt)
                        .setState(State.OFFERED.name()))
                .execute();
    }

    /** The one that waits for an answer or a decision. */
    Optional<Transfer> open(UUID hazard) {
        return sql.selectFrom(TRANSFER)
                .where(TRANSFER.HAZARD_ID.eq(hazard))
                .and(TRANSFER.STATE.in(State.OFFERED.name(), State.DISPUTED.name()))
                .fetchOptional(TransferRepository::transfer);
    }

    List<Transfer> of(UUID hazard) {
        return sql.selectFrom(TRANSFER)
                .where(TRANSFER.HAZARD_ID.eq(hazard))
                .orderBy(TRANSFER.OFFERED_AT)
                .fetch(TransferRepository::transfer);
    }

    int count(UUID hazard, Kind kind, State state) {
        return sql.fetchCount(
                TRANSFER,
                TRANSFER.HAZARD_ID.eq(hazard).and(TRANSFER.KIND.eq(kind.name())).and(TRANSFER.STATE.eq(state.name())));
    }

    /** Neither unit takes it: from now on it waits for a decision of this level. */
    void dispute(Caller caller, UUID hazard, AreaLevel level, @Nullable String answer, Instant now) {
        answer(caller, hazard, State.DISPUTED, answer, now, level);
    }

    /** Answers or decides the open one; nothing happens when there is none. */
    void answer(Caller caller, UUID hazard, State state, @Nullable String answer, Instant now) {
        answer(caller, hazard, state, answer, now, null);
    }

    private void answer(
            Caller caller,
            UUID hazard,
            State state,
            @Nullable String answer,
            Instant now,
            @Nullable AreaLevel decider) {
        sql.update(TRANSFER)
                .set(TRANSFER.DECIDED_BY, decider == null ? TRANSFER.DECIDED_BY : DSL.val(decider.name()))
                .set(TRANSFER.STATE, state.name())
                .set(TRANSFER.ANSWERED_AT, now)
                .set(TRANSFER.ANSWERED_BY, caller.personId())
                .set(TRANSFER.ANSWERED_NAME, caller.name())
                .set(TRANSFER.ANSWER, answer == null ? null : answer.strip())
                .where(TRANSFER.HAZARD_ID.eq(hazard))
                .and(TRANSFER.STATE.in(State.OFFERED.name(), State.DISPUTED.name()))
                .execute();
    }

    private static Transfer transfer(TransferRecord row) {
        String from = row.getFromLevel();
        String to = row.getToLevel();
        String decider = row.getDecidedBy();
        return new Transfer(
                row.getId(),
                Kind.valueOf(row.getKind()),
                new Ends(
                        row.getFromUnitId(),
                        row.getToUnitId(),
                        from == null ? null : AreaLevel.valueOf(from),
                        to == null ? null : AreaLevel.valueOf(to)),
                row.getReason(),
                row.getOfferedAt(),
                row.getOfferedName(),
                row.getAnswerDueAt(),
                State.valueOf(row.getState()),
                row.getAnsweredAt(),
                row.getAnsweredName(),
                row.getAnswer(),
                decider == null ? null : AreaLevel.valueOf(decider));
    }
}
