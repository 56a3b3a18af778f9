package org.anshe.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.AddFinding;
import org.anshe.campaign.internal.ConfirmPlan;
import org.anshe.campaign.internal.Decision;
import org.anshe.campaign.internal.DiscardPlan;
import org.anshe.campaign.internal.FindingKind;
import org.anshe.campaign.internal.MapUnit;
import org.anshe.campaign.internal.PlanView;
import org.anshe.campaign.internal.ReviewFinding;
import org.anshe.campaign.internal.ReviewKind;
import org.anshe.campaign.internal.SetBaseYear;
import org.anshe.campaign.internal.ShowPlan;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The review of a plan document up to its confirmation. Only what is accepted enters a campaign. */
@RestController
class PlanReviewController {

    private final ReviewFinding reviewFinding;
    private final ReviewKind reviewKind;
    private final AddFinding addFinding;
    private final SetBaseYear setBaseYear;
    private final MapUnit mapUnit;
    private final ConfirmPlan confirmPlan;
    private final DiscardPlan discardPlan;
    private final ShowPlan show;

    PlanReviewController(
            ReviewFinding reviewFinding,
            ReviewKind reviewKind,
            AddFinding addFinding,
            SetBaseYear setBaseYear,
            MapUnit mapUnit,
            ConfirmPlan confirmPlan,
            DiscardPlan discardPlan,
            ShowPlan show) {
        this.reviewFinding = reviewFinding;
        this.reviewKind = reviewKind;
        this.addFinding = addFinding;
        this.setBaseYear = setBaseYear;
        this.mapUnit = mapUnit;
        this.confirmPlan = confirmPlan;
        this.discardPlan = discardPlan;
        this.show = show;
    }

    /** The version of the document after a change of its review. */
    record Changed(int documentVersion) {}

    /** Edits (data in the exchange format of plan readings) or decides; what is null stays. */
    record FindingChange(
            @NotNull Integer version,
            @Nullable JsonNode data,
            @Nullable Decision decision) {

        /** JSON's null and an absent member mean the same. */
        FindingChange {
            data = data == null || data.isNull() ? null : data;
        }
    }

    record NewFinding(
            @NotNull UUID id,
            @NotNull FindingKind kind,
            @NotNull Integer line,
            @NotNull Integer start,
            @NotNull Integer end,
            @NotNull JsonNode data) {}

    /** Decides about everything that is pending; of all kinds when none is named. */
    record KindDecision(@Nullable FindingKind kind, @NotNull Decision decision) {}

    record BaseYear(
            @NotNull Integer version,
            @NotNull @Min(1990) @Max(2100) Integer year) {}

    /** A unit of the directory, or the kind of a new one to be made of the name; neither takes the meaning back. */
    record UnitMeaning(@NotBlank String name, @Nullable UUID unitId, Units.@Nullable Kind newKind) {}

    record Confirmation(
            @NotNull UUID campaignId,
            @NotNull Integer version,
            @NotBlank @Size(max = 200) String title,
            @NotNull AreaKey area,
            @Nullable UUID leadUnitId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record Confirmed(UUID campaignId) {}

    record Discard(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    @PatchMapping("/api/plan-documents/{id}/findings/{findingId}")
    @RequiresPermission("plan.confirm")
    @Operation(summary = "Edits, accepts or rejects a finding")
    Changed review(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID findingId,
            @Valid @RequestBody FindingChange change) {
        return new Changed(reviewFinding.review(
                caller, id, findingId, new ReviewFinding.Change(change.version(), change.data(), change.decision())));
    }

    @PostMapping("/api/plan-documents/{id}/findings")
    @RequiresPermission("plan.confirm")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a finding for a selected passage; it counts as accepted")
    Changed add(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewFinding added) {
        return new Changed(addFinding.add(
                caller,
                id,
                new AddFinding.NewFinding(
                        added.id(), added.kind(), added.line(), added.start(), added.end(), added.data())));
    }

    @PostMapping("/api/plan-documents/{id}/decisions")
    @RequiresPermission("plan.confirm")
    @Operation(summary = "Accepts or rejects everything that is still pending, of one kind or of all")
    ReviewKind.Decided decide(Caller caller, @PathVariable UUID id, @Valid @RequestBody KindDecision given) {
        return reviewKind.decide(caller, id, given.kind(), given.decision());
    }

    @PutMapping("/api/plan-documents/{id}/base-year")
    @RequiresPermission("plan.confirm")
    @Operation(summary = "Says which year the dates belong to that print none")
    Changed baseYear(Caller caller, @PathVariable UUID id, @Valid @RequestBody BaseYear given) {
        return new Changed(setBaseYear.set(caller, id, given.version(), given.year()));
    }

    @GetMapping("/api/plan-documents/{id}/units")
    @RequiresPermission("plan.view")
    @Operation(summary = "The names of responsible units with the units they mean")
    List<PlanView.UnitName> units(Caller caller, @PathVariable UUID id) {
        return show.units(caller, id);
    }

    @PutMapping("/api/plan-documents/{id}/units")
    @RequiresPermission("plan.confirm")
    @Operation(summary = "Says which unit a printed name means, makes a unit of it, or takes the meaning back")
    Changed mapUnit(Caller caller, @PathVariable UUID id, @Valid @RequestBody UnitMeaning given) {
        Units.Kind kind = given.newKind();
        return new Changed(
                kind == null
                        ? mapUnit.map(caller, id, given.name(), given.unitId())
                        : mapUnit.create(caller, id, given.name(), kind));
    }

    @PostMapping("/api/plan-documents/{id}/confirmation")
    @RequiresPermission("plan.confirm")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Turns what is accepted into a running campaign, all at once")
    Confirmed confirm(Caller caller, @PathVariable UUID id, @Valid @RequestBody Confirmation given) {
        return new Confirmed(confirmPlan.confirm(
                caller,
                id,
                new ConfirmPlan.Confirmation(
                        given.campaignId(),
                        given.version(),
                        given.title(),
                        given.area(),
                        given.leadUnitId(),
                        given.startsOn(),
                        given.endsOn())));
    }

    @PostMapping("/api/plan-documents/{id}/discard")
    @RequiresPermission("plan.confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Puts a document aside that will not become a campaign")
    void discard(Caller caller, @PathVariable UUID id, @Valid @RequestBody Discard given) {
        discardPlan.discard(caller, id, given.version(), given.reason());
    }
}
