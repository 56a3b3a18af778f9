package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.HandOverAnswered;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.hazard.internal.TransferRepository.Kind;
import org.anshe.hazard.internal.TransferRepository.State;
import org.anshe.hazard.internal.TransferRepository.Transfer;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.hazard.internal.policy.PolicyContent.Pause;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The unit that was handed a hazard accepts it, or refuses it with a reason: then it is the former unit's again. After
 * as many refusals as the policy allows it goes to neither: the level above decides.
 */
@Service
public class AnswerHandOver {

    private final HazardSteps steps;
    private final TransferRepository transfers;
    private final ClockRules rules;
    private final Deadlines deadlines;
    private final Units units;

    AnswerHandOver(
            HazardSteps steps, TransferRepository transfers, ClockRules rules, Deadlines deadlines, Units units) {
        this.steps = steps;
        this.transfers = transfers;
        this.rules = rules;
        this.deadlines = deadlines;
        this.units = units;
    }

    @Transactional
    public void accept(Caller caller, UUID id, int version, @Nullable String note) {
        Hazard before = steps.begin(caller, id, version, HazardAction.ACCEPT_HAND_OVER);
        HandedOver state = before.in(HandedOver.class);
        Instant now = steps.now();
        Transfer transfer = offered(before);
        transfers.answer(caller, id, State.ACCEPTED, note == null || note.isBlank() ? null : note, now);
        deadlines.clear(Beside.TRANSFER.of(before));
        Hazard awake = rules.resumed(before, now);
        Hazard after = awake.to(state.accept(), awake.clock());
        finish(caller, before, after, HazardAction.ACCEPT_HAND_OVER, transfer, note, true);
    }

    /** @param reason why it is not for this unit */
    @Transactional
    public void refuse(Caller caller, UUID id, int version, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.REFUSE_HAND_OVER);
        HandedOver state = before.in(HandedOver.class);
        Instant now = steps.now();
        Transfer transfer = offered(before);
        PolicyContent policy = rules.policy(before.area(), now);
        int refusals = transfers.count(id, Kind.HAND_OVER, State.REFUSED) + 1;
        deadlines.clear(Beside.TRANSFER.of(before));
        if (refusals >= policy.transfers().mostRefusals()) {
            transfers.dispute(caller, id, policy.transfers().decides(), reason, now);
            Hazard awake = rules.resumed(before, now);
            Hazard after = awake.beside(
                    awake.handling().with(Pending.DISPUTE),
                    rules.pauseFor(policy, Pause.HAND_OVER_DISPUTED, awake.clock(), now));
            finish(caller, before, after, HazardAction.REFUSE_HAND_OVER, transfer, reason, false);
            return;
        }
        transfers.answer(caller, id, State.REFUSED, reason, now);
        UUID from = Objects.requireNonNull(transfer.ends().fromUnit());
        Hazard awake = rules.resumed(before, now);
        Hazard after = awake.heldBy(from).to(state.refuse(from), awake.clock());
        finish(caller, before, after, HazardAction.REFUSE_HAND_OVER, transfer, reason, false);
    }

    private Transfer offered(Hazard hazard) {
        return transfers
                .open(hazard.id())
                .filter(open -> open.state() == State.OFFERED)
                .orElseThrow(() -> new ProblemException(HazardProblem.NOTHING_PENDING));
    }

    private void finish(
            Caller caller,
            Hazard before,
            Hazard after,
            HazardAction action,
            Transfer transfer,
            @Nullable String note,
            boolean accepted) {
        UUID unit = after.unitId();
        steps.finish(
                caller,
                before,
                after,
                action,
                Facts.of(
                        accepted ? "note" : "reason",
                        note,
                        "unitId",
                        unit,
                        "unit",
                        unit == null
                                ? null
                                : units.find(unit).map(Units.Unit::name).orElse(null),
                        "disputed",
                        after.handling().has(Pending.DISPUTE) ? true : null,
                        "dueAt",
                        after.movedEnd(before),
                        "pausedAt",
                        after.pausedAt()),
                new HandOverAnswered(
                        before.id(),
                        before.identity().number(),
                        before.area(),
                        Objects.requireNonNull(transfer.ends().fromUnit()),
                        Objects.requireNonNull(transfer.ends().toUnit()),
                        accepted,
                        after.handling().has(Pending.DISPUTE),
                        steps.now()));
    }
}
