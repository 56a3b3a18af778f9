package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.CHECK;
import static org.anshe.inspection.internal.db.Tables.DRAW;
import static org.anshe.inspection.internal.db.Tables.TASK;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.anshe.inspection.internal.db.tables.records.TaskRecord;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tasks in bulk and one by one. */
@Repository
class InspectionTaskRepository {

    private static final Condition OPEN = TASK.DONE_AT.isNull().and(TASK.CANCELLED_AT.isNull());

    /** A task that somebody is filling is left to that person. */
    private static final Condition NOT_BEGUN = DSL.notExists(
            DSL.selectOne().from(CHECK).where(CHECK.TASK_ID.eq(TASK.ID)).and(CHECK.STATE.eq("DRAFT")));

    private final DSLContext sql;
    private final Clock clock;

    InspectionTaskRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Generators of the same plan take turns, batch by batch. */
    void lockPlan(UUID plan) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(plan.getMostSignificantBits() ^ 0x494e5350L));
    }

    /**
     * Makes tasks in one statement: one for each object and period, none twice. An object that would enter after the
     * middle of its period gets the task only if it has been checked in this rhythm before. What is checked once over
     * the life of the plan is not asked for again when the plan's days change.
     *
     * @return the ids of those that were new
     */
    List<UUID> addMissing(UUID plan, List<NewTask> tasks) {
        return sql.resultQuery(
                        """
                        insert into inspection.task
                            (id, plan_id, object_id, object_type, object_unit_id, area_key, unit_id, supervision_class,
                             every, period_start, window_start, window_end, near_at, due_at, assignee_id, created_at)
                        select n.id, {0}, n.object_id, n.object_type, n.object_unit_id, n.area_key, n.unit_id, n.class,
                               n.every, n.period_start, n.window_start, n.window_end, n.near_at, n.due_at, n.assignee_id, {1}
                        from unnest({2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16})
                            as n (id, object_id, object_type, object_unit_id, area_key, unit_id, class,
                                  every, period_start, window_start, window_end, near_at, due_at, assignee_id, late)
                        where (not n.late
                               or exists (select 1 from inspection.task e
                                          where e.plan_id = {0} and e.object_id = n.object_id and e.every = n.every))
                          and not (n.every = {17}
                                   and exists (select 1 from inspection.task o
                                               where o.plan_id = {0} and o.object_id = n.object_id
                                                 and o.every = n.every and o.cancelled_at is null))
                        on conflict on constraint task_once do nothing
                        returning id""",
                        DSL.val(plan),
                        DSL.val(clock.instant(), TASK.CREATED_AT),
                        array(tasks, NewTask::id, UUID[]::new),
                        array(tasks, one -> one.object().id(), UUID[]::new),
                        array(tasks, one -> one.object().type(), String[]::new),
                        array(tasks, one -> one.object().unitId(), UUID[]::new),
                        array(tasks, one -> one.object().area().value(), Long[]::new),
                        array(tasks, NewTask::unitId, UUID[]::new),
                        array(tasks, one -> one.object().supervisionClass(), Integer[]::new),
                        array(tasks, one -> one.every().code(), String[]::new),
                        array(tasks, one -> one.period().start(), LocalDate[]::new),
                        array(tasks, one -> one.window().first(), LocalDate[]::new),
                        array(tasks, one -> one.window().last(), LocalDate[]::new),
                        array(tasks, one -> offset(one.window().nearAt()), OffsetDateTime[]::new),
                        array(tasks, one -> offset(one.window().dueAt()), OffsetDateTime[]::new),
                        array(tasks, NewTask::assigneeId, UUID[]::new),
                        array(tasks, NewTask::entersLate, Boolean[]::new),
                        DSL.val(Cadence.ONCE.code()))
                .fetch(row -> row.get(0, UUID.class));
    }

    /** Cancels open tasks of another rhythm whose object has just got one in the new rhythm, and are not overdue. */
    List<UUID> cancelSuperseded(Collection<UUID> fresh) {
        var newer = TASK.as("newer");
        return cancel(
                "SUPERSEDED",
                TASK.DUE_AT
                        .ge(clock.instant())
                        .and(DSL.exists(DSL.selectOne()
                                .from(newer)
                                .where(newer.ID.eq(DSL.any(fresh.toArray(UUID[]::new))))
                                .and(newer.PLAN_ID.eq(TASK.PLAN_ID))
                                .and(newer.OBJECT_ID.eq(TASK.OBJECT_ID))
                                .and(newer.EVERY.ne(TASK.EVERY)))));
    }

    List<UUID> cancelOf(UUID plan, String reason, Collection<UUID> objects) {
        return cancel(reason, TASK.PLAN_ID.eq(plan).and(TASK.OBJECT_ID.eq(DSL.any(objects.toArray(UUID[]::new)))));
    }

    List<UUID> cancelOfObject(String reason, UUID object) {
        return cancel(reason, TASK.OBJECT_ID.eq(object));
    }

    List<UUID> cancelAllOf(UUID plan, String reason, int limit) {
        return cancel(
                reason,
                TASK.ID.in(DSL.select(TASK.ID)
                        .from(TASK)
                        .where(TASK.PLAN_ID.eq(plan))
                        .and(OPEN)
                        .and(NOT_BEGUN)
                        .limit(limit)));
    }

    /** Empty when the task is done, cancelled or being filled. */
    List<UUID> cancelOne(UUID id, String reason) {
        return cancel(reason, TASK.ID.eq(id));
    }

    private List<UUID> cancel(String reason, Condition which) {
        return sql.update(TASK)
                .set(TASK.CANCELLED_AT, clock.instant())
                .set(TASK.CANCEL_REASON, reason)
                .where(OPEN)
                .and(NOT_BEGUN)
                .and(which)
                .returning(TASK.ID)
                .fetch(TASK.ID);
    }

    /** Objects with open tasks of a plan, ordered by id, following {@code after}. */
    List<UUID> objectsWithOpenTasks(UUID plan, @Nullable UUID after, int limit) {
        return sql.selectDistinct(TASK.OBJECT_ID)
                .from(TASK)
                .where(TASK.PLAN_ID.eq(plan))
                .and(OPEN)
                .and(after == null ? DSL.noCondition() : TASK.OBJECT_ID.gt(after))
                .orderBy(TASK.OBJECT_ID)
                .limit(limit)
                .fetch(TASK.OBJECT_ID);
    }

    /** Open tasks follow their object to another area, unit or class. */
    void follow(UUID plan, Collection<RegisterObject> objects) {
        List<RegisterObject> list = List.copyOf(objects);
        sql.execute(
                """
                update inspection.task t
                set area_key = n.area_key, object_unit_id = n.object_unit_id, supervision_class = n.class
                from unnest({1}, {2}, {3}, {4}) as n (object_id, area_key, object_unit_id, class)
                where t.plan_id = {0} and t.object_id = n.object_id and t.done_at is null and t.cancelled_at is null
                  and (t.area_key, t.object_unit_id, t.supervision_class)
                      is distinct from (n.area_key, n.object_unit_id, n.class)""",
                DSL.val(plan),
                array(list, RegisterObject::id, UUID[]::new),
                array(list, one -> one.area().value(), Long[]::new),
                array(list, RegisterObject::unitId, UUID[]::new),
                array(list, RegisterObject::supervisionClass, Integer[]::new));
    }

    Optional<TaskRecord> findLocked(UUID id) {
        return sql.selectFrom(TASK).where(TASK.ID.eq(id)).forUpdate().fetchOptional();
    }

    UUID planOf(UUID id) {
        return sql.select(TASK.PLAN_ID)
                .from(TASK)
                .where(TASK.ID.eq(id))
                .fetchSingle()
                .value1();
    }

    void done(UUID id, boolean onTime, boolean failed) {
        sql.update(TASK)
                .set(TASK.DONE_AT, clock.instant())
                .set(TASK.ON_TIME, onTime)
                .set(TASK.RESULT, failed ? "FAIL" : "PASS")
                .where(TASK.ID.eq(id))
                .execute();
    }

    /** A correction may turn the result of a task that is done. */
    void correctResult(UUID id, boolean failed) {
        sql.update(TASK)
                .set(TASK.RESULT, failed ? "FAIL" : "PASS")
                .where(TASK.ID.eq(id))
                .and(TASK.DONE_AT.isNotNull())
                .execute();
    }

    void reschedule(UUID id, Instant nearAt, Instant dueAt) {
        sql.update(TASK)
                .set(TASK.NEAR_AT, nearAt)
                .set(TASK.DUE_AT, dueAt)
                .set(TASK.RESCHEDULED, 1)
                .where(TASK.ID.eq(id))
                .execute();
    }

    void assign(UUID id, UUID person) {
        sql.update(TASK).set(TASK.ASSIGNEE_ID, person).where(TASK.ID.eq(id)).execute();
    }

    /** Whether the lot of a period is drawn; one for the whole life of a plan stays, whatever its days become. */
    boolean isDrawn(UUID plan, Cadence every, LocalDate periodStart) {
        boolean once = every == Cadence.ONCE
                && sql.fetchExists(
                        TASK,
                        TASK.PLAN_ID.eq(plan).and(TASK.EVERY.eq(every.code())).and(TASK.CANCELLED_AT.isNull()));
        return once || sql.fetchExists(DRAW, DRAW.PLAN_ID.eq(plan).and(DRAW.PERIOD_START.eq(periodStart)));
    }

    void recordDraw(UUID plan, LocalDate periodStart, String seed, int candidates, int drawn) {
        sql.insertInto(DRAW)
                .set(DRAW.PLAN_ID, plan)
                .set(DRAW.PERIOD_START, periodStart)
                .set(DRAW.SEED, seed)
                .set(DRAW.CANDIDATES, candidates)
                .set(DRAW.DRAWN, drawn)
                .set(DRAW.DRAWN_AT, clock.instant())
                .execute();
    }

    private static OffsetDateTime offset(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static <T, V> Field<V[]> array(List<T> rows, Function<T, @Nullable V> value, IntFunction<V[]> make) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return DSL.val(values.toArray(make));
    }
}
