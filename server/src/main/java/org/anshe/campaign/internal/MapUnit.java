package org.anshe.campaign.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which unit a printed name means, or takes that back. */
@Service
public class MapUnit {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final FindingRepository findings;
    private final Units units;
    private final AuditTrail audit;

    MapUnit(PlanAccess access, PlanRepository plans, FindingRepository findings, Units units, AuditTrail audit) {
        this.access = access;
        this.plans = plans;
        this.findings = findings;
        this.units = units;
        this.audit = audit;
    }

    @Transactional
    public int map(Caller caller, UUID document, String name, @Nullable UUID unit) {
        PlanRow plan = access.lockForReview(caller, document);
        boolean named = findings.of(document).stream()
                .anyMatch(finding -> finding.data() instanceof FindingData.Responsibility duty
                        && duty.names().anyMatch(name::equals));
        if (!named) {
            throw new ProblemException(CampaignProblem.UNKNOWN_NAME, "name", name);
        }
        if (unit != null) {
            units.getActive(unit);
        }
        plans.mapUnit(document, name, unit);
        Map<String, Object> facts = new HashMap<>(Map.of("name", name));
        if (unit != null) {
            facts.put("unit", unit.toString());
        }
        audit.record(caller, "plan.review", Subject.of("plan-document", document), plan.area(), facts);
        return plans.touch(document);
    }
}
