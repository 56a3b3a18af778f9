package org.anshe.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.anshe.shared.OfficeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of day are those of the office. */
class QuietHoursTests {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private final QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(OfficeTime.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T21:59:59.999, 2026-06-01T21:59:59.999",
        "2026-06-01T22:00, 2026-06-02T07:00",
        "2026-06-01T23:59:59, 2026-06-02T07:00",
        "2026-06-02T00:00, 2026-06-02T07:00",
        "2026-06-02T06:59:59.999, 2026-06-02T07:00",
        "2026-06-02T07:00, 2026-06-02T07:00",
        "2026-12-31T22:30, 2027-01-01T07:00"
    })
    void aNightBeginsWithItsFirstMomentAndEndsBeforeItsLast(String moment, String out) {
        assertThat(night.after(at(moment))).isEqualTo(at(out));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T11:59:59, 2026-06-01T11:59:59",
        "2026-06-01T12:00, 2026-06-01T14:00",
        "2026-06-01T13:59:59, 2026-06-01T14:00",
        "2026-06-01T14:00, 2026-06-01T14:00"
    })
    void aSpanWithinADayEndsOnThatDay(String moment, String out) {
        QuietHours noon = new QuietHours(LocalTime.NOON, LocalTime.of(14, 0));

        assertThat(noon.after(at(moment))).isEqualTo(at(out));
    }

    @Test
    void whatIsUrgentDoesNotWait() {
        Instant midnight = at("2026-06-02T00:00");

        assertThat(Preferences.DEFAULT.earliest(midnight, true)).isEqualTo(midnight);
        assertThat(Preferences.DEFAULT.earliest(midnight, false)).isEqualTo(at("2026-06-02T07:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "HOURLY, 2026-06-01T09:00, 2026-06-01T10:00",
        "HOURLY, 2026-06-01T09:59:59, 2026-06-01T10:00",
        "DAILY, 2026-06-01T07:59:59, 2026-06-01T08:00",
        "DAILY, 2026-06-01T08:00, 2026-06-02T08:00",
        "AT_ONCE, 2026-06-01T08:00, 2026-06-01T08:00"
    })
    void aDigestGathersUntilTheNextFullHourOrTheNextMorning(Rhythm rhythm, String moment, String out) {
        assertThat(rhythm.next(at(moment), EIGHT)).isEqualTo(at(out));
    }
}
