package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.hazard.HazardHandedBack;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The unit gives a hazard back that is not for it, with the reason; it is assigned anew. */
@Service
public class HandBackHazard {

    private final HazardSteps steps;
    private final ClockRules rules;

    HandBackHazard(HazardSteps steps, ClockRules rules) {
        this.steps = steps;
        this.rules = rules;
    }

    @Transactional
    public void handBack(Caller caller, UUID id, int version, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.HAND_BACK);
        HazardState.Underway state = before.in(HazardState.Underway.class);
        Instant now = steps.now();
        Hazard after = before.with(before.elements().withoutResponsible().dueAt(null))
                .heldBy(null)
                .to(state.handBack(), rules.start(HazardClock.ASSIGN, before, now));
        steps.finish(
                caller,
                before,
                after,
                HazardAction.HAND_BACK,
                Facts.of("reason", reason, "unitId", state.duty().unitId()),
                new HazardHandedBack(
                        id,
                        before.identity().number(),
                        before.area(),
                        state.duty().unitId(),
                        reason.strip(),
                        now));
    }
}
