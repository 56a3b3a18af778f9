package org.anshe.deadline.internal;

import static org.anshe.deadline.internal.db.Tables.DUTY;
import static org.anshe.deadline.internal.db.Tables.OCCURRENCE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.DueRecords.DueRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Occurrences of duties, in the order they fall due. */
@Repository
public class DutyQueries {

    private final DSLContext sql;
    private final Clock clock;

    DutyQueries(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Where an occurrence stands. */
    public enum State {
        OPEN,
        OVERDUE,
        DONE,
        DONE_LATE
    }

    /** What to look for; null members do not restrict. */
    public record Filter(
            @Nullable String subject,
            @Nullable UUID subjectId,
            @Nullable UUID unitId,
            @Nullable State state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One occurrence of a duty. */
    public record Row(
            UUID id,
            UUID dutyId,
            String title,
            String subject,
            UUID subjectId,
            AreaKey area,
            @Nullable UUID unitId,
            String every,
            int times,
            int doneCount,
            LocalDate periodStart,
            LocalDate periodEnd,
            Instant dueAt,
            @Nullable Instant doneAt,
            State state) {}

    public Page<Row> list(Scope scope, Filter filter, PageRequest page) {
        Instant now = clock.instant();
        Condition condition = ScopeCondition.within(scope, DUTY.AREA_KEY, DUTY.UNIT_ID)
                .and(DutyRepository.counts())
                .and(matches(filter, now));
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(OCCURRENCE.DUE_AT, OCCURRENCE.ID).gt(cursor.instant(0), cursor.uuid(1)));
        }
        var rows = sql.select(OCCURRENCE.asterisk(), DUTY.asterisk())
                .from(OCCURRENCE)
                .join(DUTY)
                .on(DUTY.ID.eq(OCCURRENCE.DUTY_ID))
                .where(condition)
                .orderBy(OCCURRENCE.DUE_AT, OCCURRENCE.ID)
                .limit(page.limit() + 1)
                .fetch(row -> row(row, now));
        return Page.of(rows, page, row -> Cursor.of(row.dueAt(), row.id()));
    }

    /** Occurrences in short; the campaign a duty comes from is what it is opened under. */
    Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        return sql.select(OCCURRENCE.ID, DUTY.TITLE, DUTY.SUBJECT_ID)
                .from(OCCURRENCE)
                .join(DUTY)
                .on(DUTY.ID.eq(OCCURRENCE.DUTY_ID))
                .where(OCCURRENCE.ID.in(ids))
                .and(ScopeCondition.within(scope, DUTY.AREA_KEY, DUTY.UNIT_ID))
                .fetchMap(
                        OCCURRENCE.ID,
                        row -> new DueRecord(row.get(DUTY.TITLE), null, null, null, row.get(DUTY.SUBJECT_ID), false));
    }

    private static Condition matches(Filter filter, Instant now) {
        Condition condition = DSL.noCondition();
        if (filter.subject() != null) {
            condition = condition.and(DUTY.SUBJECT.eq(filter.subject()));
        }
        if (filter.subjectId() != null) {
            condition = condition.and(DUTY.SUBJECT_ID.eq(filter.subjectId()));
        }
        if (filter.unitId() != null) {
            condition = condition.and(DUTY.UNIT_ID.eq(filter.unitId()));
        }
        if (filter.from() != null) {
            condition = condition.and(OCCURRENCE.PERIOD_END.ge(filter.from()));
        }
        if (filter.to() != null) {
            condition = condition.and(OCCURRENCE.PERIOD_START.le(filter.to()));
        }
        if (filter.state() == null) {
            return condition;
        }
        return condition.and(
                switch (filter.state()) {
                    case OPEN -> OCCURRENCE.DONE_AT.isNull().and(OCCURRENCE.DUE_AT.ge(now));
                    case OVERDUE -> OCCURRENCE.DONE_AT.isNull().and(OCCURRENCE.DUE_AT.lt(now));
                    case DONE -> OCCURRENCE.DONE_AT.le(OCCURRENCE.DUE_AT);
                    case DONE_LATE -> OCCURRENCE.DONE_AT.gt(OCCURRENCE.DUE_AT);
                });
    }

    private static Row row(Record row, Instant now) {
        Instant dueAt = row.get(OCCURRENCE.DUE_AT);
        Instant doneAt = row.get(OCCURRENCE.DONE_AT);
        return new Row(
                row.get(OCCURRENCE.ID),
                row.get(DUTY.ID),
                row.get(DUTY.TITLE),
                row.get(DUTY.SUBJECT),
                row.get(DUTY.SUBJECT_ID),
                new AreaKey(row.get(DUTY.AREA_KEY)),
                row.get(DUTY.UNIT_ID),
                row.get(DUTY.EVERY),
                row.get(DUTY.TIMES),
                row.get(OCCURRENCE.DONE_COUNT),
                row.get(OCCURRENCE.PERIOD_START),
                row.get(OCCURRENCE.PERIOD_END),
                dueAt,
                doneAt,
                state(now, dueAt, doneAt));
    }

    private static State state(Instant now, Instant dueAt, @Nullable Instant doneAt) {
        if (doneAt == null) {
            return now.isAfter(dueAt) ? State.OVERDUE : State.OPEN;
        }
        return doneAt.isAfter(dueAt) ? State.DONE_LATE : State.DONE;
    }
}
