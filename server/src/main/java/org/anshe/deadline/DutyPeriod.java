package org.anshe.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;

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
