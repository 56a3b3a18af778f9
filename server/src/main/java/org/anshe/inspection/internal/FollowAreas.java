package org.anshe.inspection.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.anshe.territory.AreaRecoded;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Lets plans follow their area to its new key. A plan of an area that joined another goes on for the objects entered
 * under the old key alone: the other area has plans of its own.
 */
@Component("followAreasInInspection")
class FollowAreas {

    private final InspectionPlanRepository plans;
    private final AuditTrail audit;

    FollowAreas(InspectionPlanRepository plans, AuditTrail audit) {
        this.plans = plans;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(AreaRecoded recoded) {
        if (recoded.joined()) {
            return;
        }
        for (UUID plan : plans.moveArea(recoded.from(), recoded.to())) {
            audit.record(
                    Caller.system("area succession"),
                    "inspection-plan.move",
                    Subject.of("inspection-plan", plan),
                    recoded.to(),
                    Map.of("from", recoded.from(), "to", recoded.to()));
        }
    }
}
