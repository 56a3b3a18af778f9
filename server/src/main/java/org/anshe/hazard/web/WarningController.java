package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.internal.ActOnWarning;
import org.anshe.hazard.internal.ListWarnings;
import org.anshe.hazard.internal.WarningState;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Early warnings to units with grave or repeated hazards. */
@RestController
@RequestMapping("/api/hazard-warnings")
class WarningController {

    private final ListWarnings lists;
    private final ActOnWarning acting;

    WarningController(ListWarnings lists, ActOnWarning acting) {
        this.lists = lists;
        this.acting = acting;
    }

    /** What the unit is told, and by when it says what it does. */
    record WarnPayload(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String demand,
            @Nullable LocalDate answerBy) {}

    /** The emergency measures of the unit. */
    record AnswerPayload(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String measures) {}

    @GetMapping
    @RequiresPermission("hazard.view")
    @Operation(summary = "Early warnings, newest first")
    Page<ListWarnings.Row> list(
            Caller caller,
            @Parameter(hidden = true) PageRequest page,
            @RequestParam(required = false) @Nullable Set<WarningState> state,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID unit) {
        return lists.list(caller, state == null ? Set.of() : state, area, unit, page);
    }

    @GetMapping("/{id}")
    @RequiresPermission("hazard.view")
    @Operation(summary = "One early warning with its hazards and what the caller may do")
    ListWarnings.View one(Caller caller, @PathVariable UUID id) {
        return lists.show(caller, id);
    }

    @PostMapping("/{id}/warn")
    @RequiresPermission("hazard.warn")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Warn the unit")
    void warn(Caller caller, @PathVariable UUID id, @Valid @RequestBody WarnPayload p) {
        acting.warn(caller, id, p.version(), p.demand(), p.answerBy());
    }

    @PostMapping("/{id}/dismiss")
    @RequiresPermission("hazard.warn")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give no warning, with the reason")
    void dismiss(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        acting.dismiss(caller, id, p.version(), p.reason());
    }

    @PostMapping("/{id}/answer")
    @RequiresPermission("hazard.answer-warning")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say which emergency measures are taken")
    void answer(Caller caller, @PathVariable UUID id, @Valid @RequestBody AnswerPayload p) {
        acting.answer(caller, id, p.version(), p.measures());
    }

    @PostMapping("/{id}/lift")
    @RequiresPermission("hazard.warn")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift the warning")
    void lift(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        acting.lift(caller, id, p.version(), p.reason());
    }
}
