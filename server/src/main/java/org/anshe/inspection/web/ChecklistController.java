package org.anshe.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.inspection.internal.ChecklistContent;
import org.anshe.inspection.internal.ChecklistQueries;
import org.anshe.inspection.internal.EditChecklist;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
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

/** The checklist library. */
@RestController
@RequestMapping("/api/checklists")
class ChecklistController {

    private final ChecklistQueries checklists;
    private final EditChecklist edit;

    ChecklistController(ChecklistQueries checklists, EditChecklist edit) {
        this.checklists = checklists;
        this.edit = edit;
    }

    /** One version with its words. */
    record ChecklistView(ChecklistQueries.ChecklistRow version, ChecklistContent content) {}

    record ChecklistCopy(
            @NotNull UUID id,
            @NotNull AreaKey area,
            @NotNull @Valid LocalText name) {}

    record ChecklistSave(
            @NotNull Integer revision, @NotNull @Valid ChecklistContent content) {}

    record ChecklistPublication(@Nullable LocalDate effectiveFrom) {}

    @GetMapping
    @RequiresPermission("inspection.view")
    @Operation(summary = "Every version of every checklist the caller may use, newest version first")
    List<ChecklistQueries.ChecklistRow> list(Caller caller) {
        return checklists.list(caller.scope());
    }

    @GetMapping("/{id}")
    @RequiresPermission("inspection.view")
    @Operation(summary = "One checklist with its items; without a version the newest, a draft before what is published")
    ChecklistView get(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        return view(caller, id, version);
    }

    @PostMapping("/{id}/copies")
    @RequiresPermission("checklist.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Copy a checklist into a local one of an area, which can be edited. Idempotent on the new id")
    ChecklistView copy(Caller caller, @PathVariable UUID id, @Valid @RequestBody ChecklistCopy body) {
        edit.copy(caller, body.id(), id, body.area(), body.name());
        return view(caller, body.id(), null);
    }

    @PostMapping("/{id}/draft")
    @RequiresPermission("checklist.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin the next version of a local checklist")
    ChecklistView draft(Caller caller, @PathVariable UUID id) {
        edit.draft(caller, id);
        return view(caller, id, null);
    }

    @PutMapping("/{id}/draft")
    @RequiresPermission("checklist.manage")
    @Operation(summary = "Save the version that is being edited")
    ChecklistView save(Caller caller, @PathVariable UUID id, @Valid @RequestBody ChecklistSave body) {
        edit.save(caller, id, body.revision(), body.content());
        return view(caller, id, null);
    }

    @PostMapping("/{id}/publish")
    @RequiresPermission("checklist.manage")
    @Operation(summary = "Publish the version that is being edited; checks already made keep theirs")
    ChecklistView publish(Caller caller, @PathVariable UUID id, @Valid @RequestBody ChecklistPublication body) {
        edit.publish(caller, id, body.effectiveFrom());
        return view(caller, id, null);
    }

    private ChecklistView view(Caller caller, UUID id, @Nullable Integer version) {
        ChecklistQueries.ChecklistRow row = checklists
                .find(caller.scopeFor("inspection.view"), id, version)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        return new ChecklistView(row, checklists.content(row.versionId()));
    }
}
