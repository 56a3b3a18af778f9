package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.anshe.hazard.internal.AnswerHandOver;
import org.anshe.hazard.internal.AnswerReport;
import org.anshe.hazard.internal.DecideOwner;
import org.anshe.hazard.internal.ReportUp;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Handing a hazard over between units and reporting it up between levels, with the answers. */
@RestController
@RequestMapping("/api/hazards/{id}")
@Tag(name = "hazard-steps")
class TransferController {

    private final AnswerHandOver answering;
    private final DecideOwner deciding;
    private final ReportUp reportingUp;
    private final AnswerReport answeringReport;

    TransferController(
            AnswerHandOver answering, DecideOwner deciding, ReportUp reportingUp, AnswerReport answeringReport) {
        this.answering = answering;
        this.deciding = deciding;
        this.reportingUp = reportingUp;
        this.answeringReport = answeringReport;
    }

    @PostMapping("/accept-hand-over")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Accept a hazard that was handed over")
    void acceptHandOver(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.WithNote p) {
        answering.accept(caller, id, p.version(), p.note());
    }

    @PostMapping("/refuse-hand-over")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuse a hazard that was handed over")
    void refuseHandOver(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        answering.refuse(caller, id, p.version(), p.reason());
    }

    @PostMapping("/decide-owner")
    @RequiresPermission("hazard.decide-owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say whose a disputed hazard is")
    void decideOwner(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.HandOver p) {
        deciding.decide(caller, id, p.version(), p.unitId(), p.reason());
    }

    @PostMapping("/report-up")
    @RequiresPermission("hazard.assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Report it to the level above")
    void reportUp(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        reportingUp.reportUp(caller, id, p.version(), p.reason());
    }

    @PostMapping("/accept-report")
    @RequiresPermission("hazard.assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Accept what was reported up")
    void acceptReport(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.WithNote p) {
        answeringReport.accept(caller, id, p.version(), p.note());
    }

    @PostMapping("/send-down")
    @RequiresPermission("hazard.assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send it back to the level below")
    void sendDown(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        answeringReport.sendDown(caller, id, p.version(), p.reason());
    }
}
