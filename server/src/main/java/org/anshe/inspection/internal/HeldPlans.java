package org.anshe.inspection.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.WorkTransfer;
import org.springframework.stereotype.Component;

/** Inspection plans that name somebody among their inspectors, from the draft to the end. */
@Component
class HeldPlans implements HeldWork {

    private final HeldPlanRepository plans;
    private final AuditTrail audit;

    HeldPlans(HeldPlanRepository plans, AuditTrail audit) {
        this.plans = plans;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return "inspection-plan";
    }

    @Override
    public int countOf(UUID person) {
        return plans.count(person);
    }

    @Override
    public Look look(WorkTransfer transfer) {
        return plans.look(transfer);
    }

    /** A plan keeps no timeline: who was among its inspectors before stands in the trail. */
    @Override
    public List<Item> move(WorkTransfer transfer) {
        List<Item> moved = plans.move(transfer);
        for (Item plan : moved) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("from", transfer.from().id());
            facts.put("to", transfer.to().person());
            facts.put("handOver", transfer.handOver());
            audit.record(
                    transfer.caller(),
                    "inspection-plan.change-inspector",
                    Subject.of("inspection-plan", plan.id()),
                    plan.area(),
                    facts);
        }
        return moved;
    }
}
