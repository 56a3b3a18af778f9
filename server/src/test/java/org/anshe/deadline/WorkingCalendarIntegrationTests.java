package org.anshe.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.anshe.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class WorkingCalendarIntegrationTests {

    @Autowired
    WorkingCalendar calendar;

    @Test
    void skipsHolidaysAndCountsMakeUpDays() {
        LocalDate beforeNationalDay = LocalDate.of(2026, 9, 30);

        assertThat(calendar.plusWorkingDays(beforeNationalDay, 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(calendar.plusWorkingDays(beforeNationalDay, 3)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(calendar.onOrAfter(LocalDate.of(2026, 10, 11))).isEqualTo(LocalDate.of(2026, 10, 12));
    }

    @Test
    void worksMondayToFridayInAYearItDoesNotKnow() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2040, 10, 1))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2040, 10, 6))).isFalse();
    }

    @Test
    void theLastMomentOfADayIsInTheOfficeTimeZone() {
        assertThat(WorkingCalendar.endOf(LocalDate.of(2026, 6, 1)))
                .isEqualTo(Instant.parse("2026-06-01T15:59:59.999Z"));
    }

    @Test
    void aDeadlineIsBreachedOnlyAfterItsLastMoment() {
        Instant near = Instant.parse("2026-06-01T00:00:00Z");
        Instant due = Instant.parse("2026-06-02T15:59:59.999Z");

        assertThat(ClockState.at(near.minusMillis(1), near, due)).isEqualTo(ClockState.IN_TIME);
        assertThat(ClockState.at(near, near, due)).isEqualTo(ClockState.NEAR);
        assertThat(ClockState.at(due, near, due)).isEqualTo(ClockState.NEAR);
        assertThat(ClockState.at(due.plusMillis(1), near, due)).isEqualTo(ClockState.BREACHED);
    }
}
