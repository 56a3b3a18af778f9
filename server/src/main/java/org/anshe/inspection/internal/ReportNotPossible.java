package org.anshe.inspection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.inspection.InspectionProblem;
import org.anshe.inspection.internal.db.tables.records.TaskRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that the object could not be checked: nobody opened, the gate was locked. The due day moves once, to a
 * working day some days ahead; after that, and when the task was overdue already, it stays where it is.
 */
@Service
public class ReportNotPossible {

    private final CheckRepository checks;
    private final OwnDraft drafts;
    private final InspectionTaskRepository tasks;
    private final CancelTasksOfEnded cancelling;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final ShippedFrequencies rules;
    private final AuditTrail audit;
    private final Clock clock;

    ReportNotPossible(
            CheckRepository checks,
            OwnDraft drafts,
            InspectionTaskRepository tasks,
            CancelTasksOfEnded cancelling,
            Attachments attachments,
            Deadlines deadlines,
            WorkingCalendar calendar,
            ShippedFrequencies rules,
            AuditTrail audit,
            Clock clock) {
        this.checks = checks;
        this.drafts = drafts;
        this.tasks = tasks;
        this.cancelling = cancelling;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes the caller's draft as a visit in vain. Doing it again changes nothing.
     *
     * @param photos of the closed door
     */
    @Transactional
    public void report(Caller caller, UUID id, String reason, List<UUID> photos) {
        Check check = drafts.locked(caller, id);
        if (check.state() == Check.State.SUBMITTED && check.outcome() == Check.Outcome.NOT_POSSIBLE) {
            return;
        }
        check.requireDraft();
        if (check.corrects() != null) {
            throw new ProblemException(InspectionProblem.CHECK_FROZEN);
        }
        if (!photos.isEmpty()) {
            attachments.link(caller, SubmitCheck.owner(check), "visit", photos);
        }
        checks.submitNotPossible(id, reason.strip());
        boolean moved = false;
        if (check.taskId() != null && !cancelling.release(check)) {
            moved = reschedule(tasks.findLocked(check.taskId()).orElseThrow());
        }
        audit.record(
                caller,
                "inspection.visit",
                Subject.of(SubmitCheck.OWNER, id),
                check.area(),
                Map.of("reason", reason.strip(), "rescheduled", moved));
    }

    private boolean reschedule(TaskRecord task) {
        if (task.getDoneAt() != null || task.getCancelledAt() != null) {
            throw new ProblemException(InspectionProblem.TASK_CLOSED);
        }
        if (task.getRescheduled() > 0 || clock.instant().isAfter(task.getDueAt())) {
            return false;
        }
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        LocalDate moved = calendar.plusWorkingDays(today, rules.rescheduleWorkingDays());
        LocalDate due = WorkingCalendar.dayOf(task.getDueAt());
        DueWindow window = DueWindow.of(task.getWindowStart(), task.getWindowEnd(), calendar)
                .movedTo(moved.isAfter(due) ? moved : due);
        tasks.reschedule(task.getId(), window.nearAt(), window.dueAt());
        deadlines.set(
                TaskDeadline.of(task.getId()),
                new AreaKey(task.getAreaKey()),
                task.getUnitId(),
                window.nearAt(),
                window.dueAt());
        return true;
    }
}
