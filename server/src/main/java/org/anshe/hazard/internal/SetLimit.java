package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.hazard.internal.HazardState.Underway;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets a limit for one hazard, for example by order of a superior. It counts where the policy puts it in the order of
 * sources; the clock of this kind that runs is set anew from its beginning.
 */
@Service
public class SetLimit {

    private final HazardSteps steps;
    private final ClockRules rules;

    SetLimit(HazardSteps steps, ClockRules rules) {
        this.steps = steps;
        this.rules = rules;
    }

    @Transactional
    public void set(Caller caller, UUID id, int version, HazardClock clock, TimeLimit limit, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.SET_LIMIT);
        before.requireOpen();
        Hazard limited = before.handled(before.handling().limited(clock, limit));
        RunningClock old = before.clock();
        Hazard after = limited.to(before.state(), old);
        if (old != null && old.kind() == clock) {
            RunningClock next = rules.again(limited, old);
            after = limited.to(before.state(), next);
            if (before.state() instanceof Underway underway) {
                after = limited.with(before.elements().dueAt(next.dueAt())).to(underway.until(next.dueAt()), next);
            }
        }
        Instant moved = after.movedEnd(before);
        steps.finish(
                caller,
                before,
                after,
                HazardAction.SET_LIMIT,
                Facts.of(
                        "reason",
                        reason,
                        "clock",
                        clock.name(),
                        "count",
                        limit.count(),
                        "unit",
                        limit.of().name(),
                        "fromDueAt",
                        moved == null || old == null ? null : old.dueAt(),
                        "dueAt",
                        moved),
                null);
    }
}
