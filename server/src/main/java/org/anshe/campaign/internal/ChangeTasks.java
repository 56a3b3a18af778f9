package org.anshe.campaign.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.internal.CampaignParts.Role;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.campaign.internal.CampaignParts.TaskUnit;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and withdraws tasks of a campaign. */
@Service
public class ChangeTasks {

    private final CampaignAccess access;
    private final TaskRepository tasks;
    private final CampaignClocks clocks;
    private final Units units;
    private final AuditTrail audit;

    ChangeTasks(CampaignAccess access, TaskRepository tasks, CampaignClocks clocks, Units units, AuditTrail audit) {
        this.access = access;
        this.tasks = tasks;
        this.clocks = clocks;
        this.units = units;
        this.audit = audit;
    }

    /** A unit of a task: one of the directory, or a name that is none yet. */
    public record Participant(
            Role role, @Nullable UUID unitId, @Nullable String name) {}

    /**
     * What a task is.
     *
     * @param version of the task as the person saw it; 0 for a new one
     */
    public record Facts(
            int version,
            String title,
            @Nullable UUID topicId,
            @Nullable String recipient,
            @Nullable LocalDate dueOn,
            List<Participant> units) {}

    @Transactional
    public void put(Caller caller, UUID campaign, UUID id, Facts facts) {
        CampaignRow row = access.lockOpen(caller, campaign);
        Optional<Task> known = tasks.find(campaign, id);
        Task task = task(campaign, id, facts, known.orElse(null));
        if (known.isEmpty()) {
            tasks.add(task);
        } else if (known.get().state() == TaskState.WITHDRAWN) {
            throw CampaignAccess.wrongState(TaskState.WITHDRAWN.name());
        } else if (!tasks.change(task)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        clocks.follow(row, task);
        record(caller, row, known.isEmpty() ? "campaign.add-task" : "campaign.change-task", task);
    }

    /** Takes a task out of the campaign with a reason; it stays readable. */
    @Transactional
    public void withdraw(Caller caller, UUID campaign, UUID id, int version, String reason) {
        CampaignRow row = access.lockOpen(caller, campaign);
        Task task = access.task(campaign, id);
        if (task.state() == TaskState.WITHDRAWN) {
            throw CampaignAccess.wrongState(task.state().name());
        }
        Task withdrawn = new Task(
                id,
                campaign,
                task.topicId(),
                task.title(),
                task.recipient(),
                task.dueOn(),
                task.duePrecision(),
                TaskState.WITHDRAWN,
                task.percent(),
                null,
                reason.strip(),
                task.units(),
                task.source(),
                version);
        if (!tasks.change(withdrawn)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        clocks.follow(row, withdrawn);
        record(caller, row, "campaign.withdraw-task", withdrawn);
    }

    private Task task(UUID campaign, UUID id, Facts facts, @Nullable Task before) {
        LocalDate due = facts.dueOn();
        // A day that was not touched stays as exact as it was printed.
        DatePrecision precision =
                before != null && due != null && due.equals(before.dueOn()) ? before.duePrecision() : DatePrecision.DAY;
        return new Task(
                id,
                campaign,
                facts.topicId(),
                facts.title().strip(),
                facts.recipient(),
                due,
                due == null ? null : precision,
                before == null ? TaskState.OPEN : before.state(),
                before == null ? 0 : before.percent(),
                before == null ? null : before.doneAt(),
                null,
                participants(facts.units()),
                before == null ? null : before.source(),
                facts.version());
    }

    private List<TaskUnit> participants(List<Participant> given) {
        List<TaskUnit> participants = new ArrayList<>();
        for (Participant one : given) {
            if (one.unitId() != null) {
                Unit unit = units.getActive(one.unitId());
                String name = one.name() == null || one.name().isBlank()
                        ? unit.name()
                        : one.name().strip();
                participants.add(new TaskUnit(one.role(), name, unit.id(), unit.area()));
            } else if (one.name() != null && !one.name().isBlank()) {
                participants.add(new TaskUnit(one.role(), one.name().strip(), null, null));
            }
        }
        return participants;
    }

    private void record(Caller caller, CampaignRow campaign, String action, Task task) {
        audit.record(
                caller,
                action,
                Subject.of("campaign", campaign.id()),
                campaign.area(),
                Map.of("task", task.id().toString(), "title", task.title()));
    }
}
