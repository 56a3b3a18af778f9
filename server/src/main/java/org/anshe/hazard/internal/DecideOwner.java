package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.anshe.hazard.HandOverAnswered;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.hazard.internal.TransferRepository.State;
import org.anshe.hazard.internal.TransferRepository.Transfer;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units refuse a hazard to each other: the level the policy names says whose it is, and that holds. */
@Service
public class DecideOwner {

    private final HazardSteps steps;
    private final TransferRepository transfers;
    private final ClockRules rules;
    private final Units units;

    DecideOwner(HazardSteps steps, TransferRepository transfers, ClockRules rules, Units units) {
        this.steps = steps;
        this.transfers = transfers;
        this.rules = rules;
        this.units = units;
    }

    @Transactional
    public void decide(Caller caller, UUID id, int version, UUID unitId, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.DECIDE_OWNER);
        HandedOver state = before.in(HandedOver.class);
        Instant now = steps.now();
        Transfer transfer = transfers.open(id).orElse(null);
        AreaLevel level = transfer == null || transfer.state() != State.DISPUTED
                ? rules.policy(before.area(), now).transfers().decides()
                : transfer.decider();
        if (!decides(caller, before, level)) {
            throw new ProblemException(HazardProblem.WRONG_LEVEL, "level", level.name());
        }
        if (transfer == null || transfer.state() != State.DISPUTED) {
            throw new ProblemException(HazardProblem.NOTHING_PENDING);
        }
        Units.Unit unit = units.getActive(unitId);
        transfers.answer(caller, id, State.DECIDED, reason, now);
        Hazard awake = rules.resumed(before, now);
        Hazard after = awake.heldBy(unit.id()).to(state.decide(unit.id()), awake.clock());
        steps.finish(
                caller,
                before,
                after,
                HazardAction.DECIDE_OWNER,
                Facts.of("reason", reason, "unitId", unit.id(), "unit", unit.name(), "dueAt", after.movedEnd(before)),
                new HandOverAnswered(
                        id,
                        before.identity().number(),
                        before.area(),
                        Objects.requireNonNull(transfer.ends().fromUnit()),
                        unit.id(),
                        true,
                        false,
                        now));
    }

    static boolean decides(Caller caller, Hazard hazard, AreaLevel level) {
        return caller.scopeFor(HazardAction.DECIDE_OWNER.permission())
                .coversArea(hazard.area().at(level));
    }
}
