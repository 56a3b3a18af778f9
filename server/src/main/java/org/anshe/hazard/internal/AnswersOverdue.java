package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.anshe.deadline.DeadlineBreached;
import org.anshe.hazard.HandOverAnswered;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.hazard.internal.TransferRepository.Kind;
import org.anshe.hazard.internal.TransferRepository.State;
import org.anshe.hazard.internal.TransferRepository.Transfer;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.hazard.internal.policy.PolicyContent.Pause;
import org.anshe.shared.Caller;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A unit that does not answer a hand-over in time has not accepted it: the level above decides whose it is. */
@Component
class AnswersOverdue {

    private static final Caller CLOCK = Caller.system("anshe");

    private final HazardRepository hazards;
    private final HazardSteps steps;
    private final TransferRepository transfers;
    private final ClockRules rules;
    private final Clock clock;

    AnswersOverdue(
            HazardRepository hazards, HazardSteps steps, TransferRepository transfers, ClockRules rules, Clock clock) {
        this.hazards = hazards;
        this.steps = steps;
        this.transfers = transfers;
        this.rules = rules;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DeadlineBreached breached) {
        boolean transfer = breached.key().subject().equals(Hazard.KIND)
                && breached.key().kind().equals(Beside.TRANSFER.code());
        if (transfer) {
            hazards.lock(breached.key().id())
                    .filter(hazard -> hazard.state() instanceof HandedOver)
                    .ifPresent(this::dispute);
        }
    }

    private void dispute(Hazard before) {
        Instant now = clock.instant();
        Transfer open = transfers
                .open(before.id())
                .filter(one -> one.kind() == Kind.HAND_OVER && one.state() == State.OFFERED)
                .filter(one -> one.answerDueAt().isBefore(now))
                .orElse(null);
        if (open == null) {
            return;
        }
        PolicyContent policy = rules.policy(before.area(), now);
        transfers.dispute(CLOCK, before.id(), policy.transfers().decides(), null, now);
        Hazard awake = rules.resumed(before, now);
        Hazard after = awake.beside(
                awake.handling().with(Pending.DISPUTE),
                rules.pauseFor(policy, Pause.HAND_OVER_DISPUTED, awake.clock(), now));
        steps.finish(
                CLOCK,
                before,
                after,
                HazardAction.REFUSE_HAND_OVER,
                Facts.of(
                        "overdue",
                        true,
                        "disputed",
                        true,
                        "unitId",
                        before.unitId(),
                        "dueAt",
                        after.movedEnd(before),
                        "pausedAt",
                        after.pausedAt()),
                new HandOverAnswered(
                        before.id(),
                        before.identity().number(),
                        before.area(),
                        Objects.requireNonNull(open.ends().fromUnit()),
                        Objects.requireNonNull(open.ends().toUnit()),
                        false,
                        true,
                        now));
    }
}
