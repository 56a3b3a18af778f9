package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.anshe.hazard.internal.ActOnRung;
import org.anshe.hazard.internal.AskExtension;
import org.anshe.hazard.internal.DecideExtension;
import org.anshe.hazard.internal.SetLimit;
import org.anshe.hazard.internal.WithdrawExtension;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What moves or follows the deadline of a hazard: extensions, limits of its own, the ladder. */
@RestController
@RequestMapping("/api/hazards/{id}")
@Tag(name = "hazard-steps")
class LimitController {

    private final AskExtension asking;
    private final WithdrawExtension withdrawing;
    private final DecideExtension extending;
    private final SetLimit limiting;
    private final ActOnRung acting;

    LimitController(
            AskExtension asking,
            WithdrawExtension withdrawing,
            DecideExtension extending,
            SetLimit limiting,
            ActOnRung acting) {
        this.asking = asking;
        this.withdrawing = withdrawing;
        this.extending = extending;
        this.limiting = limiting;
        this.acting = acting;
    }

    @PostMapping("/ask-extension")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask for a later deadline")
    void askExtension(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.ExtensionRequest p) {
        asking.ask(caller, id, p.version(), p.until(), p.reason());
    }

    @PostMapping("/withdraw-extension")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back the request for a later deadline")
    void withdrawExtension(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.WithNote p) {
        withdrawing.withdraw(caller, id, p.version());
    }

    @PostMapping("/grant-extension")
    @RequiresPermission("hazard.decide-extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Grant a later deadline")
    void grantExtension(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.ExtensionGrant p) {
        extending.grant(caller, id, p.version(), p.until(), p.note());
    }

    @PostMapping("/refuse-extension")
    @RequiresPermission("hazard.decide-extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuse a later deadline")
    void refuseExtension(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        extending.refuse(caller, id, p.version(), p.reason());
    }

    @PostMapping("/set-limit")
    @RequiresPermission("hazard.set-limit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a limit for this hazard alone")
    void setLimit(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.OwnLimit p) {
        limiting.set(caller, id, p.version(), p.clock(), new TimeLimit(p.count(), p.unit()), p.reason());
    }

    @PostMapping("/take-rung")
    @RequiresPermission("hazard.escalate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm a proposed rung of the ladder")
    void takeRung(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.RungTaken p) {
        acting.take(caller, id, p.version(), p.escalation(), p.note());
    }

    @PostMapping("/dismiss-rung")
    @RequiresPermission("hazard.escalate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leave a proposed rung of the ladder")
    void dismissRung(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.RungDismissed p) {
        acting.dismiss(caller, id, p.version(), p.escalation(), p.reason());
    }
}
