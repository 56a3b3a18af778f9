package org.anshe.hazard.internal;

import java.util.UUID;
import org.anshe.hazard.HazardRejected;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges a report to be no hazard, with the reason. */
@Service
public class RejectHazard {

    private final HazardSteps steps;

    RejectHazard(HazardSteps steps) {
        this.steps = steps;
    }

    @Transactional
    public void reject(Caller caller, UUID id, int version, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.REJECT);
        HazardState.Unjudged state = before.in(HazardState.Unjudged.class);
        if (HazardAction.REJECT.needsIndependence(state)) {
            before.independent(caller);
        }
        steps.finish(
                caller,
                before,
                before.to(state.reject(), null),
                HazardAction.REJECT,
                Facts.of("reason", reason),
                new HazardRejected(
                        id,
                        before.identity().number(),
                        before.area(),
                        reason.strip(),
                        before.identity().reporterId(),
                        steps.now()));
    }
}
