package org.anshe.campaign.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a document aside that will not become a campaign; it stays readable. */
@Service
public class DiscardPlan {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final AuditTrail audit;
    private final Clock clock;

    DiscardPlan(PlanAccess access, PlanRepository plans, AuditTrail audit, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void discard(Caller caller, UUID document, int version, String reason) {
        PlanRow plan = access.lockForReview(caller, document);
        PlanAccess.requireVersion(plan, version);
        plans.settle(document, PlanState.DISCARDED, clock.instant(), caller.name(), reason.strip());
        audit.record(
                caller,
                "plan.discard",
                Subject.of("plan-document", document),
                plan.area(),
                Map.of("reason", reason.strip()));
    }
}
