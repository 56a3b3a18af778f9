package org.anshe.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.inspection.internal.FigureQueries;
import org.anshe.inspection.internal.InspectionTaskQueries;
import org.anshe.inspection.internal.TaskState;
import org.anshe.inspection.internal.ViewTask;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks that plans make, and how they are being done. */
@RestController
@RequestMapping("/api/inspection-tasks")
class InspectionTaskController {

    private static final Duration USUAL_WINDOW = Duration.ofDays(30);

    private final InspectionTaskQueries tasks;
    private final FigureQueries figures;
    private final ViewTask view;
    private final Areas areas;
    private final Clock clock;

    InspectionTaskController(
            InspectionTaskQueries tasks, FigureQueries figures, ViewTask view, Areas areas, Clock clock) {
        this.tasks = tasks;
        this.figures = figures;
        this.view = view;
        this.areas = areas;
        this.clock = clock;
    }

    /** The caller's open tasks. */
    record MyInspectionTasks(int due, int overdue) {}

    @GetMapping
    @RequiresPermission("inspection.view")
    @Operation(
            summary = "Tasks; open ones soonest due first, others last due first",
            description = "mine: given to the caller, or to nobody in the caller's unit. supervisionClass 0: without a"
                    + " class. dueFrom and dueBefore bound the due moment.")
    Page<InspectionTaskQueries.InspectionTaskRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) InspectionTaskQueries.@Nullable Selection state,
            @RequestParam(required = false) @Nullable UUID planId,
            @RequestParam(required = false) @Nullable UUID objectId,
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable Integer supervisionClass,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID assigneeId,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Instant dueFrom,
            @RequestParam(required = false) @Nullable Instant dueBefore) {
        return tasks.list(
                caller,
                new InspectionTaskQueries.Filter(
                        state,
                        planId,
                        objectId,
                        objectType,
                        supervisionClass,
                        areas.rangesOf(area),
                        unitId,
                        assigneeId,
                        mine,
                        dueFrom,
                        dueBefore),
                page);
    }

    @GetMapping("/mine")
    @RequiresPermission("inspection.view")
    @Operation(summary = "How many open tasks the caller has, and how many of them are overdue")
    MyInspectionTasks mine(Caller caller) {
        Map<TaskState, Integer> counts = tasks.countMine(caller);
        return new MyInspectionTasks(counts.getOrDefault(TaskState.DUE, 0), counts.getOrDefault(TaskState.OVERDUE, 0));
    }

    @GetMapping("/completion")
    @RequiresPermission("inspection.view")
    @Operation(summary = "Due, done, on time, late and overdue tasks by plan, class, community or unit")
    List<FigureQueries.InspectionCompletion> completion(
            Caller caller,
            @RequestParam(defaultValue = "NONE") FigureQueries.Grouping by,
            @RequestParam(required = false) @Nullable UUID planId,
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable Integer supervisionClass,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable Instant dueFrom,
            @RequestParam(required = false) @Nullable Instant dueBefore) {
        return figures.completion(
                caller,
                new InspectionTaskQueries.Filter(
                        null,
                        planId,
                        null,
                        objectType,
                        supervisionClass,
                        areas.rangesOf(area),
                        unitId,
                        null,
                        false,
                        dueFrom,
                        dueBefore),
                by);
    }

    @GetMapping("/workload")
    @RequiresPermission("inspection.view")
    @Operation(summary = "By person: open tasks, and checks handed in; the last 30 days unless said otherwise")
    List<FigureQueries.InspectionWorkload> workload(
            Caller caller,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before) {
        Instant end = before == null ? clock.instant().plusMillis(1) : before;
        return figures.workload(caller, areas.rangesOf(area), from == null ? end.minus(USUAL_WINDOW) : from, end);
    }

    @GetMapping("/{id}")
    @RequiresPermission("inspection.view")
    @Operation(summary = "One task with the checklists it asks for and what has been filled")
    ViewTask.InspectionTaskView get(Caller caller, @PathVariable UUID id) {
        return view.view(caller, id);
    }
}
