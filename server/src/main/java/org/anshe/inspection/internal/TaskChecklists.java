package org.anshe.inspection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anshe.deadline.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * Which checklists a task asks for: those of its plan that are made for this type of object; all of them when none is.
 */
@Component
class TaskChecklists {

    private final InspectionPlanRepository plans;
    private final ChecklistRepository checklists;
    private final ChecklistQueries queries;
    private final Clock clock;

    TaskChecklists(
            InspectionPlanRepository plans, ChecklistRepository checklists, ChecklistQueries queries, Clock clock) {
        this.plans = plans;
        this.checklists = checklists;
        this.queries = queries;
        this.clock = clock;
    }

    /** Their versions in force today, in the order of the plan. */
    List<ChecklistQueries.ChecklistRow> wanted(UUID plan, String objectType) {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        List<ChecklistQueries.ChecklistRow> all = new ArrayList<>();
        List<UUID> named =
                plans.find(plan).map(found -> found.content().checklists()).orElse(List.of());
        for (UUID checklist : named) {
            checklists
                    .findInForce(checklist, today)
                    .flatMap(version -> queries.version(version.id()))
                    .ifPresent(all::add);
        }
        List<ChecklistQueries.ChecklistRow> fitting = all.stream()
                .filter(row -> row.objectTypes().contains(objectType))
                .toList();
        return fitting.isEmpty() ? all : fitting;
    }
}
