package org.anshe.hazard.internal;

import java.util.UUID;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.ElementChanges.Change;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles what is open of the five elements, while the unit is at it. The deadline is not among it: it was set. */
@Service
public class PlanRectification {

    private final HazardSteps steps;
    private final ElementChanges changes;

    PlanRectification(HazardSteps steps, ElementChanges changes) {
        this.steps = steps;
        this.changes = changes;
    }

    @Transactional
    public void plan(Caller caller, UUID id, int version, Change elements) {
        Hazard before = steps.begin(caller, id, version, HazardAction.PLAN);
        if (!HazardAction.offeredBy(before.state()).contains(HazardAction.PLAN)) {
            throw new ProblemException(
                    HazardProblem.WRONG_STATE, "state", before.state().status().name());
        }
        FiveElements settled = changes.apply(before.elements(), elements);
        FiveElements.Responsible responsible = settled.responsible();
        steps.finish(
                caller,
                before,
                before.with(settled).to(before.state(), before.clock()),
                HazardAction.PLAN,
                Facts.of(
                        "measure",
                        settled.measure(),
                        "responsible",
                        responsible == null ? null : responsible.name(),
                        "contingency",
                        settled.contingency(),
                        "missing",
                        settled.missing()),
                null);
    }
}
