package org.anshe.inspection.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.register.ObjectRetired;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** An object that left its register has nothing left to check: its open tasks are cancelled at once. */
@Component
class CancelTasksOfRetired {

    private final InspectionTaskRepository tasks;
    private final Deadlines deadlines;

    CancelTasksOfRetired(InspectionTaskRepository tasks, Deadlines deadlines) {
        this.tasks = tasks;
        this.deadlines = deadlines;
    }

    @ApplicationModuleListener
    void on(ObjectRetired event) {
        List<UUID> gone = tasks.cancelOfObject("OBJECT_RETIRED", event.objectId());
        deadlines.clearAll(TaskDeadline.SUBJECT, gone);
    }
}
