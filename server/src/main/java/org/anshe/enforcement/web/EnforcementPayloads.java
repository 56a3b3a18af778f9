package org.anshe.enforcement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.CaseOutcome;
import org.anshe.enforcement.JointActionKind;
import org.anshe.enforcement.internal.ConcludeCase;
import org.anshe.enforcement.internal.HoldJointAction;
import org.anshe.enforcement.internal.JointActionContent;
import org.anshe.enforcement.internal.OpenCase;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests about joint actions and cases. */
final class EnforcementPayloads {

    private EnforcementPayloads() {}

    record PlacePayload(
            @Nullable UUID objectId,
            @Nullable @Size(max = 300) String words) {}

    record JointActionPlan(
            @NotNull JointActionKind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 4000) String plan,
            @NotNull AreaKey areaKey,
            @NotNull UUID unitId,
            @NotNull LocalDate plannedFrom,
            @NotNull LocalDate plannedTo,
            @NotEmpty @Size(max = 50) Set<UUID> unitIds,
            @Nullable @Valid @Size(max = 200) List<PlacePayload> places) {

        JointActionContent content() {
            return new JointActionContent(
                    kind,
                    title,
                    plan,
                    areaKey,
                    unitId,
                    plannedFrom,
                    plannedTo,
                    unitIds,
                    places == null
                            ? List.of()
                            : places.stream()
                                    .map(place -> new JointActionContent.Place(place.objectId(), place.words()))
                                    .toList());
        }
    }

    /** @param id made by the client */
    record NewJointAction(@NotNull UUID id, @NotNull @Valid JointActionPlan plan) {}

    record JointActionChange(
            @NotNull Integer version, @NotNull @Valid JointActionPlan plan) {}

    record UnitStep(@NotNull Integer version, @NotNull UUID unitId) {}

    record UnitDeclines(
            @NotNull Integer version,
            @NotNull UUID unitId,
            @NotBlank @Size(max = 2000) String reason) {}

    record UnitFeedback(
            @NotNull Integer version,
            @NotNull UUID unitId,
            @NotBlank @Size(max = 4000) String feedback) {}

    record PresentUnit(
            @NotNull UUID unitId,
            @Min(1) @Max(10_000) int people,
            @Nullable @Size(max = 1000) String names) {

        HoldJointAction.Present present() {
            return new HoldJointAction.Present(unitId, people, names);
        }
    }

    record JointActionHeld(
            @NotNull Integer version,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 4000) String summary,
            @NotEmpty @Valid @Size(max = 51) List<PresentUnit> present,
            @Nullable @Size(max = 50) List<UUID> files) {}

    record FeedbackWanted(
            @NotNull Integer version, @Nullable LocalDate by) {}

    record HazardLink(@NotNull Integer version, @NotNull UUID hazardId) {}

    record JointActionEnd(
            @NotNull Integer version,
            @NotBlank @Size(max = 4000) String conclusion,
            @Nullable @Size(max = 2000) String missingReason) {}

    record WithReason(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String reason) {}

    record WithNote(
            @NotNull Integer version,
            @Nullable @Size(max = 2000) String note) {}

    /** @param id made by the client */
    record NewCase(
            @NotNull UUID id,
            @NotNull AreaKey areaKey,
            @NotBlank String domain,
            @NotBlank @Size(max = 2000) String act,
            @Nullable @Size(max = 500) String clause,
            @Nullable @Size(max = 300) String place,
            @Nullable UUID objectId,
            @Nullable @Size(max = 200) String party,
            @NotNull LocalDate foundOn,
            @Nullable UUID hazardId,
            @Nullable UUID actionId) {

        OpenCase.Found found() {
            return new OpenCase.Found(
                    id, areaKey, domain, act, clause, place, objectId, party, foundOn, hazardId, actionId);
        }
    }

    record TransferTo(
            @NotNull Integer version,
            @NotNull UUID unitId,
            @NotBlank @Size(max = 2000) String reason) {}

    record CaseEnd(
            @NotNull Integer version,
            @NotNull LocalDate day,
            @NotEmpty Set<CaseOutcome> outcomes,

            @Nullable @Positive @Digits(integer = 12, fraction = 2) BigDecimal fine,

            @Nullable @Size(max = 2000) String note) {

        ConcludeCase.Outcome outcome() {
            return new ConcludeCase.Outcome(day, outcomes, fine, note);
        }
    }

    record CaseExposed(
            @NotNull Integer version,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 300) String where) {}
}
