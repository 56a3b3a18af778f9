package org.anshe.campaign.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Tasks as screens show them: with names of units, and what the caller may do. */
@Component
class TaskViews {

    private final Units units;
    private final CampaignClocks clocks;

    TaskViews(Units units, CampaignClocks clocks) {
        this.units = units;
        this.clocks = clocks;
    }

    List<CampaignView.TaskView> of(Caller caller, CampaignRow campaign, List<Task> tasks) {
        Map<UUID, Unit> named = named(tasks);
        Scope work = caller.scopeFor("campaign.progress");
        boolean runs = campaign.state() == CampaignState.RUNNING;
        return tasks.stream()
                .map(task -> view(task, named, runs && CampaignAccess.mayWork(work, campaign, task)))
                .toList();
    }

    /** The units the tasks name, by id. */
    Map<UUID, Unit> named(List<Task> tasks) {
        return units.byIds(tasks.stream()
                .flatMap(task -> task.units().stream())
                .map(CampaignParts.TaskUnit::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    CampaignView.TaskView view(Task task, Map<UUID, Unit> named, boolean mayWork) {
        LocalDate due = task.dueOn();
        return new CampaignView.TaskView(
                task.id(),
                task.campaignId(),
                task.topicId(),
                task.title(),
                task.recipient(),
                due,
                task.duePrecision(),
                task.state(),
                task.percent(),
                task.doneAt(),
                task.withdrawReason(),
                task.state() == TaskState.OPEN && due != null && due.isBefore(clocks.today()),
                mayWork,
                task.units().stream().map(unit -> participant(unit, named)).toList(),
                task.source(),
                task.version());
    }

    private static CampaignView.Participant participant(CampaignParts.TaskUnit unit, Map<UUID, Unit> named) {
        Unit known = unit.unitId() == null ? null : named.get(unit.unitId());
        return new CampaignView.Participant(
                unit.role(), known == null ? unit.printedName() : known.name(), unit.unitId());
    }
}
