package org.anshe.hazard.web;

import static org.anshe.hazard.web.StepPayloads.given;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.anshe.hazard.internal.AssignHazard;
import org.anshe.hazard.internal.CloseHazard;
import org.anshe.hazard.internal.ConfirmHazard;
import org.anshe.hazard.internal.FixOnSpot;
import org.anshe.hazard.internal.HandBackHazard;
import org.anshe.hazard.internal.HandOverHazard;
import org.anshe.hazard.internal.LookBackHazard;
import org.anshe.hazard.internal.MarkDuplicate;
import org.anshe.hazard.internal.PlanRectification;
import org.anshe.hazard.internal.RejectHazard;
import org.anshe.hazard.internal.ReopenHazard;
import org.anshe.hazard.internal.ReturnRectification;
import org.anshe.hazard.internal.SubmitRectification;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the closed loop. What the state does not offer or somebody else was quicker with is refused with 409. */
@RestController
@RequestMapping("/api/hazards/{id}")
@Tag(name = "hazard-steps")
class HazardStepController {

    private final ConfirmHazard confirming;
    private final RejectHazard rejecting;
    private final MarkDuplicate marking;
    private final AssignHazard assigning;
    private final PlanRectification planning;
    private final SubmitRectification submitting;
    private final HandBackHazard handingBack;
    private final HandOverHazard handingOver;
    private final FixOnSpot fixing;
    private final CloseHazard closing;
    private final ReturnRectification returning;
    private final LookBackHazard lookingBack;
    private final ReopenHazard reopening;

    HazardStepController(
            ConfirmHazard confirming,
            RejectHazard rejecting,
            MarkDuplicate marking,
            AssignHazard assigning,
            PlanRectification planning,
            SubmitRectification submitting,
            HandBackHazard handingBack,
            HandOverHazard handingOver,
            FixOnSpot fixing,
            CloseHazard closing,
            ReturnRectification returning,
            LookBackHazard lookingBack,
            ReopenHazard reopening) {
        this.confirming = confirming;
        this.rejecting = rejecting;
        this.marking = marking;
        this.assigning = assigning;
        this.planning = planning;
        this.submitting = submitting;
        this.handingBack = handingBack;
        this.handingOver = handingOver;
        this.fixing = fixing;
        this.closing = closing;
        this.returning = returning;
        this.lookingBack = lookingBack;
        this.reopening = reopening;
    }

    @PostMapping("/confirm")
    @RequiresPermission("hazard.confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Judge a report to be a hazard")
    void confirm(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Confirmation p) {
        confirming.confirm(
                caller,
                id,
                p.version(),
                p.grade(),
                p.judgement() == null ? null : p.judgement().judgement(),
                p.note());
    }

    @PostMapping("/reject")
    @RequiresPermission("hazard.confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Judge a report to be no hazard")
    void reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        rejecting.reject(caller, id, p.version(), p.reason());
    }

    @PostMapping("/mark-duplicate")
    @RequiresPermission("hazard.confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark a report as the same as another one")
    void markDuplicate(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Duplication p) {
        marking.mark(caller, id, p.version(), p.original(), p.reason());
    }

    @PostMapping("/assign")
    @RequiresPermission("hazard.assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Charge a unit with putting it right")
    void assign(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Assignment p) {
        assigning.assign(caller, id, p.version(), p.unitId(), p.deadline(), p.elements(), p.note());
    }

    @PostMapping("/plan")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Settle what is open of the five elements")
    void plan(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Plan p) {
        planning.plan(caller, id, p.version(), p.elements());
    }

    @PostMapping("/submit")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that it is put right")
    void submit(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Submission p) {
        submitting.submit(caller, id, p.version(), p.result(), p.photosAfter(), p.elements());
    }

    @PostMapping("/hand-back")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give it back to be assigned anew")
    void handBack(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        handingBack.handBack(caller, id, p.version(), p.reason());
    }

    @PostMapping("/hand-over")
    @RequiresPermission("hazard.hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand it over to another unit")
    void handOver(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.HandOver p) {
        handingOver.handOver(caller, id, p.version(), p.unitId(), p.reason());
    }

    @PostMapping("/fix-on-spot")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put it right at once")
    void fixOnSpot(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.OnSpot p) {
        fixing.fix(caller, id, p.version(), p.measure(), given(p.photosBefore()), p.photosAfter());
    }

    @PostMapping("/close")
    @RequiresPermission("hazard.close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close it as an independent person")
    void close(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Finding p) {
        closing.close(caller, id, p.version(), p.note(), given(p.photos()));
    }

    @PostMapping("/return")
    @RequiresPermission("hazard.close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do not accept the rectification")
    void giveBack(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.GivenBack p) {
        returning.giveBack(caller, id, p.version(), p.reason(), p.deadline(), given(p.photos()));
    }

    @PostMapping("/look-back")
    @RequiresPermission("hazard.look-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Look at a closed hazard again")
    void lookBack(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Finding p) {
        lookingBack.lookBack(caller, id, p.version(), p.note(), given(p.photos()));
    }

    @PostMapping("/reopen")
    @RequiresPermission("hazard.reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Open a closed hazard again")
    void reopen(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.Reopening p) {
        reopening.reopen(caller, id, p.version(), p.reason(), given(p.photos()));
    }
}
