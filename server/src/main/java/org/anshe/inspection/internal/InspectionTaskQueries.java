package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.PLAN;
import static org.anshe.inspection.internal.db.Tables.TASK;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tasks as lists show them. A unit sees those it checks, not those that are about to be made at its door. */
@Repository
public class InspectionTaskQueries {

    static final Condition OPEN = TASK.DONE_AT.isNull().and(TASK.CANCELLED_AT.isNull());

    private final DSLContext sql;
    private final Labels labels;
    private final Clock clock;

    InspectionTaskQueries(DSLContext sql, Labels labels, Clock clock) {
        this.sql = sql;
        this.labels = labels;
        this.clock = clock;
    }

    /** The part of the tasks a list is about. */
    public enum Selection {
        /** Neither done nor cancelled. */
        OPEN,
        /** Open and not overdue. */
        DUE,
        OVERDUE,
        DONE,
        CANCELLED
    }

    /** What to look for; null members do not restrict. {@code dueFrom} and {@code dueBefore} bound the due moment. */
    public record Filter(
            @Nullable Selection state,
            @Nullable UUID planId,
            @Nullable UUID objectId,
            @Nullable String objectType,
            @Nullable Integer supervisionClass,
            List<AreaRange> areas,
            @Nullable UUID unitId,
            @Nullable UUID assigneeId,
            boolean mine,
            @Nullable Instant dueFrom,
            @Nullable Instant dueBefore) {}

    /** One task. Names are null where the record they come from is gone. */
    public record InspectionTaskRow(
            UUID id,
            UUID planId,
            String planName,
            UUID objectId,
            @Nullable String objectName,
            String objectType,
            @Nullable String address,
            AreaKey area,
            @Nullable String areaName,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable Integer supervisionClass,
            String every,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant nearAt,
            Instant dueAt,
            @Nullable UUID assigneeId,
            @Nullable String assigneeName,
            boolean rescheduled,
            TaskState state,
            @Nullable Instant doneAt,
            @Nullable Boolean onTime,
            @Nullable String result,
            @Nullable Instant cancelledAt,
            @Nullable String cancelReason) {}

    /** Open ones soonest first, otherwise the last due first. */
    public Page<InspectionTaskRow> list(Caller caller, Filter filter, PageRequest page) {
        boolean soonestFirst = filter.state() != null
                && switch (filter.state()) {
                    case OPEN, DUE, OVERDUE -> true;
                    case DONE, CANCELLED -> false;
                };
        Condition condition = visible(caller.scope()).and(matches(caller, filter));
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            var position = DSL.row(TASK.DUE_AT, TASK.ID);
            condition = condition.and(
                    soonestFirst
                            ? position.gt(cursor.instant(0), cursor.uuid(1))
                            : position.lt(cursor.instant(0), cursor.uuid(1)));
        }
        List<? extends Record> rows = base().and(condition)
                .orderBy(
                        soonestFirst
                                ? List.of(TASK.DUE_AT.asc(), TASK.ID.asc())
                                : List.of(TASK.DUE_AT.desc(), TASK.ID.desc()))
                .limit(page.limit() + 1)
                .fetch();
        return Page.of(named(rows), page, row -> Cursor.of(row.dueAt(), row.id()));
    }

    public Optional<InspectionTaskRow> find(Scope scope, UUID id) {
        return named(base().and(TASK.ID.eq(id)).and(visible(scope)).fetch()).stream()
                .findFirst();
    }

    List<InspectionTaskRow> byIds(Scope scope, Collection<UUID> ids) {
        return named(base().and(TASK.ID.in(ids)).and(visible(scope)).fetch());
    }

    public boolean exists(Scope scope, UUID id) {
        return sql.fetchExists(TASK, TASK.ID.eq(id), visible(scope));
    }

    /** How many open tasks of the caller are overdue and how many are not. */
    public Map<TaskState, Integer> countMine(Caller caller) {
        Instant now = clock.instant();
        var overdue = DSL.count().filterWhere(TASK.DUE_AT.lt(now));
        var row = sql.select(DSL.count(), overdue)
                .from(TASK)
                .where(visible(caller.scope()))
                .and(mine(caller))
                .and(OPEN)
                .fetchSingle();
        return Map.of(TaskState.DUE, row.value1() - row.value2(), TaskState.OVERDUE, row.value2());
    }

    static Condition visible(Scope scope) {
        return ScopeCondition.within(scope, TASK.AREA_KEY, TASK.UNIT_ID);
    }

    /** Tasks given to the person, and those given to nobody that the person may do: of the own unit, if there is one. */
    static Condition mine(Caller caller) {
        Condition ofMyUnit = caller.unitId() == null
                ? DSL.noCondition()
                : TASK.UNIT_ID.eq(caller.unitId()).or(TASK.UNIT_ID.isNull());
        return TASK.ASSIGNEE_ID
                .eq(caller.person())
                .or(TASK.ASSIGNEE_ID.isNull().and(ofMyUnit).and(visible(caller.scopeFor("inspection.check"))));
    }

    Condition matches(Caller caller, Filter filter) {
        Condition condition = filter.state() == null ? DSL.noCondition() : inState(filter.state());
        if (filter.planId() != null) {
            condition = condition.and(TASK.PLAN_ID.eq(filter.planId()));
        }
        if (filter.objectId() != null) {
            condition = condition.and(TASK.OBJECT_ID.eq(filter.objectId()));
        }
        if (filter.objectType() != null) {
            condition = condition.and(TASK.OBJECT_TYPE.eq(filter.objectType()));
        }
        if (filter.supervisionClass() != null) {
            condition = condition.and(
                    filter.supervisionClass() == PlanContent.UNCLASSED
                            ? TASK.SUPERVISION_CLASS.isNull()
                            : TASK.SUPERVISION_CLASS.eq(filter.supervisionClass()));
        }
        if (!filter.areas().isEmpty()) {
            condition = condition.and(AreaCondition.within(filter.areas(), TASK.AREA_KEY));
        }
        if (filter.unitId() != null) {
            condition = condition.and(TASK.UNIT_ID.eq(filter.unitId()));
        }
        if (filter.assigneeId() != null) {
            condition = condition.and(TASK.ASSIGNEE_ID.eq(filter.assigneeId()));
        }
        if (filter.mine()) {
            condition = condition.and(mine(caller));
        }
        if (filter.dueFrom() != null) {
            condition = condition.and(TASK.DUE_AT.ge(filter.dueFrom()));
        }
        return filter.dueBefore() == null ? condition : condition.and(TASK.DUE_AT.lt(filter.dueBefore()));
    }

    private Condition inState(Selection state) {
        Instant now = clock.instant();
        return switch (state) {
            case OPEN -> OPEN;
            case DUE -> OPEN.and(TASK.DUE_AT.ge(now));
            case OVERDUE -> OPEN.and(TASK.DUE_AT.lt(now));
            case DONE -> TASK.DONE_AT.isNotNull();
            case CANCELLED -> TASK.CANCELLED_AT.isNotNull();
        };
    }

    private SelectConditionStep<? extends Record> base() {
        return sql.select(TASK.asterisk(), PLAN.NAME)
                .from(TASK)
                .join(PLAN)
                .on(PLAN.ID.eq(TASK.PLAN_ID))
                .where(DSL.noCondition());
    }

    private List<InspectionTaskRow> named(List<? extends Record> rows) {
        Map<UUID, RegisterObject> objects = labels.objects(Labels.keys(rows, row -> row.get(TASK.OBJECT_ID)));
        Map<AreaKey, String> areas = labels.areas(Labels.keys(rows, row -> new AreaKey(row.get(TASK.AREA_KEY))));
        Map<UUID, String> units = labels.units(Labels.keys(rows, row -> row.get(TASK.UNIT_ID)));
        Map<UUID, String> people = labels.people(Labels.keys(rows, row -> row.get(TASK.ASSIGNEE_ID)));
        return rows.stream().map(row -> row(row, objects, areas, units, people)).toList();
    }

    private InspectionTaskRow row(
            Record row,
            Map<UUID, RegisterObject> objects,
            Map<AreaKey, String> areas,
            Map<UUID, String> units,
            Map<UUID, String> people) {
        RegisterObject object = objects.get(row.get(TASK.OBJECT_ID));
        AreaKey area = new AreaKey(row.get(TASK.AREA_KEY));
        return new InspectionTaskRow(
                row.get(TASK.ID),
                row.get(TASK.PLAN_ID),
                row.get(PLAN.NAME),
                row.get(TASK.OBJECT_ID),
                object == null ? null : object.name(),
                row.get(TASK.OBJECT_TYPE),
                object == null ? null : object.address(),
                area,
                areas.get(area),
                row.get(TASK.UNIT_ID),
                Labels.of(units, row.get(TASK.UNIT_ID)),
                row.get(TASK.SUPERVISION_CLASS),
                row.get(TASK.EVERY),
                row.get(TASK.WINDOW_START),
                row.get(TASK.WINDOW_END),
                row.get(TASK.NEAR_AT),
                row.get(TASK.DUE_AT),
                row.get(TASK.ASSIGNEE_ID),
                Labels.of(people, row.get(TASK.ASSIGNEE_ID)),
                row.get(TASK.RESCHEDULED) > 0,
                state(row),
                row.get(TASK.DONE_AT),
                row.get(TASK.ON_TIME),
                row.get(TASK.RESULT),
                row.get(TASK.CANCELLED_AT),
                row.get(TASK.CANCEL_REASON));
    }

    private TaskState state(Record row) {
        if (row.get(TASK.CANCELLED_AT) != null) {
            return TaskState.CANCELLED;
        }
        if (row.get(TASK.DONE_AT) != null) {
            return TaskState.DONE;
        }
        return row.get(TASK.DUE_AT).isBefore(clock.instant()) ? TaskState.OVERDUE : TaskState.DUE;
    }
}
