package org.anshe.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.inspection.internal.Cadence;
import org.anshe.inspection.internal.InspectionPlanQueries;
import org.anshe.inspection.internal.ManagePlan;
import org.anshe.inspection.internal.Plan;
import org.anshe.inspection.internal.PreviewPlan;
import org.anshe.inspection.internal.ShippedFrequencies;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inspection plans. */
@RestController
@RequestMapping("/api/inspection-plans")
class InspectionPlanController {

    private final InspectionPlanQueries plans;
    private final ManagePlan manage;
    private final PreviewPlan preview;
    private final ShippedFrequencies frequencies;

    InspectionPlanController(
            InspectionPlanQueries plans, ManagePlan manage, PreviewPlan preview, ShippedFrequencies frequencies) {
        this.plans = plans;
        this.manage = manage;
        this.preview = preview;
        this.frequencies = frequencies;
    }

    record NewInspectionPlan(
            @NotNull UUID id, @NotNull @Valid PlanPayload plan) {}

    record InspectionPlanChange(
            @NotNull Integer revision, @NotNull @Valid PlanPayload plan) {}

    record InspectionPlanEnd(@NotBlank @Size(max = 500) String reason) {}

    /** One plan with the last runs of its generator and its draws. */
    record InspectionPlanView(
            InspectionPlanQueries.InspectionPlanRow summary,
            PlanPayload plan,
            InspectionPlanQueries.PlanNames names,
            int revision,
            List<InspectionPlanQueries.Generation> generations,
            List<InspectionPlanQueries.Draw> draws) {}

    record InspectionPlanDefaults(Map<Integer, Cadence> frequencies) {}

    @GetMapping
    @RequiresPermission("inspection.view")
    @Operation(summary = "Plans that reach into the caller's areas, newest first")
    Page<InspectionPlanQueries.InspectionPlanRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) Plan.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID campaignId) {
        return plans.list(caller.scope(), state, campaignId, page);
    }

    @GetMapping("/defaults")
    @RequiresPermission("inspection.view")
    @Operation(summary = "How often each supervision class is checked unless a plan says otherwise")
    InspectionPlanDefaults defaults() {
        return new InspectionPlanDefaults(frequencies.byClass());
    }

    @GetMapping("/{id}")
    @RequiresPermission("inspection.view")
    @Operation(summary = "One plan")
    InspectionPlanView get(Caller caller, @PathVariable UUID id) {
        return view(caller, id);
    }

    @PostMapping
    @RequiresPermission("inspection-plan.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft a plan. Idempotent on the id")
    InspectionPlanView create(Caller caller, @Valid @RequestBody NewInspectionPlan body) {
        manage.create(caller, body.id(), body.plan().content());
        return view(caller, body.id());
    }

    @PostMapping("/preview")
    @RequiresPermission("inspection-plan.manage")
    @Operation(summary = "How many objects and tasks a period a plan would bring, and when the first are due")
    PreviewPlan.PlanPreview preview(Caller caller, @Valid @RequestBody PlanPayload plan) {
        return preview.preview(caller, plan.content());
    }

    @PutMapping("/{id}")
    @RequiresPermission("inspection-plan.manage")
    @Operation(summary = "Change a plan that is a draft or paused")
    InspectionPlanView change(Caller caller, @PathVariable UUID id, @Valid @RequestBody InspectionPlanChange body) {
        manage.change(caller, id, body.revision(), body.plan().content());
        return view(caller, id);
    }

    @PostMapping("/{id}/activate")
    @RequiresPermission("inspection-plan.manage")
    @Operation(summary = "Put a plan to work; its tasks are made in the background")
    InspectionPlanView activate(Caller caller, @PathVariable UUID id) {
        manage.activate(caller, id);
        return view(caller, id);
    }

    @PostMapping("/{id}/pause")
    @RequiresPermission("inspection-plan.manage")
    @Operation(summary = "Make no more tasks until the plan is activated again")
    InspectionPlanView pause(Caller caller, @PathVariable UUID id) {
        manage.pause(caller, id);
        return view(caller, id);
    }

    @PostMapping("/{id}/end")
    @RequiresPermission("inspection-plan.manage")
    @Operation(summary = "End a plan for good; open tasks that nobody has begun are cancelled")
    InspectionPlanView end(Caller caller, @PathVariable UUID id, @Valid @RequestBody InspectionPlanEnd body) {
        manage.end(caller, id, body.reason());
        return view(caller, id);
    }

    @PostMapping("/{id}/generate")
    @RequiresPermission("inspection-plan.manage")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Make the tasks of the running periods now; those that are there stay as they are")
    InspectionPlanView generate(Caller caller, @PathVariable UUID id) {
        manage.wantTasks(caller, id);
        return view(caller, id);
    }

    private InspectionPlanView view(Caller caller, UUID id) {
        var scope = caller.scopeFor("inspection.view");
        InspectionPlanQueries.InspectionPlanRow summary =
                plans.find(scope, id).orElseThrow(InspectionPlanController::none);
        Plan plan = plans.plan(scope, id).orElseThrow(InspectionPlanController::none);
        return new InspectionPlanView(
                summary,
                PlanPayload.of(plan.content()),
                plans.names(plan),
                plan.revision(),
                plans.generations(id),
                plans.draws(id));
    }

    private static ProblemException none() {
        return new ProblemException(SharedProblem.NOT_FOUND);
    }
}
