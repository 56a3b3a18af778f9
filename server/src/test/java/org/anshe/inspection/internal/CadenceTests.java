package org.anshe.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTests {

    private static final Period WHOLE = new Period(LocalDate.of(2020, 1, 1), Period.NEVER);

    @ParameterizedTest
    @CsvSource({
        "P1D,  2028-02-29, 2028-02-29, 2028-02-29",
        // ISO weeks run over New Year and from Monday to Sunday.
        "P1W,  2026-12-31, 2026-12-28, 2027-01-03",
        "P1W,  2027-01-03, 2026-12-28, 2027-01-03",
        "P1W,  2027-01-04, 2027-01-04, 2027-01-10",
        "P1W,  2026-06-01, 2026-06-01, 2026-06-07",
        "P1M,  2028-02-29, 2028-02-01, 2028-02-29",
        "P1M,  2026-02-28, 2026-02-01, 2026-02-28",
        "P1M,  2026-12-31, 2026-12-01, 2026-12-31",
        "P3M,  2026-03-31, 2026-01-01, 2026-03-31",
        "P3M,  2026-04-01, 2026-04-01, 2026-06-30",
        "P3M,  2028-02-29, 2028-01-01, 2028-03-31",
        "P3M,  2026-12-31, 2026-10-01, 2026-12-31",
        "P6M,  2026-06-30, 2026-01-01, 2026-06-30",
        "P6M,  2026-07-01, 2026-07-01, 2026-12-31",
        "P1Y,  2028-02-29, 2028-01-01, 2028-12-31",
        "ONCE, 2026-05-05, 2020-01-01, 9999-12-31"
    })
    void periodsAreThoseOfTheCalendar(String every, LocalDate day, LocalDate start, LocalDate end) {
        assertThat(Cadence.of(every).periodOf(day, WHOLE)).isEqualTo(new Period(start, end));
    }

    /** Periods leave no day out and never overlap: the day after an end begins the next period. */
    @Property
    void periodsFollowEachOther(
            @ForAll @IntRange(min = 0, max = 20_000) int offset, @ForAll @IntRange(min = 0, max = 5) int which) {
        Cadence every = Cadence.values()[which];
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(offset);
        Period period = every.periodOf(day, WHOLE);

        assertThat(period.contains(day)).isTrue();
        assertThat(every.periodOf(period.start(), WHOLE)).isEqualTo(period);
        assertThat(every.periodOf(period.end(), WHOLE)).isEqualTo(period);
        assertThat(every.periodOf(period.end().plusDays(1), WHOLE).start())
                .isEqualTo(period.end().plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        // June has 30 days: on the 16th 15 are left, which is half; on the 17th 14.
        "P1M, 2026-06-16, true",
        "P1M, 2026-06-17, false",
        // A week has 7: on Thursday 4 are left, on Friday 3.
        "P1W, 2026-06-04, true",
        "P1W, 2026-06-05, false",
        // February of a leap year has 29: on the 15th 15 are left, on the 16th 14.
        "P1M, 2028-02-15, true",
        "P1M, 2028-02-16, false",
        "P1D, 2026-06-05, true"
    })
    void halfOfThePeriodCountsTheDayItself(String every, LocalDate day, boolean enough) {
        assertThat(Cadence.of(every).periodOf(day, WHOLE).hasHalfLeft(day)).isEqualTo(enough);
    }

    @Test
    void aDrawCanBeRepeatedFromItsSeed() {
        var ids = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> new java.util.UUID(i, i))
                .toList();
        RandomDraw draw = new RandomDraw("00ff");

        assertThat(draw.order(ids)).isEqualTo(new RandomDraw("00ff").order(ids.reversed()));
        assertThat(draw.order(ids)).isNotEqualTo(new RandomDraw("00fe").order(ids));
        assertThat(draw.order(ids)).containsExactlyInAnyOrderElementsOf(ids);
    }
}
