package org.anshe.hazard.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.LimitRule.Category;
import org.anshe.hazard.internal.policy.PoliciesInForce;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.hazard.internal.policy.PolicyContent.Pause;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts, stops and moves the clocks of hazards by the policy in force where the hazard lies on the day in question. */
@Component
class ClockRules {

    private static final int WHOLE = 100;

    private final PoliciesInForce policies;
    private final WorkingCalendar calendar;

    ClockRules(PoliciesInForce policies, WorkingCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    PolicyContent policy(AreaKey area, Instant at) {
        return policyAt(area, at).content();
    }

    ClockPolicy policyAt(AreaKey area, Instant at) {
        return policies.at(area, WorkingCalendar.dayOf(at));
    }

    RunningClock start(HazardClock clock, Hazard hazard, Instant from) {
        return start(policyAt(hazard.area(), from), clock, hazard, from);
    }

    RunningClock start(ClockPolicy policy, HazardClock clock, Hazard hazard, Instant from) {
        TimeLimit limit = limit(policy.content(), clock, hazard).limit();
        return running(policy, clock, from, end(limit, from), limit.of());
    }

    PolicyContent.Found limit(PolicyContent policy, HazardClock clock, Hazard hazard) {
        return policy.limit(clock, category(hazard), hazard.handling().limits());
    }

    /** A clock whose end somebody chose. */
    RunningClock chosen(AreaKey area, HazardClock clock, Instant from, Instant dueAt) {
        return running(policyAt(area, from), clock, from, dueAt, TimeLimit.Unit.CALENDAR_DAYS);
    }

    /** When a closed hazard is to be looked at again; absent when the policy does not ask for it. */
    Optional<RunningClock> lookBack(Hazard hazard, Instant closed) {
        ClockPolicy policy = policyAt(hazard.area(), closed);
        return policy.content()
                .lookBack(category(hazard))
                .filter(rule -> Math.floorMod(hazard.id().getLeastSignificantBits(), WHOLE) < rule.share())
                .map(rule -> {
                    Instant from = end(rule.after(), closed);
                    TimeLimit limit = limit(policy.content(), HazardClock.LOOK_BACK, hazard)
                            .limit();
                    return new RunningClock(
                            HazardClock.LOOK_BACK, closed, from, end(limit, from), limit.of(), policy.id(), null);
                });
    }

    /** The moment a limit that begins now ends. */
    Instant end(TimeLimit limit, Instant from) {
        LocalDate day = WorkingCalendar.dayOf(from);
        return switch (limit.of()) {
            case HOURS -> from.plus(Duration.ofHours(limit.count()));
            case CALENDAR_DAYS -> WorkingCalendar.endOf(day.plusDays(limit.count()));
            case WORKING_DAYS ->
                WorkingCalendar.endOf(
                        limit.count() == 0 ? calendar.onOrAfter(day) : calendar.plusWorkingDays(day, limit.count()));
        };
    }

    /** The clock, standing still when the policy lists this as a reason for it. */
    @Nullable RunningClock pauseFor(PolicyContent policy, Pause reason, @Nullable RunningClock clock, Instant now) {
        return clock != null && policy.pauses().contains(reason) ? clock.paused(now) : clock;
    }

    /** The same clock by the rules as they are now, from when it began. */
    RunningClock again(Hazard hazard, RunningClock clock) {
        return again(policyAt(hazard.area(), clock.since()), hazard, clock);
    }

    RunningClock again(ClockPolicy policy, Hazard hazard, RunningClock clock) {
        RunningClock next = start(policy, clock.kind(), hazard, clock.since());
        Instant pausedAt = clock.pausedAt();
        return pausedAt == null ? next : next.paused(pausedAt);
    }

    /**
     * The hazard with its clock going on. What was left of it is left: it gets back the days or hours it stood, and so
     * does the deadline of the rectification.
     */
    Hazard resumed(Hazard hazard, Instant now) {
        RunningClock clock = hazard.clock();
        if (clock == null || clock.pausedAt() == null) {
            return hazard;
        }
        RunningClock next = resume(hazard.area(), clock, clock.pausedAt(), now);
        Hazard awake = hazard.clocked(next);
        return clock.kind() == HazardClock.RECTIFY ? awake.with(awake.elements().dueAt(next.dueAt())) : awake;
    }

    private RunningClock resume(AreaKey area, RunningClock clock, Instant pausedAt, Instant now) {
        LocalDate from = WorkingCalendar.dayOf(pausedAt);
        LocalDate to = WorkingCalendar.dayOf(now);
        LocalDate due = WorkingCalendar.dayOf(clock.dueAt());
        Instant dueAt = switch (clock.unit()) {
            case HOURS -> clock.dueAt().plus(Duration.between(pausedAt, now));
            case CALENDAR_DAYS -> WorkingCalendar.endOf(due.plusDays(ChronoUnit.DAYS.between(from, to)));
            case WORKING_DAYS -> WorkingCalendar.endOf(calendar.plusWorkingDays(due, worked(from, to)));
        };
        // What was breached before it stood stays breached.
        Instant end = clock.dueAt().isBefore(pausedAt) ? clock.dueAt() : dueAt;
        return running(policyAt(area, clock.since()), clock.kind(), clock.since(), end, clock.unit());
    }

    /** The working days after the first and up to the last day. */
    private int worked(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }

    private static RunningClock running(
            ClockPolicy policy, HazardClock clock, Instant from, Instant dueAt, TimeLimit.Unit unit) {
        long whole = Math.max(0, Duration.between(from, dueAt).toMillis());
        int percent = policy.content().nearPercent();
        Instant nearAt = from.plusMillis(whole / WHOLE * percent + whole % WHOLE * percent / WHOLE);
        return new RunningClock(clock, from, nearAt.isAfter(dueAt) ? dueAt : nearAt, dueAt, unit, policy.id(), null);
    }

    private static Category category(Hazard hazard) {
        return new Category(
                hazard.grade(), hazard.identity().domain(), hazard.identity().source());
    }
}
