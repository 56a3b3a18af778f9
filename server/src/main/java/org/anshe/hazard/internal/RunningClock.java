package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.deadline.ClockState;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs: near from {@code nearAt}, breached after {@code dueAt}.
 *
 * @param since when it began
 * @param unit how its time is counted, also when a pause is given back
 * @param policyId the policy it goes by; null for a clock from before there were policies
 * @param pausedAt since when it stands still; null while it runs
 */
record RunningClock(
        HazardClock kind,
        Instant since,
        Instant nearAt,
        Instant dueAt,
        TimeLimit.Unit unit,
        @Nullable UUID policyId,
        @Nullable Instant pausedAt) {

    RunningClock paused(Instant at) {
        return pausedAt != null ? this : new RunningClock(kind, since, nearAt, dueAt, unit, policyId, at);
    }

    ClockState at(Instant now) {
        return pausedAt != null ? ClockState.PAUSED : ClockState.at(now, nearAt, dueAt);
    }
}
