package org.anshe.deadline.internal;

import static org.anshe.deadline.internal.db.Tables.RUNNING_DEADLINE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.anshe.deadline.Deadlines;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Running deadlines by the day they fall due. */
@Repository
class DueQueries {

    private static final Field<LocalDate> DAY = DSL.field(
            "({0} at time zone {1})::date",
            LocalDate.class, RUNNING_DEADLINE.DUE_AT, DSL.inline(OfficeTime.ZONE.getId()));

    private final DSLContext sql;

    DueQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What to look for.
     *
     * @param areas none does not restrict
     * @param until the moment itself does not count
     * @param kinds none does not restrict
     */
    record Span(List<AreaRange> areas, Instant from, Instant until, Collection<String> kinds) {}

    /** So many of one kind on one day. */
    record Count(LocalDate day, String subject, String kind, int count) {}

    /** @param permissions for each kind of record the permission to see it; the others are left out */
    List<Count> count(Caller caller, Map<String, String> permissions, Span span) {
        return sql.select(DAY, RUNNING_DEADLINE.SUBJECT, RUNNING_DEADLINE.KIND, DSL.count())
                .from(RUNNING_DEADLINE)
                .where(matches(caller, permissions, span))
                .groupBy(DAY, RUNNING_DEADLINE.SUBJECT, RUNNING_DEADLINE.KIND)
                .orderBy(DAY, RUNNING_DEADLINE.SUBJECT, RUNNING_DEADLINE.KIND)
                .fetch(Records.mapping(Count::new));
    }

    /** What falls due first comes first. */
    Page<Deadlines.Running> list(Caller caller, Map<String, String> permissions, Span span, PageRequest page) {
        Condition condition = matches(caller, permissions, span);
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 3);
            condition =
                    condition.and(DSL.row(RUNNING_DEADLINE.DUE_AT, RUNNING_DEADLINE.SUBJECT_ID, RUNNING_DEADLINE.KIND)
                            .gt(after.instant(0), after.uuid(1), after.text(2)));
        }
        List<Deadlines.Running> rows = sql.selectFrom(RUNNING_DEADLINE)
                .where(condition)
                .orderBy(RUNNING_DEADLINE.DUE_AT, RUNNING_DEADLINE.SUBJECT_ID, RUNNING_DEADLINE.KIND)
                .limit(page.limit() + 1)
                .fetch(row -> new Deadlines.Running(
                        new Deadlines.Key(row.getSubject(), row.getSubjectId(), row.getKind()),
                        new AreaKey(row.getAreaKey()),
                        row.getUnitId(),
                        row.getNearAt(),
                        row.getDueAt()));
        return Page.of(
                rows,
                page,
                row -> Cursor.of(row.dueAt(), row.key().id(), row.key().kind()));
    }

    private static Condition matches(Caller caller, Map<String, String> permissions, Span span) {
        return DSL.and(
                RUNNING_DEADLINE.DUE_AT.ge(span.from()),
                RUNNING_DEADLINE.DUE_AT.lt(span.until()),
                span.areas().isEmpty()
                        ? DSL.noCondition()
                        : AreaCondition.within(span.areas(), RUNNING_DEADLINE.AREA_KEY),
                span.kinds().isEmpty() ? DSL.noCondition() : RUNNING_DEADLINE.KIND.in(span.kinds()),
                permissions.isEmpty()
                        ? DSL.falseCondition()
                        : DSL.or(permissions.entrySet().stream()
                                .map(one -> RUNNING_DEADLINE
                                        .SUBJECT
                                        .eq(one.getKey())
                                        .and(ScopeCondition.within(
                                                caller.scopeFor(one.getValue()),
                                                RUNNING_DEADLINE.AREA_KEY,
                                                RUNNING_DEADLINE.UNIT_ID)))
                                .toList()));
    }
}
