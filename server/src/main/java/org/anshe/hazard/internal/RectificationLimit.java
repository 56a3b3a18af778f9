package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a hazard is to be put right: by rule, or earlier when somebody says so, never later. */
@Component
class RectificationLimit {

    private final ClockRules rules;

    RectificationLimit(ClockRules rules) {
        this.rules = rules;
    }

    Instant dueAt(Hazard hazard, @Nullable LocalDate wanted, Instant now) {
        Instant limit = byRule(hazard, now);
        if (wanted == null) {
            return limit;
        }
        Instant dueAt = WorkingCalendar.endOf(wanted);
        if (dueAt.isBefore(now) || dueAt.isAfter(limit)) {
            throw new ProblemException(
                    HazardProblem.DEADLINE_OUT_OF_RANGE,
                    Map.of("first", WorkingCalendar.dayOf(now), "last", WorkingCalendar.dayOf(limit)));
        }
        return dueAt;
    }

    Instant byRule(Hazard hazard, Instant now) {
        return rules.start(HazardClock.RECTIFY, hazard, now).dueAt();
    }

    /** The clock of a duty, however often it was interrupted. */
    RunningClock clock(Hazard hazard, HazardState.Duty duty) {
        RunningClock byRule = rules.start(HazardClock.RECTIFY, hazard, duty.since());
        return byRule.dueAt().equals(duty.dueAt())
                ? byRule
                : rules.chosen(hazard.area(), HazardClock.RECTIFY, duty.since(), duty.dueAt());
    }
}
