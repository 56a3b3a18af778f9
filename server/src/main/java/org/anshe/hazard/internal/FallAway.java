package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Objects;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.hazard.internal.HazardState.Underway;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Component;

/**
 * What a step settles besides: a request that nobody needs to answer any more, and the ladder of a clock that was
 * stopped. A step that leaves nothing open costs no statement here.
 */
@Component
class FallAway {

    private final ExtensionRepository extensions;
    private final TransferRepository transfers;
    private final EscalationRepository escalations;
    private final Deadlines deadlines;

    FallAway(
            ExtensionRepository extensions,
            TransferRepository transfers,
            EscalationRepository escalations,
            Deadlines deadlines) {
        this.extensions = extensions;
        this.transfers = transfers;
        this.escalations = escalations;
        this.deadlines = deadlines;
    }

    Hazard settle(Caller caller, Hazard before, Hazard after, HazardAction action, Instant now) {
        Handling handling = after.handling();
        if (handling.has(Pending.EXTENSION) && !(after.state() instanceof Underway)) {
            extensions.lapse(caller, after.id(), now);
            deadlines.clear(Beside.EXTENSION.of(after));
            handling = handling.without(Pending.EXTENSION);
        }
        if (handling.has(Pending.HAND_OVER) && !(after.state() instanceof HandedOver)) {
            handling = handling.without(Pending.HAND_OVER, Pending.DISPUTE);
        }
        if (handling.has(Pending.REPORT_UP) && before.handling().has(Pending.REPORT_UP) && action.byHandler()) {
            // Who takes the next step has accepted it.
            transfers.answer(caller, after.id(), TransferRepository.State.ACCEPTED, null, now);
            deadlines.clear(Beside.TRANSFER.of(after));
            handling = handling.without(Pending.REPORT_UP);
        }
        RunningClock old = before.clock();
        if (old != null && old.dueAt().isBefore(now) && !sameEnd(old, after.clock())) {
            escalations.lapse(caller, after.id(), now);
            deadlines.clear(Beside.LADDER.of(after));
            handling = handling.without(Pending.ESCALATION);
        }
        return after.handled(handling);
    }

    private static boolean sameEnd(RunningClock old, @org.jspecify.annotations.Nullable RunningClock next) {
        return next != null && next.kind() == old.kind() && Objects.equals(next.dueAt(), old.dueAt());
    }
}
