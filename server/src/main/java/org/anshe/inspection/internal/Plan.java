package org.anshe.inspection.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An inspection plan.
 *
 * @param activatedOn the first day it was at work, null before
 * @param revision counts every change
 */
public record Plan(
        UUID id, PlanContent content, State state, @Nullable LocalDate activatedOn, int revision) {

    /** A draft is prepared, an active plan makes tasks, a paused one makes none, an ended one never will. */
    public enum State {
        DRAFT,
        ACTIVE,
        PAUSED,
        ENDED
    }

    void require(State... allowed) {
        for (State one : allowed) {
            if (state == one) {
                return;
            }
        }
        throw new ProblemException(InspectionProblem.PLAN_STATE, "state", state.name());
    }

    /** The life of the plan as the generator counts it: a plan activated late begins on that day. */
    Period whole() {
        Period whole = content.whole();
        return activatedOn != null && activatedOn.isAfter(whole.start()) && !activatedOn.isAfter(whole.end())
                ? new Period(activatedOn, whole.end())
                : whole;
    }
}
