package org.anshe.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anshe.enforcement.internal.DraftCasePaper;
import org.anshe.enforcement.internal.EnforcementToDo;
import org.anshe.enforcement.internal.ExportCases;
import org.anshe.enforcement.internal.OpenCase;
import org.anshe.enforcement.internal.ShowCases;
import org.anshe.enforcement.internal.ShowJointActions;
import org.anshe.paper.Papers;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.table.TableWriter;
import org.anshe.shared.web.TableResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases of illegal acts: take down, list, look at, their letters. Their steps are in {@link CaseStepController}. */
@RestController
@Tag(name = "illegal-cases")
class CaseController {

    private final ShowCases showing;
    private final ShowJointActions actions;
    private final OpenCase opening;
    private final ExportCases exporting;
    private final DraftCasePaper drafting;
    private final EnforcementToDo toDo;

    CaseController(
            ShowCases showing,
            ShowJointActions actions,
            OpenCase opening,
            ExportCases exporting,
            DraftCasePaper drafting,
            EnforcementToDo toDo) {
        this.showing = showing;
        this.actions = actions;
        this.opening = opening;
        this.exporting = exporting;
        this.drafting = drafting;
        this.toDo = toDo;
    }

    /** What was taken down. */
    record OpenedCase(UUID id, String number) {}

    /** What stands beside a hazard: its cases and the joint actions it was found at, as far as the caller sees them. */
    record HazardEnforcement(List<ShowCases.Row> cases, List<ShowJointActions.Row> actions) {}

    /** @param id of the paper, made by the client */
    record NewCasePaper(
            @NotNull UUID id,
            @NotBlank @Size(max = 40) String kind,
            @NotNull UUID organId) {}

    @GetMapping("/api/illegal-cases")
    @RequiresPermission("illegal-case.view")
    @Operation(
            summary = "Cases, the newest first",
            description = "Those of the caller's areas, and those a unit of the caller found or was sent.")
    Page<ShowCases.Row> list(
            Caller caller, @Parameter(hidden = true) PageRequest page, @ParameterObject CaseSearch search) {
        return showing.list(caller, search.filter(), page);
    }

    @PostMapping("/api/illegal-cases")
    @RequiresPermission("illegal-case.open")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take down an illegal act", description = "Idempotent on the id.")
    OpenedCase open(Caller caller, @Valid @RequestBody EnforcementPayloads.NewCase body) {
        return new OpenedCase(body.id(), opening.open(caller, body.found()));
    }

    @GetMapping(path = "/api/illegal-cases/export", produces = TableWriter.MEDIA_TYPE)
    @RequiresPermission("illegal-case.export")
    @Operation(summary = "The ledger of cases as an Excel table, filtered like the list; at most 5,000 rows")
    ResponseEntity<byte[]> export(Caller caller, @ParameterObject CaseSearch search, Locale language) {
        ExportCases.Ledger ledger = exporting.export(caller, search.filter(), language);
        return TableResponse.of(ledger.name() + ".xlsx", ledger.name(), ledger.columns(), ledger.rows());
    }

    @GetMapping("/api/illegal-cases/{id}")
    @RequiresPermission("illegal-case.view")
    @Operation(summary = "One case with its transfers and what the caller may do")
    ShowCases.View one(Caller caller, @PathVariable UUID id) {
        return showing.show(caller, id);
    }

    @GetMapping("/api/illegal-cases/{id}/papers")
    @RequiresPermission("paper.view")
    @Operation(summary = "The letters about a case, and what may be drafted from it now")
    Papers.Desk papers(Caller caller, @PathVariable UUID id) {
        return drafting.desk(caller, id);
    }

    @PostMapping("/api/illegal-cases/{id}/papers")
    @RequiresPermission("paper.draft")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft the letter from what is known of the case")
    void draft(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewCasePaper p) {
        drafting.draft(caller, id, p.id(), p.kind(), p.organId());
    }

    @GetMapping("/api/hazards/{id}/enforcement")
    @RequiresPermission("illegal-case.view")
    @Operation(summary = "The cases that came from a hazard and the joint actions it was found at")
    HazardEnforcement ofHazard(Caller caller, @PathVariable UUID id) {
        return new HazardEnforcement(showing.ofHazard(caller, id), actions.ofHazard(caller, id));
    }

    @GetMapping("/api/enforcement/to-do")
    @RequiresPermission("joint-action.view")
    @Operation(summary = "What waits for the caller: invitations, feedback, cases")
    List<EnforcementToDo.WaitingWork> toDo(Caller caller) {
        return toDo.list(caller);
    }
}
