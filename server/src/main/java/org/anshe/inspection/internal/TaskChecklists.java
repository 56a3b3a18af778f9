package org.anshe.inspection.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.anshe.deadline.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * Which checklists a task asks for: those of its plan that are made for this type of object; all of them when none is.
 */
@Component
class TaskChecklists {

    private final ChecklistQueries queries;
    private final Clock clock;

    TaskChecklists(ChecklistQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** Their versions in force today, in the order of the plan. */
    List<ChecklistQueries.ChecklistRow> wanted(UUID plan, String objectType) {
        List<ChecklistQueries.ChecklistRow> all = queries.inForce(plan, WorkingCalendar.dayOf(clock.instant()));
        List<ChecklistQueries.ChecklistRow> fitting = all.stream()
                .filter(row -> row.objectTypes().contains(objectType))
                .toList();
        return fitting.isEmpty() ? all : fitting;
    }
}
