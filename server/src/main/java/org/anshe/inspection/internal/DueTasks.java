package org.anshe.inspection.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.DueRecords;
import org.anshe.inspection.internal.InspectionTaskQueries.InspectionTaskRow;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Inspection tasks in the calendar of what falls due. */
@Component
class DueTasks implements DueRecords {

    private final InspectionTaskQueries tasks;

    DueTasks(InspectionTaskQueries tasks) {
        this.tasks = tasks;
    }

    @Override
    public String subject() {
        return TaskDeadline.SUBJECT;
    }

    @Override
    public String permission() {
        return "inspection.view";
    }

    @Override
    public Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        return tasks.byIds(scope, ids).stream()
                .collect(Collectors.toMap(
                        InspectionTaskRow::id,
                        row -> new DueRecord(
                                row.objectName() == null ? row.planName() : row.objectName(),
                                null,
                                row.areaName(),
                                row.unitName(),
                                null,
                                false)));
    }
}
