package org.anshe.inspection.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When somebody ends a plan, a task that is being filled is left to that person. Once that person gives it up, it goes
 * the way of the others. Tasks of a plan whose days were simply over stay due.
 */
@Component
class CancelTasksOfEnded {

    private final InspectionPlanRepository plans;
    private final InspectionTaskRepository tasks;
    private final Deadlines deadlines;

    CancelTasksOfEnded(InspectionPlanRepository plans, InspectionTaskRepository tasks, Deadlines deadlines) {
        this.plans = plans;
        this.tasks = tasks;
        this.deadlines = deadlines;
    }

    /**
     * The check no longer keeps its task.
     *
     * @return whether the task was cancelled
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean release(Check check) {
        if (check.taskId() == null || !plans.wasEndedEarly(tasks.planOf(check.taskId()))) {
            return false;
        }
        List<UUID> gone = tasks.cancelOne(check.taskId(), "PLAN_ENDED");
        deadlines.clearAll(TaskDeadline.SUBJECT, gone);
        return !gone.isEmpty();
    }
}
