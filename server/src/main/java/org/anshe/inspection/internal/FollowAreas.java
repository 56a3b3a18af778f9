package org.anshe.inspection.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.territory.AreaRecoded;
import org.anshe.territory.Areas;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Lets plans follow their area to its new key. A plan of an area that joined another goes on for the objects entered
 * under the old key alone: the other area has plans of its own.
 */
@Component("followAreasInInspection")
class FollowAreas {

    private final InspectionPlanRepository plans;
    private final Areas areas;
    private final AuditTrail audit;

    FollowAreas(InspectionPlanRepository plans, Areas areas, AuditTrail audit) {
        this.plans = plans;
        this.areas = areas;
        this.audit = audit;
    }

    /** Goes by the key that counts today, not by the event's: a later change of the same area may be told first. */
    @ApplicationModuleListener
    void on(AreaRecoded recoded) {
        if (recoded.joined()) {
            return;
        }
        AreaKey today = areas.ownKey(recoded.from());
        if (today.equals(recoded.from())) {
            return;
        }
        for (UUID plan : plans.moveArea(recoded.from(), today)) {
            audit.record(
                    Caller.system("area succession"),
                    "inspection-plan.move",
                    Subject.of("inspection-plan", plan),
                    today,
                    Map.of("from", recoded.from(), "to", today));
        }
    }
}
