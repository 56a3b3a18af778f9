package org.anshe.deadline.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.deadline.internal.CalendarRepository.KnownYear;
import org.anshe.deadline.internal.CalendarRepository.SpecialDay;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The years of the calendar, and the one that is wanted soon and not known. */
@Service
public class ShowCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(ShowCalendar.class);

    /** Deadlines reach into the next year before it begins; its holidays are published some eight weeks ahead. */
    private static final Period AHEAD = Period.ofDays(60);

    private final CalendarRepository calendar;
    private final Clock clock;

    ShowCalendar(CalendarRepository calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What the calendar knows.
     *
     * @param missing a year that begins within 60 days, or has begun, and is not known
     */
    public record Overview(List<KnownYear> years, @Nullable Integer missing) {}

    /**
     * One year.
     *
     * @param version null for a year that is not known
     */
    public record Year(int year, @Nullable Integer version, List<SpecialDay> days) {}

    public Overview overview(Caller caller) {
        ReplaceCalendarYear.requireDecidesOverCalendar(caller);
        return overview();
    }

    @Transactional(readOnly = true)
    public Year year(Caller caller, int year) {
        ReplaceCalendarYear.requireDecidesOverCalendar(caller);
        return new Year(year, calendar.findVersion(year).orElse(null), calendar.days(year));
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    void warn() {
        Integer missing = overview().missing();
        if (missing != null) {
            LOG.warn("The calendar does not know the holidays of {}; working days are counted without them", missing);
        }
    }

    private Overview overview() {
        List<KnownYear> years = calendar.years();
        Set<Integer> known = years.stream().map(KnownYear::year).collect(Collectors.toSet());
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        Integer missing = Stream.of(today, today.plus(AHEAD))
                .map(LocalDate::getYear)
                .filter(year -> !known.contains(year))
                .findFirst()
                .orElse(null);
        return new Overview(years, missing);
    }
}
