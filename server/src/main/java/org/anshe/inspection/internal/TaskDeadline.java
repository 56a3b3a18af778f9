package org.anshe.inspection.internal;

import java.util.UUID;
import org.anshe.deadline.Deadlines;

/** How the deadline of a task is named. */
final class TaskDeadline {

    static final String SUBJECT = "inspection-task";

    private TaskDeadline() {}

    static Deadlines.Key of(UUID task) {
        return new Deadlines.Key(SUBJECT, task, "check");
    }
}
