package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.anshe.hazard.internal.DraftHazardPaper;
import org.anshe.hazard.internal.DraftRungPaper;
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

/** Papers about a hazard. */
@RestController
@RequestMapping("/api/hazards/{id}/papers")
class HazardPaperController {

    private final DraftHazardPaper drafting;
    private final DraftRungPaper ofRung;

    HazardPaperController(DraftHazardPaper drafting, DraftRungPaper ofRung) {
        this.drafting = drafting;
        this.ofRung = ofRung;
    }

    /** @param id of the paper, made by the client */
    record NewHazardPaper(
            @NotNull UUID id,
            @NotBlank @Size(max = 40) String kind,
            @NotNull UUID organId) {}

    /** The rung of the ladder whose paper is missing. */
    record PaperOfRung(@NotNull UUID escalation) {}

    /** The draft that was made. */
    record Drafted(UUID id) {}

    @GetMapping
    @RequiresPermission("paper.view")
    @Operation(summary = "The papers about a hazard, and what may be drafted from it now")
    Papers.Desk papers(Caller caller, @PathVariable UUID id) {
        return drafting.desk(caller, id);
    }

    @PostMapping
    @RequiresPermission("paper.draft")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft a paper from what is known of the hazard")
    void draft(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewHazardPaper p) {
        drafting.draft(caller, id, p.id(), p.kind(), p.organId());
    }

    @PostMapping("/of-rung")
    @RequiresPermission("paper.draft")
    @Operation(summary = "Draft the paper of a rung that could not be drafted by itself")
    Drafted draftOfRung(Caller caller, @PathVariable UUID id, @Valid @RequestBody PaperOfRung p) {
        return new Drafted(ofRung.again(caller, id, p.escalation()));
    }
}
