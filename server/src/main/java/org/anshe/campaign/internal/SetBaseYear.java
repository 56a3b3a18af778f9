package org.anshe.campaign.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which year the dates belong to that print none. */
@Service
public class SetBaseYear {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final AuditTrail audit;

    SetBaseYear(PlanAccess access, PlanRepository plans, AuditTrail audit) {
        this.access = access;
        this.plans = plans;
        this.audit = audit;
    }

    @Transactional
    public int set(Caller caller, UUID document, int version, int year) {
        PlanRow plan = access.lockForReview(caller, document);
        PlanAccess.requireVersion(plan, version);
        audit.record(
                caller, "plan.review", Subject.of("plan-document", document), plan.area(), Map.of("baseYear", year));
        return plans.setBaseYear(document, year);
    }
}
