package org.anshe.hazard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.ElementChanges.Change;
import org.jspecify.annotations.Nullable;

/**
 * What each step takes. Every one names the version of the hazard it was decided on: when somebody else was quicker,
 * the step is refused.
 */
final class StepPayloads {

    private StepPayloads() {}

    /** Confirm: the grade as judged. */
    record Confirmation(
            @NotNull Integer version,
            @Nullable HazardGrade grade,
            @Nullable @Valid JudgementPayload judgement,
            @Nullable @Size(max = 2000) String note) {}

    /** A step that needs a reason and nothing else. */
    record WithReason(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String reason) {}

    /** The hazard that goes on instead. */
    record Duplication(
            @NotNull Integer version,
            @NotNull UUID original,
            @NotBlank @Size(max = 2000) String reason) {}

    /** The unit, the last day, and what is known of the five elements. */
    record Assignment(
            @NotNull Integer version,
            @NotNull UUID unitId,
            @Nullable LocalDate deadline,
            @Nullable @Size(max = 2000) String measure,
            @Nullable UUID responsibleId,
            @Nullable @Size(max = 100) String responsibleName,
            @Nullable Boolean fundingNeeded,

            @Nullable @Positive @Digits(integer = 12, fraction = 2) BigDecimal fundingAmount,

            @Nullable @Size(max = 200) String fundingSource,
            @Nullable @Size(max = 2000) String contingency,
            @Nullable @Size(max = 2000) String note) {

        Change elements() {
            return new Change(
                    measure, responsibleId, responsibleName, fundingNeeded, fundingAmount, fundingSource, contingency);
        }
    }

    /** What is settled of the five elements; the deadline was set with the assignment. */
    record Plan(
            @NotNull Integer version,
            @Nullable @Size(max = 2000) String measure,
            @Nullable UUID responsibleId,
            @Nullable @Size(max = 100) String responsibleName,
            @Nullable Boolean fundingNeeded,

            @Nullable @Positive @Digits(integer = 12, fraction = 2) BigDecimal fundingAmount,

            @Nullable @Size(max = 200) String fundingSource,
            @Nullable @Size(max = 2000) String contingency) {

        Change elements() {
            return new Change(
                    measure, responsibleId, responsibleName, fundingNeeded, fundingAmount, fundingSource, contingency);
        }
    }

    /** What was done, with photos after, and what is still open of the five elements. */
    record Submission(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String result,
            @NotNull @Size(max = 20) List<UUID> photosAfter,
            @Nullable @Size(max = 2000) String measure,
            @Nullable UUID responsibleId,
            @Nullable @Size(max = 100) String responsibleName,
            @Nullable Boolean fundingNeeded,

            @Nullable @Positive @Digits(integer = 12, fraction = 2) BigDecimal fundingAmount,

            @Nullable @Size(max = 200) String fundingSource,
            @Nullable @Size(max = 2000) String contingency) {

        Change elements() {
            return new Change(
                    measure, responsibleId, responsibleName, fundingNeeded, fundingAmount, fundingSource, contingency);
        }
    }

    /** Another unit, with the reason. */
    record HandOver(
            @NotNull Integer version,
            @NotNull UUID unitId,
            @NotBlank @Size(max = 2000) String reason) {}

    /** What was done at once. */
    record OnSpot(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String measure,
            @Nullable @Size(max = 20) List<UUID> photosBefore,
            @NotNull @Size(max = 20) List<UUID> photosAfter) {}

    /** What was found at the place. */
    record Finding(
            @NotNull Integer version,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 20) List<UUID> photos) {}

    /** Why it was not accepted, and by when it is to be done instead. */
    record GivenBack(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable LocalDate deadline,
            @Nullable @Size(max = 20) List<UUID> photos) {}

    /** Why it is open again. */
    record Reopening(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(max = 20) List<UUID> photos) {}

    static List<UUID> given(@Nullable List<UUID> files) {
        return files == null ? List.of() : files;
    }
}
