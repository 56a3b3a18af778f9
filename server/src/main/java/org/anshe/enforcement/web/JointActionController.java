package org.anshe.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.JointActionKind;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.internal.PlanJointAction;
import org.anshe.enforcement.internal.ShowJointActions;
import org.anshe.shared.AreaKey;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Joint actions: plan, list, look at. Their steps are in {@link JointActionStepController}. */
@RestController
@RequestMapping("/api/joint-actions")
@Tag(name = "joint-actions")
class JointActionController {

    private final ShowJointActions showing;
    private final PlanJointAction planning;

    JointActionController(ShowJointActions showing, PlanJointAction planning) {
        this.showing = showing;
        this.planning = planning;
    }

    /** What a plan came to. */
    record PlannedAction(UUID id, String number) {}

    @GetMapping
    @RequiresPermission("joint-action.view")
    @Operation(
            summary = "Joint actions, the newest day first",
            description = "Those of the caller's areas and those a unit of the caller takes part in.")
    Page<ShowJointActions.Row> list(
            Caller caller,
            @Parameter(hidden = true) PageRequest page,
            @RequestParam(required = false) @Nullable Set<JointActionStatus> state,
            @RequestParam(required = false) @Nullable JointActionKind kind,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String q) {
        return showing.list(
                caller,
                new ShowJointActions.Filter(state == null ? Set.of() : state, kind, area, unit, from, to, q),
                page);
    }

    @PostMapping
    @RequiresPermission("joint-action.arrange")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plan a joint action and invite the units", description = "Idempotent on the id.")
    PlannedAction plan(Caller caller, @Valid @RequestBody EnforcementPayloads.NewJointAction body) {
        return new PlannedAction(
                body.id(), planning.plan(caller, body.id(), body.plan().content()));
    }

    @GetMapping("/{id}")
    @RequiresPermission("joint-action.view")
    @Operation(summary = "One joint action with its units, what was found, and what the caller may do")
    ShowJointActions.View one(Caller caller, @PathVariable UUID id) {
        return showing.show(caller, id);
    }

    @PutMapping("/{id}")
    @RequiresPermission("joint-action.arrange")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change the plan before it is held; units that stay keep their answers")
    void change(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.JointActionChange p) {
        planning.change(caller, id, p.version(), p.plan().content());
    }
}
