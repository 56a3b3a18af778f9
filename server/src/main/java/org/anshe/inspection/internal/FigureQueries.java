package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.CHECK;
import static org.anshe.inspection.internal.db.Tables.PLAN;
import static org.anshe.inspection.internal.db.Tables.TASK;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.anshe.inspection.internal.InspectionTaskQueries.Filter;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** InspectionCompletion rates and workload, counted from the rows that the lists show. */
@Repository
public class FigureQueries {

    private static final long COMMUNITY_SPAN = 10_000_000L;

    private final DSLContext sql;
    private final InspectionTaskQueries tasks;
    private final Labels labels;
    private final Clock clock;

    FigureQueries(DSLContext sql, InspectionTaskQueries tasks, Labels labels, Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.labels = labels;
        this.clock = clock;
    }

    /** By what completion is told apart. */
    public enum Grouping {
        NONE,
        PLAN,
        CLASS,
        COMMUNITY,
        UNIT
    }

    /**
     * InspectionCompletion of one group. Cancelled tasks do not count.
     *
     * @param key id, key or class; null for the whole or for tasks that have none
     * @param due all that fell or falls due in the window: done and open
     * @param late done after the due moment
     * @param overdue open after the due moment
     */
    public record InspectionCompletion(
            @Nullable String key, @Nullable String name, int due, int done, int onTime, int late, int overdue) {}

    /**
     * Work of one person: open tasks given to the person, and checks made within the window. A check stays with the
     * person and the day it was made, whoever corrects it later.
     */
    public record InspectionWorkload(
            UUID personId, @Nullable String name, int openTasks, int overdueTasks, int checks, int failedItems) {}

    public List<InspectionCompletion> completion(Caller caller, Filter filter, Grouping grouping) {
        Field<String> key = key(grouping);
        Field<String> name = grouping == Grouping.PLAN ? DSL.max(PLAN.NAME) : DSL.inline((String) null);
        List<InspectionCompletion> rows = sql.select(
                        key,
                        name,
                        DSL.count(),
                        DSL.count(TASK.DONE_AT),
                        DSL.count().filterWhere(TASK.ON_TIME.isTrue()),
                        DSL.count().filterWhere(TASK.ON_TIME.isFalse()),
                        DSL.count().filterWhere(TASK.DONE_AT.isNull().and(TASK.DUE_AT.lt(clock.instant()))))
                .from(TASK)
                .join(PLAN)
                .on(PLAN.ID.eq(TASK.PLAN_ID))
                .where(InspectionTaskQueries.visible(caller.scope()))
                .and(tasks.matches(caller, filter))
                .and(TASK.CANCELLED_AT.isNull())
                .groupBy(key)
                .orderBy(key)
                .limit(1_000)
                .fetch(row -> new InspectionCompletion(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
        return named(rows, grouping);
    }

    /** By person, most open tasks first. */
    public List<InspectionWorkload> workload(Caller caller, List<AreaRange> areas, Instant from, Instant before) {
        Condition tasksIn = areas.isEmpty() ? DSL.noCondition() : AreaCondition.within(areas, TASK.AREA_KEY);
        Condition checksIn = areas.isEmpty() ? DSL.noCondition() : AreaCondition.within(areas, CHECK.AREA_KEY);
        Map<UUID, int[]> open = new LinkedHashMap<>();
        sql.select(TASK.ASSIGNEE_ID, DSL.count(), DSL.count().filterWhere(TASK.DUE_AT.lt(clock.instant())))
                .from(TASK)
                .where(InspectionTaskQueries.visible(caller.scope()))
                .and(tasksIn)
                .and(InspectionTaskQueries.OPEN)
                .and(TASK.ASSIGNEE_ID.isNotNull())
                .groupBy(TASK.ASSIGNEE_ID)
                .forEach(row -> open.put(row.value1(), new int[] {row.value2(), row.value3()}));
        Map<UUID, int[]> checked = new LinkedHashMap<>();
        var first = CHECK.as("first");
        sql.select(first.INSPECTOR_ID, DSL.count(), DSL.sum(CHECK.FAILED_ITEMS))
                .from(CHECK)
                .join(first)
                .on(first.ID.eq(CHECK.ROOT_ID))
                .where(ScopeCondition.within(caller.scope(), CHECK.AREA_KEY, CHECK.UNIT_ID))
                .and(checksIn)
                .and(CHECK.STATE.eq("SUBMITTED"))
                .and(CHECK.OUTCOME.eq("CHECKED"))
                .and(first.SUBMITTED_AT.ge(from))
                .and(first.SUBMITTED_AT.lt(before))
                .groupBy(first.INSPECTOR_ID)
                .forEach(row -> checked.put(
                        row.value1(), new int[] {row.value2(), row.value3().intValue()}));
        Set<UUID> people = new TreeSet<>(open.keySet());
        people.addAll(checked.keySet());
        Map<UUID, String> names = labels.people(people);
        int[] none = {0, 0};
        return people.stream()
                .map(person -> {
                    int[] todo = open.getOrDefault(person, none);
                    int[] did = checked.getOrDefault(person, none);
                    return new InspectionWorkload(person, names.get(person), todo[0], todo[1], did[0], did[1]);
                })
                .sorted(java.util.Comparator.comparingInt(InspectionWorkload::openTasks)
                        .reversed()
                        .thenComparing(java.util.Comparator.comparingInt(InspectionWorkload::checks)
                                .reversed()))
                .toList();
    }

    private List<InspectionCompletion> named(List<InspectionCompletion> rows, Grouping grouping) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> keys = Labels.keys(rows, InspectionCompletion::key);
        if (grouping == Grouping.UNIT) {
            labels.units(keys.stream().map(UUID::fromString).toList())
                    .forEach((id, name) -> names.put(id.toString(), name));
        } else if (grouping == Grouping.COMMUNITY) {
            labels.areas(keys.stream().map(AreaKey::parse).toList())
                    .forEach((area, name) -> names.put(area.toString(), name));
        }
        return rows.stream()
                .map(row -> new InspectionCompletion(
                        row.key(),
                        row.name() == null ? Labels.of(names, row.key()) : row.name(),
                        row.due(),
                        row.done(),
                        row.onTime(),
                        row.late(),
                        row.overdue()))
                .toList();
    }

    private static Field<String> key(Grouping grouping) {
        Field<?> column = switch (grouping) {
            case NONE -> DSL.inline((String) null);
            case PLAN -> TASK.PLAN_ID;
            case CLASS -> TASK.SUPERVISION_CLASS;
            case COMMUNITY -> TASK.AREA_KEY.minus(TASK.AREA_KEY.mod(DSL.inline(COMMUNITY_SPAN)));
            case UNIT -> TASK.UNIT_ID;
        };
        return column.cast(String.class);
    }
}
