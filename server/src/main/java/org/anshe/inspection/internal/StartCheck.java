package org.anshe.inspection.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.inspection.InspectionProblem;
import org.anshe.inspection.internal.db.tables.records.TaskRecord;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins to fill a checklist, for a task or for an object that has none. */
@Service
public class StartCheck {

    private static final String CHECK = "inspection.check";

    private final CheckRepository checks;
    private final InspectionTaskRepository tasks;
    private final InspectionTaskQueries visibleTasks;
    private final TaskChecklists wanted;
    private final ChecklistQueries visibleChecklists;
    private final ChecklistRepository checklists;
    private final RegisterObjects register;
    private final Labels labels;
    private final Clock clock;

    StartCheck(
            CheckRepository checks,
            InspectionTaskRepository tasks,
            InspectionTaskQueries visibleTasks,
            TaskChecklists wanted,
            ChecklistQueries visibleChecklists,
            ChecklistRepository checklists,
            RegisterObjects register,
            Labels labels,
            Clock clock) {
        this.checks = checks;
        this.tasks = tasks;
        this.visibleTasks = visibleTasks;
        this.wanted = wanted;
        this.visibleChecklists = visibleChecklists;
        this.checklists = checklists;
        this.register = register;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * Begins one list of a task. Whoever begins a task that was given to nobody has it. Idempotent on the id, and on the
     * draft the caller has already.
     *
     * @return the id of the draft, which is an older one when the caller had begun before
     */
    @Transactional
    public UUID forTask(Caller caller, UUID id, UUID taskId, UUID checklist) {
        if (!visibleTasks.exists(caller.scopeFor("inspection.view"), taskId)) {
            throw none();
        }
        TaskRecord task = tasks.findLocked(taskId).orElseThrow(StartCheck::none);
        AreaKey area = new AreaKey(task.getAreaKey());
        if (!caller.may(CHECK, area, task.getUnitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", CHECK);
        }
        if (checks.find(id).filter(known -> isOwn(caller, known)).isPresent()) {
            return id;
        }
        if (task.getDoneAt() != null || task.getCancelledAt() != null) {
            throw new ProblemException(InspectionProblem.TASK_CLOSED);
        }
        UUID version = wanted.wanted(task.getPlanId(), task.getObjectType()).stream()
                .filter(row -> row.id().equals(checklist))
                .findFirst()
                .orElseThrow(() -> new ProblemException(InspectionProblem.CHECKLIST_NOT_WANTED))
                .versionId();
        if (checks.checklistsDone(taskId).contains(checklist)) {
            throw new ProblemException(InspectionProblem.TASK_CLOSED);
        }
        Optional<Check> begun = checks.findDraft(taskId, version);
        if (begun.isPresent()) {
            return own(caller, begun.get()).id();
        }
        String address = register.byIds(java.util.List.of(task.getObjectId())).values().stream()
                .findFirst()
                .map(RegisterObject::address)
                .orElse(null);
        add(caller, id, taskId, task.getObjectId(), task.getObjectUnitId(), area, task.getUnitId(), version, address);
        if (task.getAssigneeId() == null) {
            tasks.assign(taskId, caller.person());
        }
        return id;
    }

    /** Begins a check nobody planned. Idempotent on the id. */
    @Transactional
    public UUID forObject(Caller caller, UUID id, UUID objectId, UUID checklist) {
        RegisterObject object =
                register.find(caller.scopeFor("inspection.view"), objectId).orElseThrow(StartCheck::none);
        if (!caller.may(CHECK, object.area(), caller.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", CHECK);
        }
        if (checks.find(id).filter(known -> isOwn(caller, known)).isPresent()) {
            return id;
        }
        if (object.retired()) {
            throw new ProblemException(InspectionProblem.OBJECT_RETIRED);
        }
        if (visibleChecklists
                .find(caller.scopeFor("inspection.view"), checklist, null)
                .isEmpty()) {
            throw none();
        }
        UUID version = checklists
                .findInForce(checklist, WorkingCalendar.dayOf(clock.instant()))
                .orElseThrow(() -> new ProblemException(InspectionProblem.CHECKLIST_NOT_IN_FORCE))
                .id();
        add(caller, id, null, objectId, object.unitId(), object.area(), caller.unitId(), version, object.address());
        return id;
    }

    private void add(
            Caller caller,
            UUID id,
            @Nullable UUID task,
            UUID object,
            @Nullable UUID objectUnit,
            AreaKey area,
            @Nullable UUID unit,
            UUID version,
            @Nullable String address) {
        Check draft = new Check(
                id,
                id,
                null,
                task,
                object,
                objectUnit,
                area,
                unit,
                version,
                caller.person(),
                Check.State.DRAFT,
                null,
                address,
                null,
                0);
        if (!checks.add(draft, null)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }

    private Check own(Caller caller, Check begun) {
        if (!isOwn(caller, begun)) {
            String name = labels.people(java.util.List.of(begun.inspectorId())).get(begun.inspectorId());
            throw new ProblemException(
                    InspectionProblem.TASK_TAKEN, Map.of("checkId", begun.id(), "name", name == null ? "" : name));
        }
        return begun;
    }

    private static boolean isOwn(Caller caller, Check check) {
        return check.inspectorId().equals(caller.person());
    }

    private static ProblemException none() {
        return new ProblemException(SharedProblem.NOT_FOUND);
    }
}
