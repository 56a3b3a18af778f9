package org.anshe.inspection.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.AreaKey;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One check of one object with one version of one checklist.
 *
 * @param rootId the first of a chain of corrections, the check itself when it corrects nothing. What belongs to the
 *     check for good, its photos and hazards, hangs on it.
 */
public record Check(
        UUID id,
        UUID rootId,
        @Nullable UUID corrects,
        @Nullable UUID taskId,
        UUID objectId,
        @Nullable UUID objectUnitId,
        AreaKey area,
        @Nullable UUID unitId,
        UUID versionId,
        UUID inspectorId,
        State state,
        @Nullable Outcome outcome,
        @Nullable String place,
        @Nullable Instant submittedAt,
        int revision) {

    /** A draft is filled; what is submitted stays; a corrected one is superseded. */
    public enum State {
        DRAFT,
        SUBMITTED,
        SUPERSEDED,
        DISCARDED
    }

    /** Whether the place could be checked at all. */
    public enum Outcome {
        CHECKED,
        NOT_POSSIBLE
    }

    void requireDraft() {
        if (state != State.DRAFT) {
            throw new ProblemException(InspectionProblem.CHECK_FROZEN, "state", state.name());
        }
    }
}
