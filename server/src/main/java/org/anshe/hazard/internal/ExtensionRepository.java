package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.db.Tables.EXTENSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.internal.db.tables.records.ExtensionRecord;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Extensions that were asked for, and what became of them. */
@Repository
class ExtensionRepository {

    private final DSLContext sql;

    ExtensionRepository(DSLContext sql) {
        this.sql = sql;
    }

    enum State {
        PENDING,
        GRANTED,
        REFUSED,
        WITHDRAWN,
        LAPSED
    }

    /**
     * A request.
     *
     * @param days calendar days beyond the old deadline
     * @param level who decides
     */
    record Extension(
            UUID id,
            int nth,
            Instant oldDueAt,
            LocalDate askedUntil,
            int days,
            String reason,
            AreaLevel level,
            Instant askedAt,
            @Nullable UUID askedBy,
            String askedName,
            Instant answerDueAt,
            State state,
            @Nullable LocalDate grantedUntil,
            @Nullable Instant decidedAt,
            @Nullable String decidedName,
            @Nullable String note) {}

    void add(UUID hazard, Extension asked) {
        sql.insertInto(EXTENSION)
                .set(sql.newRecord(EXTENSION)
                        .setId(asked.id())
                        .setHazardId(hazard)
                        .setNth(asked.nth())
                        .setOldDueAt(asked.oldDueAt())
                        .setAskedUntil(asked.askedUntil())
                        .setDays(asked.days())
                        .setReason(asked.reason())
                        .setLevel(asked.level().name())
                        .setAskedAt(asked.askedAt())
                        .setAskedBy(asked.askedBy())
                        .setAskedName(asked.askedName())
                        .setAnswerDueAt(asked.answerDueAt())
                        .setState(State.PENDING.name()))
                .execute();
    }

    Optional<Extension> pending(UUID hazard) {
        return sql.selectFrom(EXTENSION)
                .where(EXTENSION.HAZARD_ID.eq(hazard))
                .and(EXTENSION.STATE.eq(State.PENDING.name()))
                .fetchOptional(ExtensionRepository::extension);
    }

    List<Extension> of(UUID hazard) {
        return sql.selectFrom(EXTENSION)
                .where(EXTENSION.HAZARD_ID.eq(hazard))
                .orderBy(EXTENSION.ASKED_AT)
                .fetch(ExtensionRepository::extension);
    }

    void decide(
            Caller caller, UUID hazard, State state, @Nullable LocalDate until, @Nullable String note, Instant now) {
        sql.update(EXTENSION)
                .set(EXTENSION.STATE, state.name())
                .set(EXTENSION.GRANTED_UNTIL, until)
                .set(EXTENSION.DECIDED_AT, now)
                .set(EXTENSION.DECIDED_BY, caller.personId())
                .set(EXTENSION.DECIDED_NAME, caller.name())
                .set(EXTENSION.NOTE, note)
                .where(EXTENSION.HAZARD_ID.eq(hazard))
                .and(EXTENSION.STATE.eq(State.PENDING.name()))
                .execute();
    }

    void lapse(Caller caller, UUID hazard, Instant now) {
        decide(caller, hazard, State.LAPSED, null, null, now);
    }

    private static Extension extension(ExtensionRecord row) {
        return new Extension(
                row.getId(),
                row.getNth(),
                row.getOldDueAt(),
                row.getAskedUntil(),
                row.getDays(),
                row.getReason(),
                AreaLevel.valueOf(row.getLevel()),
                row.getAskedAt(),
                row.getAskedBy(),
                row.getAskedName(),
                row.getAnswerDueAt(),
                State.valueOf(row.getState()),
                row.getGrantedUntil(),
                row.getDecidedAt(),
                row.getDecidedName(),
                row.getNote());
    }
}
