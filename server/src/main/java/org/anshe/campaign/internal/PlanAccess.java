package org.anshe.campaign.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.campaign.CampaignProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** The way to a plan document: outside the caller's scope there is none, and what is settled is not reviewed again. */
@Component
class PlanAccess {

    private static final String VIEW = "plan.view";

    private final PlanRepository plans;

    PlanAccess(PlanRepository plans) {
        this.plans = plans;
    }

    /** The document locked for a decision, whatever its state. */
    PlanRow lock(Caller caller, UUID id) {
        PlanRow plan = plans.findForUpdate(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        check(caller, plan);
        return plan;
    }

    /** The document locked for a change of its review. */
    PlanRow lockForReview(Caller caller, UUID id) {
        PlanRow plan = lock(caller, id);
        requireReview(plan);
        return plan;
    }

    static void requireReview(PlanRow plan) {
        if (plan.state() != PlanState.READ) {
            throw new ProblemException(
                    CampaignProblem.NOT_UNDER_REVIEW,
                    Map.of("state", plan.state().name()));
        }
    }

    static void requireVersion(PlanRow plan, int version) {
        if (plan.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }

    private static void check(Caller caller, PlanRow plan) {
        if (caller.scope().covers(plan.area(), null)) {
            return;
        }
        throw new ProblemException(
                caller.may(VIEW, plan.area(), null) ? SharedProblem.FORBIDDEN : SharedProblem.NOT_FOUND);
    }
}
