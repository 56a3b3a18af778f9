package org.anshe.campaign.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which unit a printed name means, makes one of that name, or takes the meaning back. */
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
        PlanRow plan = lock(caller, document, name);
        if (unit != null) {
            units.getActive(unit);
        }
        return say(caller, plan, name, unit);
    }

    /** Makes a unit of the printed name where the plan applies, for those who may manage units there. */
    @Transactional
    public int create(Caller caller, UUID document, String name, Units.Kind kind) {
        PlanRow plan = lock(caller, document, name);
        if (!caller.may("unit.manage", plan.area(), null)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", "unit.manage");
        }
        UUID unit = Ids.next();
        units.register(caller, List.of(new Units.NewUnit(unit, name, kind, plan.area(), null, null)));
        return say(caller, plan, name, unit);
    }

    private PlanRow lock(Caller caller, UUID document, String name) {
        PlanRow plan = access.lockForReview(caller, document);
        boolean named = findings.of(document).stream()
                .anyMatch(finding -> finding.data() instanceof FindingData.Responsibility duty
                        && duty.names().anyMatch(name::equals));
        if (!named) {
            throw new ProblemException(CampaignProblem.UNKNOWN_NAME, "name", name);
        }
        return plan;
    }

    private int say(Caller caller, PlanRow plan, String name, @Nullable UUID unit) {
        plans.mapUnit(plan.id(), name, unit);
        Map<String, Object> facts = new HashMap<>(Map.of("name", name));
        if (unit != null) {
            facts.put("unit", unit.toString());
        }
        audit.record(caller, "plan.review", Subject.of("plan-document", plan.id()), plan.area(), facts);
        return plans.touch(plan.id());
    }
}
