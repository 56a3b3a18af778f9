package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.anshe.deadline.DeadlineBreached;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardEscalated;
import org.anshe.hazard.internal.EscalationRepository.Escalation;
import org.anshe.hazard.internal.EscalationRepository.State;
import org.anshe.hazard.internal.policy.ClockPolicies;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.PolicyContent.WarningRule;
import org.anshe.hazard.internal.policy.Rung;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Climbs the escalation ladder of the policy in force when a clock was breached: rung after rung, each at its time, as
 * long as that clock runs. A rung that a person must confirm is proposed; the next one comes at its time all the same.
 */
@Component
public class ClimbLadder {

    private static final Caller CLOCK = Caller.system("anshe");

    private final HazardRepository hazards;
    private final HazardSteps steps;
    private final EscalationRepository escalations;
    private final ClockPolicies policies;
    private final ClockRules rules;
    private final Deadlines deadlines;
    private final EarlyWarning warning;
    private final Clock clock;

    ClimbLadder(
            HazardRepository hazards,
            HazardSteps steps,
            EscalationRepository escalations,
            ClockPolicies policies,
            ClockRules rules,
            Deadlines deadlines,
            EarlyWarning warning,
            Clock clock) {
        this.hazards = hazards;
        this.steps = steps;
        this.escalations = escalations;
        this.policies = policies;
        this.rules = rules;
        this.deadlines = deadlines;
        this.warning = warning;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DeadlineBreached breached) {
        Deadlines.Key key = breached.key();
        if (!key.subject().equals(Hazard.KIND)) {
            return;
        }
        boolean ladder = key.kind().equals(Beside.LADDER.code());
        boolean ofClock =
                Arrays.stream(HazardClock.values()).anyMatch(kind -> kind.code().equals(key.kind()));
        if (ladder || ofClock) {
            hazards.lock(key.id()).ifPresent(hazard -> climb(hazard, ladder ? null : breached.dueAt()));
        }
    }

    /** Climbs as far as time has come; how many rungs were reached. */
    @Transactional
    public int climb(UUID id) {
        return hazards.lock(id)
                .map(hazard -> climb(hazard, null).version() - hazard.version())
                .orElse(0);
    }

    /** @param end of the clock that was breached; an announcement that is late speaks of one that is gone */
    private Hazard climb(Hazard hazard, @Nullable Instant end) {
        RunningClock running = hazard.clock();
        Instant now = clock.instant();
        boolean stale = running == null
                || running.pausedAt() != null
                || !running.dueAt().isBefore(now)
                || (end != null && !end.equals(running.dueAt()));
        if (stale || running == null) {
            return hazard;
        }
        ClockPolicy policy = policies.at(hazard.area(), WorkingCalendar.dayOf(running.dueAt()));
        List<Rung> ladder = policy.content().ladder(running.kind(), hazard.grade());
        int next = escalations.reached(hazard.id(), running.kind(), running.dueAt());
        Hazard risen = hazard;
        while (next < ladder.size() && !dueAt(ladder.get(next), running).isAfter(now)) {
            risen = reach(risen, running, policy, ladder.get(next), next + 1, now);
            next++;
        }
        if (next < ladder.size()) {
            Instant at = dueAt(ladder.get(next), running);
            deadlines.set(Beside.LADDER.of(hazard), hazard.area(), hazard.unitId(), at, at);
        } else {
            deadlines.clear(Beside.LADDER.of(hazard));
        }
        return risen;
    }

    private Instant dueAt(Rung rung, RunningClock running) {
        return rules.end(rung.after(), running.dueAt());
    }

    private Hazard reach(Hazard before, RunningClock running, ClockPolicy policy, Rung rung, int nth, Instant now) {
        Escalation reached = new Escalation(
                Ids.next(),
                before.id(),
                running.kind(),
                running.dueAt(),
                nth,
                rung.kind(),
                policy.id(),
                rung.paper(),
                rung.confirm() ? State.PROPOSED : State.TAKEN,
                now,
                rung.confirm() ? null : now,
                rung.confirm() ? null : CLOCK.name(),
                null,
                null,
                null,
                null);
        if (!escalations.add(reached)) {
            return before;
        }
        Handling handling = before.handling();
        Hazard after = before.beside(rung.confirm() ? handling.with(Pending.ESCALATION) : handling, running);
        steps.finish(
                CLOCK,
                before,
                after,
                HazardAction.ESCALATE,
                Facts.of(
                        "rung",
                        rung.kind().name(),
                        "nth",
                        nth,
                        "clock",
                        running.kind().name(),
                        "breached",
                        running.dueAt(),
                        "proposed",
                        rung.confirm() ? true : null),
                new HazardEscalated(
                        before.id(),
                        before.identity().number(),
                        before.area(),
                        before.unitId(),
                        reached.id(),
                        rung.kind().name(),
                        rung.confirm(),
                        now));
        if (nth == 1 && running.kind() == HazardClock.RECTIFY) {
            warning.consider(after, WarningRule.Kind.OVERDUE, now);
        }
        return after;
    }
}
