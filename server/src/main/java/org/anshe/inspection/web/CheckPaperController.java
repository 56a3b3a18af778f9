package org.anshe.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.anshe.inspection.internal.DraftCheckPaper;
import org.anshe.paper.Papers;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Papers about a check. */
@RestController
@RequestMapping("/api/inspection-checks/{id}/papers")
class CheckPaperController {

    private final DraftCheckPaper drafting;

    CheckPaperController(DraftCheckPaper drafting) {
        this.drafting = drafting;
    }

    /** @param id of the paper, made by the client */
    record NewCheckPaper(
            @NotNull UUID id,
            @NotBlank @Size(max = 40) String kind,
            @NotNull UUID organId) {}

    @GetMapping
    @RequiresPermission("paper.view")
    @Operation(summary = "The papers about a check, and what may be drafted from it now")
    Papers.Desk papers(Caller caller, @PathVariable UUID id) {
        return drafting.desk(caller, id);
    }

    @PostMapping
    @RequiresPermission("paper.draft")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft a paper from what was found at the check")
    void draft(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewCheckPaper p) {
        drafting.draft(caller, id, p.id(), p.kind(), p.organId());
    }
}
