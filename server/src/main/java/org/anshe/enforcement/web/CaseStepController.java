package org.anshe.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.anshe.enforcement.internal.ConcludeCase;
import org.anshe.enforcement.internal.TransferCase;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a case: to a department, its answer, the outcome, telling the public. */
@RestController
@RequestMapping("/api/illegal-cases/{id}")
@Tag(name = "illegal-cases")
class CaseStepController {

    private final TransferCase transferring;
    private final ConcludeCase concluding;

    CaseStepController(TransferCase transferring, ConcludeCase concluding) {
        this.transferring = transferring;
        this.concluding = concluding;
    }

    @PostMapping("/transfer")
    @RequiresPermission("illegal-case.transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send it to a department, which sees it from now on and answers in time")
    void transfer(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.TransferTo p) {
        transferring.transfer(caller, id, p.version(), p.unitId(), p.reason());
    }

    @PostMapping("/accept")
    @RequiresPermission("illegal-case.handle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Accept it for the department; not by who sent it")
    void accept(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.WithNote p) {
        transferring.accept(caller, id, p.version(), p.note());
    }

    @PostMapping("/refuse")
    @RequiresPermission("illegal-case.handle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuse it with the reason; it is the sender's again")
    void refuse(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.WithReason p) {
        transferring.refuse(caller, id, p.version(), p.reason());
    }

    @PostMapping("/conclude")
    @RequiresPermission("illegal-case.handle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say what became of it")
    void conclude(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.CaseEnd p) {
        concluding.conclude(caller, id, p.version(), p.outcome());
    }

    @PostMapping("/expose")
    @RequiresPermission("illegal-case.handle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record when and where the public was told")
    void expose(Caller caller, @PathVariable UUID id, @Valid @RequestBody EnforcementPayloads.CaseExposed p) {
        concluding.expose(caller, id, p.version(), p.day(), p.where());
    }
}
