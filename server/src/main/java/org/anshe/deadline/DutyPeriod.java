package org.anshe.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * One period of something that recurs: a day, a week from Monday to Sunday, a calendar month, quarter, half-year or
 * year.
 */
public record DutyPeriod(LocalDate start, LocalDate end) {

    /**
     * The period a day lies in.
     *
     * @param every P1D, P1W, P1M, P3M, P6M or P1Y
     */
    public static DutyPeriod containing(LocalDate day, Period every) {
        return switch (every.toString()) {
            case "P1D" -> new DutyPeriod(day, day);
            case "P7D" -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new DutyPeriod(monday, monday.plusDays(6));
            }
            case "P1M" -> months(day, 1);
            case "P3M" -> months(day, 3);
            case "P6M" -> months(day, 6);
            case "P1Y", "P12M" -> months(day, 12);
            default -> throw new IllegalArgumentException("Not a period of the office: " + every);
        };
    }

    /**
     * The first period of a duty that begins on this day: the one the day lies in, unless less than a fifth of it is
     * left and another one follows before the duty ends. Nobody is given a day for the work of half a year.
     *
     * @param until last day of the duty, null without end
     */
    public static DutyPeriod first(LocalDate from, Period every, @Nullable LocalDate until) {
        DutyPeriod period = containing(from, every);
        boolean last = until != null && !until.isAfter(period.end());
        long left = ChronoUnit.DAYS.between(from, period.end()) + 1;
        long days = ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
        return !last && left * 5 < days ? period.next(every) : period;
    }

    /** The day by which the work of this period is done: its last one, or the duty's when that comes first. */
    public LocalDate due(@Nullable LocalDate until) {
        return until != null && until.isBefore(end) ? until : end;
    }

    /** The period that follows this one. */
    public DutyPeriod next(Period every) {
        return containing(end.plusDays(1), every);
    }

    private static DutyPeriod months(LocalDate day, int length) {
        int first = (day.getMonthValue() - 1) / length * length + 1;
        LocalDate start = LocalDate.of(day.getYear(), first, 1);
        return new DutyPeriod(start, start.plusMonths(length).minusDays(1));
    }
}
