package org.anshe.hazard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.ClockState;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.internal.policy.ClockPolicies;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped clocks over a calendar with the National Day week of 2026. */
class ClockRulesTests {

    private static final AreaKey COMMUNITY = AreaKey.parse("320113007001");
    private static final List<ClockPolicy> SHIPPED =
            ClockPolicies.shipped(JsonMapper.builder().build(), Instant.parse("2026-01-01T00:00:00Z"));

    private final ClockRules rules = new ClockRules(
            (area, day) -> ClockPolicies.find(ClockPolicies.ordered(SHIPPED), area, day)
                    .orElseThrow(),
            new OctoberHolidays());

    @Test
    void endsWithTheLastMomentOfTheNextWorkingDay() {
        // Monday 1 June, 10:00
        RunningClock clock = start(HazardClock.CONFIRM, HazardGrade.GENERAL, "fire", "2026-06-01T02:00:00Z");
        assertThat(clock.dueAt()).isEqualTo("2026-06-02T15:59:59.999Z");
        assertThat(ClockState.at(clock.dueAt(), clock.nearAt(), clock.dueAt())).isEqualTo(ClockState.NEAR);
        assertThat(ClockState.at(clock.dueAt().plusMillis(1), clock.nearAt(), clock.dueAt()))
                .isEqualTo(ClockState.BREACHED);
    }

    @Test
    void countsByTheOfficeDayNotByUtc() {
        // Monday 1 June 23:59 and Tuesday 0:00 in Shanghai
        assertThat(start(HazardClock.CONFIRM, HazardGrade.GENERAL, "fire", "2026-06-01T15:59:00Z")
                        .dueAt())
                .isEqualTo("2026-06-02T15:59:59.999Z");
        assertThat(start(HazardClock.CONFIRM, HazardGrade.GENERAL, "fire", "2026-06-01T16:00:00Z")
                        .dueAt())
                .isEqualTo("2026-06-03T15:59:59.999Z");
    }

    @Test
    void skipsTheHolidaysAndWorksTheMakeUpDay() {
        // Wednesday 30 September; 1 to 7 October are off, Saturday 10 October is worked
        assertThat(start(HazardClock.REINSPECT, HazardGrade.GENERAL, "fire", "2026-09-30T09:00:00Z")
                        .dueAt())
                .isEqualTo("2026-10-10T15:59:59.999Z");
    }

    @Test
    void leavesAMajorHazardOfAHolidayUntilTheFirstDayWorked() {
        assertThat(start(HazardClock.CONFIRM, HazardGrade.MAJOR, "fire", "2026-06-01T02:00:00Z")
                        .dueAt())
                .isEqualTo("2026-06-01T15:59:59.999Z");
        assertThat(start(HazardClock.CONFIRM, HazardGrade.MAJOR, "fire", "2026-10-03T02:00:00Z")
                        .dueAt())
                .isEqualTo("2026-10-08T15:59:59.999Z");
    }

    @Test
    void takesTheRuleThatNamesMost() {
        String monday = "2026-06-01T02:00:00Z";
        assertThat(start(HazardClock.RECTIFY, HazardGrade.GENERAL, "school", monday)
                        .dueAt())
                .isEqualTo("2026-06-15T15:59:59.999Z");
        assertThat(start(HazardClock.RECTIFY, HazardGrade.GENERAL, "gas", monday)
                        .dueAt())
                .isEqualTo("2026-06-08T15:59:59.999Z");
        assertThat(start(HazardClock.RECTIFY, HazardGrade.MAJOR, "fire", monday).dueAt())
                .isEqualTo("2026-07-01T15:59:59.999Z");
        assertThat(start(HazardClock.RECTIFY, HazardGrade.MAJOR, "gas", monday).dueAt())
                .isEqualTo("2026-06-16T15:59:59.999Z");
    }

    @Test
    void isNearWhenThreeQuartersAreOver() {
        Instant from = Instant.parse("2026-06-01T00:00:00Z");
        RunningClock clock = rules.chosen(COMMUNITY, HazardClock.RECTIFY, from, Instant.parse("2026-06-05T00:00:00Z"));
        assertThat(clock.nearAt()).isEqualTo("2026-06-04T00:00:00Z");
        assertThat(ClockState.at(clock.nearAt().minusMillis(1), clock.nearAt(), clock.dueAt()))
                .isEqualTo(ClockState.IN_TIME);
    }

    @Test
    void isNotNearAfterItsEndWhenTheEndIsPast() {
        Instant past = Instant.parse("2026-06-01T00:00:00Z");
        RunningClock clock = rules.chosen(COMMUNITY, HazardClock.RECTIFY, past.plusSeconds(60), past);
        assertThat(clock.nearAt()).isEqualTo(past);
    }

    @Test
    void aLimitOfItsOwnComesBeforeCategoryAndDefault() {
        Hazard ordered = hazard(
                Ids.next(),
                HazardGrade.GENERAL,
                "gas",
                Handling.USUAL.limited(HazardClock.RECTIFY, new TimeLimit(3, TimeLimit.Unit.HOURS)));
        Instant from = Instant.parse("2026-06-01T02:00:00Z");
        assertThat(rules.start(HazardClock.RECTIFY, ordered, from).dueAt()).isEqualTo("2026-06-01T05:00:00Z");
        assertThat(rules.start(HazardClock.CONFIRM, ordered, from).dueAt()).isEqualTo("2026-06-02T15:59:59.999Z");
    }

    @Test
    void givesBackTheWorkingDaysAClockStood() {
        // Assigned Monday 1 June, ten working days: Monday 15 June. It stands from Wednesday 3 to Monday 8.
        Hazard hazard = paused(HazardClock.RECTIFY, HazardGrade.GENERAL, "2026-06-03T02:00:00Z");
        Hazard awake = rules.resumed(hazard, Instant.parse("2026-06-08T03:00:00Z"));
        assertThat(awake.pausedAt()).isNull();
        // Three working days back: Thursday, Friday, Monday.
        assertThat(awake.elements().dueAt()).isEqualTo("2026-06-18T15:59:59.999Z");
        assertThat(rules.resumed(hazard, Instant.parse("2026-06-03T15:59:00Z")).movedEnd(hazard))
                .isNull();
    }

    @Test
    void givesBackEveryDayToAClockOfCalendarDays() {
        // A major one, thirty days from 1 June: 1 July. It stands over a weekend.
        Hazard hazard = paused(HazardClock.RECTIFY, HazardGrade.MAJOR, "2026-06-05T02:00:00Z");
        Hazard awake = rules.resumed(hazard, Instant.parse("2026-06-08T03:00:00Z"));
        assertThat(awake.elements().dueAt()).isEqualTo("2026-07-04T15:59:59.999Z");
    }

    @Test
    void leavesABreachedClockBreached() {
        Hazard hazard = paused(HazardClock.RECTIFY, HazardGrade.GENERAL, "2026-06-16T02:00:00Z");
        Hazard awake = rules.resumed(hazard, Instant.parse("2026-06-20T03:00:00Z"));
        assertThat(awake.movedEnd(hazard)).isNull();
    }

    @Test
    void looksBackAtEveryMajorHazardAndATenthOfTheOthers() {
        Instant closed = Instant.parse("2026-06-01T02:00:00Z");
        RunningClock major =
                rules.lookBack(hazard(HazardGrade.MAJOR, "fire"), closed).orElseThrow();
        assertThat(major.nearAt()).isEqualTo("2026-07-01T15:59:59.999Z");
        assertThat(major.dueAt()).isEqualTo("2026-07-15T15:59:59.999Z");
        long chosen = java.util.stream.LongStream.range(0, 1000)
                .mapToObj(i -> hazard(new UUID(0x7000, i), HazardGrade.GENERAL, "fire", Handling.USUAL))
                .filter(one -> rules.lookBack(one, closed).isPresent())
                .count();
        assertThat(chosen).isEqualTo(100);
    }

    private Hazard paused(HazardClock clock, HazardGrade grade, String at) {
        Hazard hazard = hazard(grade, "school");
        RunningClock running = rules.start(clock, hazard, Instant.parse("2026-06-01T02:00:00Z"));
        return hazard.with(FiveElements.NONE.dueAt(running.dueAt())).clocked(running.paused(Instant.parse(at)));
    }

    private RunningClock start(HazardClock clock, HazardGrade grade, String domain, String from) {
        return rules.start(clock, hazard(grade, domain), Instant.parse(from));
    }

    private static Hazard hazard(HazardGrade grade, String domain) {
        return hazard(Ids.next(), grade, domain, Handling.USUAL);
    }

    private static Hazard hazard(UUID id, HazardGrade grade, String domain, Handling handling) {
        return new Hazard(
                new Hazard.Identity(id, "2026-000001", COMMUNITY, domain, HazardSource.CHECK, null, null, null, null),
                1,
                grade,
                null,
                FiveElements.NONE,
                Set.of(),
                null,
                handling,
                new HazardState.Reported());
    }

    private static final class OctoberHolidays implements WorkingCalendar {

        private static final Set<LocalDate> MADE_UP = Set.of(LocalDate.parse("2026-10-10"));

        @Override
        public boolean isWorkingDay(LocalDate day) {
            boolean feast = day.getYear() == 2026 && day.getMonthValue() == 10 && day.getDayOfMonth() <= 7;
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            return MADE_UP.contains(day) || (!feast && !weekend);
        }

        @Override
        public LocalDate plusWorkingDays(LocalDate day, int days) {
            LocalDate result = day;
            for (int i = 0; i < days; i++) {
                result = onOrAfter(result.plusDays(1));
            }
            return result;
        }

        @Override
        public LocalDate onOrAfter(LocalDate day) {
            LocalDate result = day;
            while (!isWorkingDay(result)) {
                result = result.plusDays(1);
            }
            return result;
        }
    }
}
