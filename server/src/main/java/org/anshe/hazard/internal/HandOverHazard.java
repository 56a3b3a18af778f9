package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.HazardHandedOver;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.hazard.internal.TransferRepository.Ends;
import org.anshe.hazard.internal.TransferRepository.Kind;
import org.anshe.hazard.internal.TransferRepository.State;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.hazard.internal.policy.PolicyContent.Pause;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a hazard over to another unit, which sees it from now on and accepts or refuses it in time; the clock and the
 * history stay. Once the level above has decided whose it is, only that level hands it over.
 */
@Service
public class HandOverHazard {

    private final HazardSteps steps;
    private final Units units;
    private final TransferRepository transfers;
    private final ClockRules rules;
    private final Deadlines deadlines;

    HandOverHazard(
            HazardSteps steps, Units units, TransferRepository transfers, ClockRules rules, Deadlines deadlines) {
        this.steps = steps;
        this.units = units;
        this.transfers = transfers;
        this.rules = rules;
        this.deadlines = deadlines;
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
        Instant now = steps.now();
        PolicyContent policy = rules.policy(before.area(), now);
        refuseAfterDecision(caller, before, policy);
        HandedOver next = state.handOver(unit.id());
        Instant answerBy = rules.end(policy.transfers().answer(), now);
        transfers.offer(caller, Ids.next(), id, Kind.HAND_OVER, Ends.units(from, unit.id()), reason, now, answerBy);
        Hazard after = before.with(before.elements().withoutResponsible())
                .heldBy(unit.id())
                .handled(before.handling().with(Pending.HAND_OVER))
                .to(next, rules.pauseFor(policy, Pause.HAND_OVER_UNANSWERED, before.clock(), now));
        deadlines.set(Beside.TRANSFER.of(before), before.area(), unit.id(), answerBy, answerBy);
        steps.finish(
                caller,
                before,
                after,
                HazardAction.HAND_OVER,
                Facts.of(
                        "reason",
                        reason,
                        "fromUnitId",
                        from,
                        "fromUnit",
                        units.find(from).map(Units.Unit::name).orElse(null),
                        "unitId",
                        unit.id(),
                        "unit",
                        unit.name(),
                        "answerBy",
                        answerBy,
                        "pausedAt",
                        after.pausedAt()),
                new HazardHandedOver(
                        id,
                        before.identity().number(),
                        before.area(),
                        from,
                        unit.id(),
                        next.duty().dueAt(),
                        now));
    }

    private void refuseAfterDecision(Caller caller, Hazard hazard, PolicyContent policy) {
        boolean decided = transfers.count(hazard.id(), Kind.HAND_OVER, State.DECIDED) > 0;
        if (decided && !DecideOwner.decides(caller, hazard, policy.transfers().decides())) {
            throw new ProblemException(HazardProblem.OWNER_DECIDED);
        }
    }
}
