package org.anshe.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.anshe.shared.ProblemException;
import org.junit.jupiter.api.Test;

class ReportPeriodTests {

    private static ReportPeriod period(String from, String to) {
        return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void endsAtMidnightInShanghai() {
        assertThat(period("2026-01-01", "2026-06-30").start()).isEqualTo(Instant.parse("2025-12-31T16:00:00Z"));
        assertThat(period("2026-01-01", "2026-06-30").end()).isEqualTo(Instant.parse("2026-06-30T16:00:00Z"));
    }

    @Test
    void theHalfYearBeforeTheFirstHalfLiesInTheYearBefore() {
        assertThat(period("2026-01-01", "2026-06-30").previous()).isEqualTo(period("2025-07-01", "2025-12-31"));
        assertThat(period("2026-07-01", "2026-12-31").previous()).isEqualTo(period("2026-01-01", "2026-06-30"));
        assertThat(period("2026-01-01", "2026-06-30").yearBefore()).isEqualTo(period("2025-01-01", "2025-06-30"));
        assertThat(period("2026-01-01", "2026-06-30").next()).isEqualTo(period("2026-07-01", "2026-12-31"));
    }

    @Test
    void monthsKeepTheirEnds() {
        assertThat(period("2026-03-01", "2026-03-31").previous()).isEqualTo(period("2026-02-01", "2026-02-28"));
        assertThat(period("2025-02-01", "2025-02-28").yearBefore()).isEqualTo(period("2024-02-01", "2024-02-29"));
        assertThat(period("2024-02-29", "2024-02-29").yearBefore()).isEqualTo(period("2023-02-28", "2023-02-28"));
        assertThat(period("2026-03-10", "2026-03-19").previous()).isEqualTo(period("2026-02-28", "2026-03-09"));
    }

    @Test
    void aRunningPeriodEndsNow() {
        Instant now = Instant.parse("2026-06-01T02:00:00Z");
        Span span = new Span(period("2026-01-01", "2026-06-30"), now);
        assertThat(span.end()).isEqualTo(now);
        assertThat(span.endDay()).isEqualTo(LocalDate.parse("2026-06-01"));
        assertThat(span.holdsToday()).isTrue();
        assertThat(new Span(period("2026-07-01", "2026-12-31"), now).begun()).isFalse();
    }

    @Test
    void refusesAPeriodThatRunsBackward() {
        assertThatThrownBy(() -> period("2026-06-30", "2026-01-01")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> period("2010-01-01", "2026-01-01")).isInstanceOf(ProblemException.class);
    }

    @Test
    void isNamedAsAnOfficeNamesIt() {
        assertThat(PeriodName.of(period("2026-01-01", "2026-06-30"))).isEqualTo("2026年上半年");
        assertThat(PeriodName.of(period("2026-07-01", "2026-12-31"))).isEqualTo("2026年下半年");
        assertThat(PeriodName.of(period("2026-04-01", "2026-06-30"))).isEqualTo("2026年第二季度");
        assertThat(PeriodName.of(period("2026-03-01", "2026-03-31"))).isEqualTo("2026年3月");
        assertThat(PeriodName.of(period("2026-01-01", "2026-12-31"))).isEqualTo("2026年");
        assertThat(PeriodName.of(period("2025-11-01", "2026-02-28"))).isEqualTo("2025年11月至2026年2月");
        assertThat(PeriodName.of(period("2026-03-10", "2026-03-19"))).isEqualTo("2026年3月10日至3月19日");
    }
}
