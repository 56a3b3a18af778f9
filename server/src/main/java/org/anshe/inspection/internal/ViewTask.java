package org.anshe.inspection.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts one task, the checklists it asks for and what was filled together. */
@Service
public class ViewTask {

    private final InspectionTaskQueries tasks;
    private final TaskChecklists wanted;
    private final CheckQueries checks;

    ViewTask(InspectionTaskQueries tasks, TaskChecklists wanted, CheckQueries checks) {
        this.tasks = tasks;
        this.wanted = wanted;
        this.checks = checks;
    }

    /**
     * A checklist the task asks for.
     *
     * @param checkId the draft or the submitted check of it, null when nobody has begun
     * @param mine whether the caller fills or filled it
     */
    public record WantedChecklist(
            UUID checklistId,
            String code,
            LocalText name,
            int items,
            @Nullable UUID checkId,
            Check.@Nullable State checkState,
            @Nullable String inspectorName,
            boolean mine) {}

    public record InspectionTaskView(
            InspectionTaskQueries.InspectionTaskRow task,
            List<WantedChecklist> checklists,
            List<CheckQueries.CheckRow> checks,
            boolean mayCheck) {}

    @Transactional(readOnly = true)
    public InspectionTaskView view(Caller caller, UUID id) {
        InspectionTaskQueries.InspectionTaskRow task =
                tasks.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        List<CheckQueries.CheckRow> filled = checks.ofTask(id);
        List<WantedChecklist> lists = wanted.wanted(task.planId(), task.objectType()).stream()
                .map(list -> wanted(caller, list, filled))
                .toList();
        List<CheckQueries.CheckRow> handedIn = filled.stream()
                .filter(check -> check.state() != Check.State.DRAFT)
                .toList();
        return new InspectionTaskView(
                task, lists, handedIn, caller.may("inspection.check", task.area(), task.unitId()));
    }

    private static WantedChecklist wanted(
            Caller caller, ChecklistQueries.ChecklistRow list, List<CheckQueries.CheckRow> filled) {
        Optional<CheckQueries.CheckRow> check = filled.stream()
                .filter(one -> one.checklistCode().equals(list.code()))
                .filter(one -> one.outcome() != Check.Outcome.NOT_POSSIBLE)
                .filter(one -> one.state() != Check.State.SUPERSEDED)
                .reduce((first, last) -> last);
        return new WantedChecklist(
                list.id(),
                list.code(),
                list.name(),
                list.items(),
                check.map(CheckQueries.CheckRow::id).orElse(null),
                check.map(CheckQueries.CheckRow::state).orElse(null),
                check.map(CheckQueries.CheckRow::inspectorName).orElse(null),
                check.filter(one -> one.inspectorId().equals(caller.personId())).isPresent());
    }
}
