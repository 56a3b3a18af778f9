package org.anshe.hazard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.anshe.deadline.ClockState;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped clocks over a calendar with the National Day week of 2026. */
class ClockRulesTests {

    private final ClockRules rules = new ClockRules(JsonMapper.shared(), new OctoberHolidays());

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
        RunningClock clock = rules.running(HazardClock.RECTIFY, from, Instant.parse("2026-06-05T00:00:00Z"));
        assertThat(clock.nearAt()).isEqualTo("2026-06-04T00:00:00Z");
        assertThat(ClockState.at(clock.nearAt().minusMillis(1), clock.nearAt(), clock.dueAt()))
                .isEqualTo(ClockState.IN_TIME);
    }

    @Test
    void isNotNearAfterItsEndWhenTheEndIsPast() {
        Instant past = Instant.parse("2026-06-01T00:00:00Z");
        RunningClock clock = rules.running(HazardClock.RECTIFY, past.plusSeconds(60), past);
        assertThat(clock.nearAt()).isEqualTo(past);
    }

    private RunningClock start(HazardClock clock, HazardGrade grade, String domain, String from) {
        return rules.start(clock, grade, domain, Instant.parse(from));
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
