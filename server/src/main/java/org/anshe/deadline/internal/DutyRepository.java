package org.anshe.deadline.internal;

import static org.anshe.deadline.internal.db.Tables.DUTY;
import static org.anshe.deadline.internal.db.Tables.FULFILMENT;
import static org.anshe.deadline.internal.db.Tables.OCCURRENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.deadline.DutyPeriod;
import org.anshe.deadline.RecurringDuties.Duty;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Duties, their occurrences and what was done for them. */
@Repository
class DutyRepository {

    private final DSLContext sql;

    DutyRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** An occurrence with what its duty asks for. */
    record Occurrence(
            UUID id,
            UUID dutyId,
            AreaKey area,
            @Nullable UUID unitId,
            LocalDate periodStart,
            int doneCount,
            int times) {}

    void add(Duty duty) {
        sql.insertInto(DUTY)
                .set(DUTY.ID, duty.id())
                .set(DUTY.SUBJECT, duty.subject())
                .set(DUTY.SUBJECT_ID, duty.subjectId())
                .set(DUTY.TITLE, duty.title())
                .set(DUTY.AREA_KEY, duty.area().value())
                .set(DUTY.UNIT_ID, duty.unitId())
                .set(DUTY.EVERY, code(duty.every()))
                .set(DUTY.TIMES, duty.times())
                .set(DUTY.FROM_DAY, duty.from())
                .set(DUTY.UNTIL_DAY, duty.until())
                .onConflict(DUTY.ID)
                .doNothing()
                .execute();
    }

    /** Ends the running duties of a record and returns their open occurrences. */
    List<UUID> end(String subject, UUID subjectId, Instant now) {
        List<UUID> duties = sql.update(DUTY)
                .set(DUTY.ENDED_AT, now)
                .where(DUTY.SUBJECT.eq(subject))
                .and(DUTY.SUBJECT_ID.eq(subjectId))
                .and(DUTY.ENDED_AT.isNull())
                .returning(DUTY.ID)
                .fetch(DUTY.ID);
        return sql.select(OCCURRENCE.ID)
                .from(OCCURRENCE)
                .where(OCCURRENCE.DUTY_ID.in(duties))
                .and(OCCURRENCE.DONE_AT.isNull())
                .fetch(OCCURRENCE.ID);
    }

    /** Gives running duties another last day; those that begin after it end now. */
    void moveEnd(Collection<UUID> ids, @Nullable LocalDate until, Instant now) {
        Condition running = DUTY.ID.in(ids).and(DUTY.ENDED_AT.isNull());
        if (until != null) {
            sql.update(DUTY)
                    .set(DUTY.ENDED_AT, now)
                    .where(running)
                    .and(DUTY.FROM_DAY.gt(until))
                    .execute();
        }
        sql.update(DUTY).set(DUTY.UNTIL_DAY, until).where(running).execute();
    }

    /** What is open of these duties. */
    List<Open> open(Collection<UUID> ids) {
        return sql.select(OCCURRENCE.ID, OCCURRENCE.PERIOD_START, OCCURRENCE.PERIOD_END, DUTY.asterisk())
                .from(OCCURRENCE)
                .join(DUTY)
                .on(DUTY.ID.eq(OCCURRENCE.DUTY_ID))
                .where(DUTY.ID.in(ids))
                .and(OCCURRENCE.DONE_AT.isNull())
                .fetch(row -> new Open(
                        row.get(OCCURRENCE.ID),
                        duty(row),
                        row.get(DUTY.ENDED_AT) != null,
                        new DutyPeriod(row.get(OCCURRENCE.PERIOD_START), row.get(OCCURRENCE.PERIOD_END))));
    }

    /** An open occurrence of a duty, which may have ended. */
    record Open(UUID id, Duty duty, boolean ended, DutyPeriod period) {

        /** Whether it still falls due. */
        boolean counts() {
            return !ended && (duty.until() == null || !period.start().isAfter(duty.until()));
        }
    }

    void moveDue(UUID occurrence, Instant dueAt) {
        sql.update(OCCURRENCE)
                .set(OCCURRENCE.DUE_AT, dueAt)
                .where(OCCURRENCE.ID.eq(occurrence))
                .execute();
    }

    /** What fell due or still does, as the published view has it. */
    static Condition counts() {
        return OCCURRENCE
                .DONE_AT
                .isNotNull()
                .or(DUTY.ENDED_AT
                        .isNull()
                        .or(OCCURRENCE.DUE_AT.le(DUTY.ENDED_AT))
                        .and(DUTY.UNTIL_DAY.isNull().or(OCCURRENCE.PERIOD_START.le(DUTY.UNTIL_DAY))));
    }

    /** Running duties whose span has begun by this day, with the last period they have an occurrence for. */
    List<Running> running(LocalDate today) {
        return running(today, DSL.noCondition());
    }

    /** {@link #running(LocalDate)} of these duties. */
    List<Running> running(LocalDate today, Collection<UUID> ids) {
        return running(today, DUTY.ID.in(ids));
    }

    private List<Running> running(LocalDate today, Condition which) {
        var last = DSL.field(
                DSL.select(DSL.max(OCCURRENCE.PERIOD_START)).from(OCCURRENCE).where(OCCURRENCE.DUTY_ID.eq(DUTY.ID)));
        return sql.select(DUTY.asterisk(), last)
                .from(DUTY)
                .where(DUTY.ENDED_AT.isNull())
                .and(DUTY.FROM_DAY.le(today))
                .and(which)
                .fetch(row -> new Running(duty(row), row.get(last)));
    }

    /**
     * A running duty.
     *
     * @param lastStart first day of the last period with an occurrence, null for none yet
     */
    record Running(Duty duty, @Nullable LocalDate lastStart) {}

    /** Adds an occurrence unless there is one of that period; returns its id when it is new. */
    Optional<UUID> addOccurrence(Duty duty, DutyPeriod period, Instant dueAt) {
        UUID id = Ids.next();
        int added = sql.insertInto(OCCURRENCE)
                .set(OCCURRENCE.ID, id)
                .set(OCCURRENCE.DUTY_ID, duty.id())
                .set(OCCURRENCE.PERIOD_START, period.start())
                .set(OCCURRENCE.PERIOD_END, period.end())
                .set(OCCURRENCE.DUE_AT, dueAt)
                .onConflict(OCCURRENCE.DUTY_ID, OCCURRENCE.PERIOD_START)
                .doNothing()
                .execute();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<Occurrence> findForUpdate(Scope scope, UUID id) {
        return sql.select(
                        OCCURRENCE.ID,
                        OCCURRENCE.DUTY_ID,
                        DUTY.AREA_KEY,
                        DUTY.UNIT_ID,
                        OCCURRENCE.PERIOD_START,
                        OCCURRENCE.DONE_COUNT,
                        DUTY.TIMES)
                .from(OCCURRENCE)
                .join(DUTY)
                .on(DUTY.ID.eq(OCCURRENCE.DUTY_ID))
                .where(OCCURRENCE.ID.eq(id))
                .and(counts())
                .and(ScopeCondition.within(scope, DUTY.AREA_KEY, DUTY.UNIT_ID))
                .forUpdate()
                .of(OCCURRENCE)
                .fetchOptional(row -> new Occurrence(
                        row.value1(),
                        row.value2(),
                        new AreaKey(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /** Records a fulfilment; false when it is there already. */
    boolean fulfil(Caller caller, UUID occurrence, UUID fulfilment, String note, Instant now) {
        return sql.insertInto(FULFILMENT)
                        .set(FULFILMENT.ID, fulfilment)
                        .set(FULFILMENT.OCCURRENCE_ID, occurrence)
                        .set(FULFILMENT.AT, now)
                        .set(FULFILMENT.PERSON_ID, caller.personId())
                        .set(FULFILMENT.PERSON_NAME, caller.name())
                        .set(FULFILMENT.NOTE, note)
                        .onConflict(FULFILMENT.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    void count(UUID occurrence, int done, @Nullable Instant doneAt) {
        sql.update(OCCURRENCE)
                .set(OCCURRENCE.DONE_COUNT, done)
                .set(OCCURRENCE.DONE_AT, doneAt)
                .set(OCCURRENCE.VERSION, OCCURRENCE.VERSION.plus(1))
                .where(OCCURRENCE.ID.eq(occurrence))
                .execute();
    }

    private static Duty duty(Record row) {
        return new Duty(
                row.get(DUTY.ID),
                row.get(DUTY.SUBJECT),
                row.get(DUTY.SUBJECT_ID),
                row.get(DUTY.TITLE),
                new AreaKey(row.get(DUTY.AREA_KEY)),
                row.get(DUTY.UNIT_ID),
                Period.parse(row.get(DUTY.EVERY)),
                row.get(DUTY.TIMES),
                row.get(DUTY.FROM_DAY),
                row.get(DUTY.UNTIL_DAY));
    }

    /** {@link Period} writes a week as seven days. */
    private static String code(Period every) {
        return every.equals(Period.ofWeeks(1)) ? "P1W" : every.toString();
    }
}
