package org.anshe.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.campaign.internal.measures.DraftMeasure;
import org.anshe.campaign.internal.measures.EndMeasure;
import org.anshe.campaign.internal.measures.IssueMeasure;
import org.anshe.campaign.internal.measures.MeasureKind;
import org.anshe.campaign.internal.measures.MeasureState;
import org.anshe.campaign.internal.measures.ReviseMeasure;
import org.anshe.campaign.internal.measures.ShowMeasures;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Institutional measures and the steps of their life. */
@RestController
class MeasureController {

    private final DraftMeasure drafting;
    private final IssueMeasure issuing;
    private final ReviseMeasure revising;
    private final EndMeasure ending;
    private final ShowMeasures show;

    MeasureController(
            DraftMeasure drafting, IssueMeasure issuing, ReviseMeasure revising, EndMeasure ending, ShowMeasures show) {
        this.drafting = drafting;
        this.issuing = issuing;
        this.revising = revising;
        this.ending = ending;
        this.show = show;
    }

    /** @param files documents uploaded by the caller that are added */
    record DraftFacts(
            @NotBlank @Size(max = 200) String title,
            @NotNull MeasureKind kind,
            @Nullable @Size(max = 60) String domain,
            @NotNull UUID unitId,
            @Nullable UUID listId,
            @Nullable @Size(max = 20_000) String body,
            @Nullable @Size(max = 1000) String revises,
            @NotNull @Size(max = 200) Set<UUID> hazards,
            @NotNull @Size(max = 20) List<UUID> files) {

        DraftMeasure.Draft draft() {
            return new DraftMeasure.Draft(title, kind, domain, unitId, listId, body, revises, hazards, files);
        }
    }

    /** @param origin facts of the common problem the measure answers */
    record NewMeasure(
            @NotNull UUID id,
            @NotNull AreaKey area,
            @NotNull @Valid DraftFacts draft,
            @Nullable @Size(max = 20) Map<String, @Size(max = 300) String> origin) {}

    record DraftChange(
            @NotNull Integer version, @NotNull @Valid DraftFacts draft) {}

    record Issue(
            @NotNull Integer version,
            @NotBlank @Size(max = 60) String number,
            @NotNull LocalDate issuedOn,
            @NotNull LocalDate effectiveOn) {}

    record WithReason(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param on the first day it is no longer in force */
    record Abolition(
            @NotNull Integer version,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/api/measures")
    @RequiresPermission("measure.view")
    @Operation(summary = "Institutional measures, newest first")
    Page<ShowMeasures.Listed> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable MeasureState state,
            @RequestParam(required = false) @Nullable MeasureKind kind,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID list,
            @RequestParam(required = false) @Nullable String q) {
        return show.list(caller, new ShowMeasures.Search(state, kind, domain, area, list, q), page);
    }

    @PostMapping("/api/measures")
    @RequiresPermission("measure.draft")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins the draft of a measure")
    void begin(Caller caller, @Valid @RequestBody NewMeasure given) {
        Map<String, String> origin = given.origin() == null ? Map.of() : given.origin();
        drafting.begin(caller, given.id(), given.area(), given.draft().draft(), origin);
    }

    @GetMapping("/api/measures/{id}")
    @RequiresPermission("measure.view")
    @Operation(summary = "A measure with all its texts and what happened to it")
    ShowMeasures.View get(Caller caller, @PathVariable UUID id) {
        return show.show(caller, id);
    }

    @PutMapping("/api/measures/{id}/draft")
    @RequiresPermission("measure.draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Writes the draft, the first or that of a revision")
    void write(Caller caller, @PathVariable UUID id, @Valid @RequestBody DraftChange given) {
        drafting.write(caller, id, given.version(), given.draft().draft());
    }

    @PostMapping("/api/measures/{id}/issue")
    @RequiresPermission("measure.issue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Issues the draft: words and documents are frozen")
    void issue(Caller caller, @PathVariable UUID id, @Valid @RequestBody Issue given) {
        issuing.issue(caller, id, given.version(), given.number(), given.issuedOn(), given.effectiveOn());
    }

    @PostMapping("/api/measures/{id}/revision")
    @RequiresPermission("measure.draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Begins a revision; the issued text stays in force meanwhile")
    void revise(Caller caller, @PathVariable UUID id, @Valid @RequestBody WithReason given) {
        revising.begin(caller, id, given.version(), given.reason());
    }

    @PostMapping("/api/measures/{id}/revision/withdrawal")
    @RequiresPermission("measure.draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives a revision up")
    void dropRevision(Caller caller, @PathVariable UUID id, @Valid @RequestBody WithReason given) {
        revising.drop(caller, id, given.version(), given.reason());
    }

    @PostMapping("/api/measures/{id}/withdrawal")
    @RequiresPermission("measure.draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives up a measure that was never issued")
    void withdraw(Caller caller, @PathVariable UUID id, @Valid @RequestBody WithReason given) {
        ending.withdraw(caller, id, given.version(), given.reason());
    }

    @PostMapping("/api/measures/{id}/abolition")
    @RequiresPermission("measure.issue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Abolishes a measure in force")
    void abolish(Caller caller, @PathVariable UUID id, @Valid @RequestBody Abolition given) {
        ending.abolish(caller, id, given.version(), given.on(), given.reason());
    }
}
