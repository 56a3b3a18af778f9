package org.anshe.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyPeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, P1D, 2026-03-04, 2026-03-04",
        "2026-03-01, P1W, 2026-02-23, 2026-03-01",
        "2026-01-01, P1W, 2025-12-29, 2026-01-04",
        "2028-02-29, P1M, 2028-02-01, 2028-02-29",
        "2026-02-28, P1M, 2026-02-01, 2026-02-28",
        "2026-12-31, P3M, 2026-10-01, 2026-12-31",
        "2026-07-01, P6M, 2026-07-01, 2026-12-31",
        "2026-06-30, P6M, 2026-01-01, 2026-06-30",
        "2026-06-30, P1Y, 2026-01-01, 2026-12-31"
    })
    void aDayLiesInOnePeriod(LocalDate day, String every, LocalDate start, LocalDate end) {
        assertThat(DutyPeriod.containing(day, Period.parse(every))).isEqualTo(new DutyPeriod(start, end));
    }

    @Test
    void periodsFollowWithoutGap() {
        DutyPeriod december = DutyPeriod.containing(LocalDate.of(2026, 12, 31), Period.ofMonths(1));

        assertThat(december.next(Period.ofMonths(1)))
                .isEqualTo(new DutyPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31)));
    }

    @ParameterizedTest
    @CsvSource({
        // Less than a fifth left: the next period, unless the duty ends in this one.
        "2026-06-25, P1M, , 2026-06-01",
        "2026-06-26, P1M, , 2026-07-01",
        "2026-06-30, P6M, , 2026-07-01",
        "2026-06-30, P6M, 2026-06-30, 2026-01-01",
        "2026-06-30, P6M, 2026-07-01, 2026-07-01",
        "2026-11-22, P1Y, 2026-12-31, 2026-01-01",
        "2026-03-01, P1W, , 2026-03-02",
        "2026-02-28, P1W, , 2026-02-23",
        "2028-02-29, P1D, , 2028-02-29"
    })
    void nobodyGetsADayForTheWorkOfHalfAYear(LocalDate from, String every, @Nullable LocalDate until, LocalDate start) {
        assertThat(DutyPeriod.first(from, Period.parse(every), until).start()).isEqualTo(start);
    }

    @Test
    void theLastPeriodIsDueWithTheDuty() {
        DutyPeriod november = DutyPeriod.containing(LocalDate.of(2026, 11, 1), Period.ofMonths(1));

        assertThat(november.due(null)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(november.due(LocalDate.of(2026, 11, 15))).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(november.due(LocalDate.of(2026, 12, 1))).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void refusesAPeriodNoOfficeUses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DutyPeriod.containing(LocalDate.of(2026, 1, 1), Period.ofDays(10)));
    }
}
