package org.anshe.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutyRhythmTests {

    @ParameterizedTest
    @CsvSource({
        "P1W, 2, P1W, 2",
        "P7D, 1, P1W, 1",
        "P10D, 1, P1M, 3",
        "P15D, 2, P1M, 4",
        "PT2H, 1, P1D, 12",
        "P2M, 1, P1Y, 6",
        "P12M, 1, P1Y, 1"
    })
    void printedPeriodsBecomePeriodsOfTheCalendar(String every, int times, String period, int count) {
        assertThat(DutyRhythm.of(every, times)).contains(new DutyRhythm(period, count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2W", "P5D", "P5M", "P2Y", "PT5H", "P0M", "often"})
    void aPeriodWithNoExactCountIsLeftToAPerson(String every) {
        assertThat(DutyRhythm.of(every, 1)).isEmpty();
    }

}
