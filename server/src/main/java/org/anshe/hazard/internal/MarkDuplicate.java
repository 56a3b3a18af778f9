package org.anshe.hazard.internal;

import java.util.UUID;
import org.anshe.hazard.HazardMarkedDuplicate;
import org.anshe.hazard.HazardProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds a report to be the same as another one, which goes on instead. */
@Service
public class MarkDuplicate {

    private final HazardSteps steps;
    private final HazardRepository hazards;

    MarkDuplicate(HazardSteps steps, HazardRepository hazards) {
        this.steps = steps;
        this.hazards = hazards;
    }

    /** @param reason why the two are the same */
    @Transactional
    public void mark(Caller caller, UUID id, int version, UUID originalId, String reason) {
        hazards.lockBoth(id, originalId);
        Hazard before = steps.begin(caller, id, version, HazardAction.MARK_DUPLICATE);
        HazardState.Unjudged state = before.in(HazardState.Unjudged.class);
        if (HazardAction.MARK_DUPLICATE.needsIndependence(state)) {
            before.independent(caller);
        }
        Hazard original = original(caller, before, originalId);
        steps.finish(
                caller,
                before,
                before.to(state.markDuplicate(original.id()), null),
                HazardAction.MARK_DUPLICATE,
                Facts.of(
                        "reason",
                        reason,
                        "original",
                        original.id(),
                        "originalNumber",
                        original.identity().number()),
                new HazardMarkedDuplicate(id, before.identity().number(), before.area(), original.id(), steps.now()));
    }

    /** A hazard the caller sees, which was not itself rejected or found to be a duplicate. */
    private Hazard original(Caller caller, Hazard report, UUID originalId) {
        return hazards.find(originalId)
                .filter(other -> !other.id().equals(report.id()))
                .filter(other -> caller.may(HazardSteps.VIEW, other.area(), other.unitId()))
                .filter(other -> !(other.state() instanceof HazardState.Rejected)
                        && !(other.state() instanceof HazardState.Duplicate))
                .orElseThrow(() -> new ProblemException(HazardProblem.NOT_A_DUPLICATE));
    }
}
