package org.anshe.hazard.internal;

import java.util.UUID;
import org.anshe.hazard.HazardHandedOver;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a hazard over to another unit: ownership moves, clock and history stay. */
@Service
public class HandOverHazard {

    private final HazardSteps steps;
    private final Units units;

    HandOverHazard(HazardSteps steps, Units units) {
        this.steps = steps;
        this.units = units;
    }

    @Transactional
    public void handOver(Caller caller, UUID id, int version, UUID unitId, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.HAND_OVER);
        HazardState.Underway state = before.in(HazardState.Underway.class);
        Units.Unit unit = units.getActive(unitId);
        UUID from = state.duty().unitId();
        if (unit.id().equals(from)) {
            throw new ProblemException(HazardProblem.SAME_UNIT);
        }
        HandedOver next = state.handOver(unit.id());
        steps.finish(
                caller,
                before,
                before.with(before.elements().withoutResponsible())
                        .heldBy(unit.id())
                        .to(next, before.clock()),
                HazardAction.HAND_OVER,
                Facts.of("reason", reason, "fromUnitId", from, "unitId", unit.id(), "unit", unit.name()),
                new HazardHandedOver(
                        id,
                        before.identity().number(),
                        before.area(),
                        from,
                        unit.id(),
                        next.duty().dueAt(),
                        steps.now()));
    }
}
