package org.anshe.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.anshe.enforcement.internal.AnswerInvitation;
import org.anshe.enforcement.internal.GiveFeedback;
import org.anshe.enforcement.internal.HoldJointAction;
import org.anshe.enforcement.internal.LinkHazards;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a joint action, from the answer to an invitation to the conclusion. */
@RestController
@RequestMapping("/api/joint-actions/{id}")
@Tag(name = "joint-actions")
class JointActionStepController {

    private final AnswerInvitation answering;
    private final HoldJointAction holding;
    private final LinkHazards linking;
    private final GiveFeedback feedback;

    JointActionStepController(
            AnswerInvitation answering, HoldJointAction holding, LinkHazards linking, GiveFeedback feedback) {
        this.answering = answering;
        this.holding = holding;
        this.linking = linking;
        this.feedback = feedback;
    }

    @PostMapping("/agree")
    @RequiresPermission("joint-action.take-part")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take part as one of the units")
    void agree(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.UnitStep p) {
        answering.agree(caller, id, p.version(), p.unitId());
    }

    @PostMapping("/decline")
    @RequiresPermission("joint-action.take-part")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decline to take part, with the reason")
    void decline(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.UnitDeclines p) {
        answering.decline(caller, id, p.version(), p.unitId(), p.reason());
    }

    @PostMapping("/hold")
    @RequiresPermission("joint-action.arrange")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record that it took place: the day, who came, what was done, photos or minutes")
    void hold(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.JointActionHeld p) {
        holding.hold(
                caller,
                id,
                p.version(),
                p.day(),
                p.summary(),
                p.present().stream()
                        .map(EnforcementPayloads.PresentUnit::present)
                        .toList(),
                p.files() == null ? List.of() : p.files());
    }

    @PostMapping("/cancel")
    @RequiresPermission("joint-action.arrange")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Call it off, with the reason")
    void cancel(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.WithReason p) {
        holding.cancel(caller, id, p.version(), p.reason());
    }

    @PostMapping("/link-hazard")
    @RequiresPermission("joint-action.view")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Name a hazard that was found at it",
            description = "For the leading unit and those that take part. Linking again changes nothing.")
    void link(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.HazardLink p) {
        linking.link(caller, id, p.version(), p.hazardId());
    }

    @PostMapping("/unlink-hazard")
    @RequiresPermission("joint-action.view")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a hazard that was named by mistake off the action")
    void unlink(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.HazardLink p) {
        linking.unlink(caller, id, p.version(), p.hazardId());
    }

    @PostMapping("/ask-feedback")
    @RequiresPermission("joint-action.arrange")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask the units that took part to say by a day what they did")
    void askFeedback(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.FeedbackWanted p) {
        feedback.ask(caller, id, p.version(), p.by());
    }

    @PostMapping("/feed-back")
    @RequiresPermission("joint-action.take-part")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say what the unit did")
    void feedBack(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.UnitFeedback p) {
        feedback.give(caller, id, p.version(), p.unitId(), p.feedback());
    }

    @PostMapping("/conclude")
    @RequiresPermission("joint-action.arrange")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Conclude it; what is missing needs a reason")
    void conclude(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.JointActionEnd p) {
        feedback.conclude(caller, id, p.version(), p.conclusion(), p.missingReason());
    }
}
