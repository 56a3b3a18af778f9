package org.anshe.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts;
import org.anshe.campaign.internal.CampaignView;
import org.anshe.campaign.internal.ChangeTasks;
import org.anshe.campaign.internal.ShowTasks;
import org.anshe.campaign.internal.WorkOnTask;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of campaigns: what they are, and the work on them. */
@RestController
class CampaignTaskController {

    private final ChangeTasks tasks;
    private final WorkOnTask work;
    private final ShowTasks show;

    CampaignTaskController(ChangeTasks tasks, WorkOnTask work, ShowTasks show) {
        this.tasks = tasks;
        this.work = work;
        this.show = show;
    }

    /** A unit of a task: its id, or a name that is no unit yet. */
    record Participant(
            CampaignParts.@NotNull Role role,
            @Nullable UUID unitId,
            @Nullable @Size(max = 100) String name) {}

    record TaskFacts(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String title,
            @Nullable UUID topicId,
            @Nullable @Size(max = 200) String recipient,
            @Nullable LocalDate dueOn,
            @NotNull @Size(max = 60) List<@Valid Participant> units) {}

    record Withdrawal(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    /** A note on progress; 100 percent is reported by finishing. */
    record ProgressNote(
            @NotNull UUID id,
            @NotNull Integer version,
            @NotNull @Min(0) @Max(99) Integer percent,
            @NotBlank @Size(max = 2000) String words,
            @NotNull @Size(max = 20) List<UUID> files) {}

    record Report(
            @NotNull UUID id,
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String words,
            @NotNull @Size(max = 20) List<UUID> files) {

        WorkOnTask.Report toReport() {
            return new WorkOnTask.Report(id, version, words, files);
        }
    }

    @GetMapping("/api/campaign-tasks")
    @RequiresPermission("campaign.view")
    @Operation(summary = "Open tasks of running campaigns, the next due first")
    Page<CampaignView.OpenTask> listOpen(
            Caller caller,
            PageRequest page,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean slipping) {
        return show.open(caller, mine, slipping, page);
    }

    @GetMapping("/api/campaigns/{id}/tasks/{taskId}")
    @RequiresPermission("campaign.view")
    @Operation(summary = "A task with what was reported on it")
    CampaignView.TaskPage get(Caller caller, @PathVariable UUID id, @PathVariable UUID taskId) {
        return show.show(caller, id, taskId);
    }

    @PutMapping("/api/campaigns/{id}/tasks/{taskId}")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Adds a task or changes it")
    void put(Caller caller, @PathVariable UUID id, @PathVariable UUID taskId, @Valid @RequestBody TaskFacts given) {
        tasks.put(
                caller,
                id,
                taskId,
                new ChangeTasks.Facts(
                        given.version(),
                        given.title(),
                        given.topicId(),
                        given.recipient(),
                        given.dueOn(),
                        given.units().stream()
                                .map(unit -> new ChangeTasks.Participant(unit.role(), unit.unitId(), unit.name()))
                                .toList()));
    }

    @PostMapping("/api/campaigns/{id}/tasks/{taskId}/withdrawal")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a task out of the campaign with a reason")
    void withdraw(
            Caller caller, @PathVariable UUID id, @PathVariable UUID taskId, @Valid @RequestBody Withdrawal given) {
        tasks.withdraw(caller, id, taskId, given.version(), given.reason());
    }

    @PostMapping("/api/campaigns/{id}/tasks/{taskId}/progress-notes")
    @RequiresPermission("campaign.progress")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Reports how far a task has come")
    void progress(
            Caller caller, @PathVariable UUID id, @PathVariable UUID taskId, @Valid @RequestBody ProgressNote given) {
        work.progress(
                caller,
                id,
                taskId,
                given.percent(),
                new WorkOnTask.Report(given.id(), given.version(), given.words(), given.files()));
    }

    @PostMapping("/api/campaigns/{id}/tasks/{taskId}/completion")
    @RequiresPermission("campaign.progress")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Finishes a task with evidence")
    void done(Caller caller, @PathVariable UUID id, @PathVariable UUID taskId, @Valid @RequestBody Report given) {
        work.done(caller, id, taskId, given.toReport());
    }

    @PostMapping("/api/campaigns/{id}/tasks/{taskId}/reopening")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Takes a finished task up again, with the reason")
    void reopen(Caller caller, @PathVariable UUID id, @PathVariable UUID taskId, @Valid @RequestBody Report given) {
        work.reopen(caller, id, taskId, given.toReport());
    }
}
