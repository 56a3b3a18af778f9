package org.anshe.hazard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.ReportMajorHazard.Contents;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.jspecify.annotations.Nullable;

/** What each step beside the loop takes, besides the version of the hazard it was decided on. */
final class BesidePayloads {

    private BesidePayloads() {}

    /** A step that may carry a note. */
    record WithNote(
            @NotNull Integer version,
            @Nullable @Size(max = 2000) String note) {}

    /** A later last day, and why. */
    record ExtensionRequest(
            @NotNull Integer version,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 2000) String reason) {}

    /** The last day that is granted; as asked for when it is left out. */
    record ExtensionGrant(
            @NotNull Integer version,
            @Nullable LocalDate until,
            @Nullable @Size(max = 2000) String note) {}

    /** A limit for one clock of this hazard. */
    record OwnLimit(
            @NotNull Integer version,
            @NotNull HazardClock clock,
            @NotNull @Min(0) @Max(3650) Integer count,
            TimeLimit.@NotNull Unit unit,
            @NotBlank @Size(max = 2000) String reason) {}

    /** Another grade, as it was judged. */
    record Grading(
            @NotNull Integer version,
            @NotNull HazardGrade grade,
            @NotNull @Valid JudgementPayload judgement) {}

    /** What was reported to the authority. */
    record MajorReport(
            @NotNull Integer version,
            @NotBlank @Size(max = 200) String authority,
            @NotNull LocalDate reportedOn,
            @Nullable @Size(max = 200) String way,
            @NotBlank @Size(max = 2000) String causes,
            @NotBlank @Size(max = 2000) String degree,
            @NotBlank @Size(max = 2000) String plan) {

        Contents contents() {
            return new Contents(authority, reportedOn, way, causes, degree, plan);
        }
    }

    /** A proposed rung that is confirmed. */
    record RungTaken(
            @NotNull Integer version,
            @NotNull UUID escalation,
            @Nullable @Size(max = 2000) String note) {}

    /** A proposed rung that is left. */
    record RungDismissed(
            @NotNull Integer version,
            @NotNull UUID escalation,
            @NotBlank @Size(max = 2000) String reason) {}
}
