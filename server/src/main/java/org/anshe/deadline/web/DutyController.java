package org.anshe.deadline.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.deadline.internal.DutyQueries;
import org.anshe.deadline.internal.FulfilDuty;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recurring duties: what is due, what was done. */
@RestController
class DutyController {

    private final DutyQueries duties;
    private final FulfilDuty fulfilDuty;

    DutyController(DutyQueries duties, FulfilDuty fulfilDuty) {
        this.duties = duties;
        this.fulfilDuty = fulfilDuty;
    }

    /** One doing of a duty; the id is made by the caller, so that a retry counts once. */
    record Fulfilment(
            @NotNull UUID id, @NotBlank @Size(max = 2000) String note) {}

    @GetMapping("/api/duty-occurrences")
    @RequiresPermission("duty.view")
    Page<DutyQueries.Row> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable UUID subjectId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) DutyQueries.@Nullable State state,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return duties.list(caller.scope(), new DutyQueries.Filter(subject, subjectId, unitId, state, from, to), page);
    }

    @PostMapping("/api/duty-occurrences/{occurrenceId}/fulfilments")
    @RequiresPermission("duty.fulfil")
    @ResponseStatus(HttpStatus.CREATED)
    void fulfil(Caller caller, @PathVariable UUID occurrenceId, @Valid @RequestBody Fulfilment fulfilment) {
        fulfilDuty.fulfil(caller, occurrenceId, fulfilment.id(), fulfilment.note());
    }
}
