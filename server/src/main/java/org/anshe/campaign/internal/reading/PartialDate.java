package org.anshe.campaign.internal.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date as far as the plan prints it.
 *
 * @param year 0 when it is masked or nowhere printed
 * @param month 1 to 12
 * @param day 0 when no day is printed
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

    private static final int LEAP_YEAR = 2000;

    public PartialDate {
        if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 0 || day > lastDay(year, month)) {
            throw new IllegalArgumentException("no date: " + year + "-" + month + "-" + day);
        }
    }

    /** The last day of a month; February of an unknown year has 29. */
    static int lastDay(int year, int month) {
        return YearMonth.of(year == 0 ? LEAP_YEAR : year, month).lengthOfMonth();
    }

    static PartialDate endOfMonth(int year, int month) {
        return new PartialDate(year, month, lastDay(year, month));
    }

    /** The first day this date can mean; empty when the year is unknown. */
    public Optional<LocalDate> firstDay() {
        return year == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, Math.max(day, 1)));
    }

    /** The last day this date can mean; empty when the year is unknown. */
    public Optional<LocalDate> lastDay() {
        return year == 0
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day == 0 ? lastDay(year, month) : day));
    }

    @Override
    public int compareTo(PartialDate other) {
        return Integer.compare(sortKey(), other.sortKey());
    }

    private int sortKey() {
        return (year * 100 + month) * 100 + day;
    }

    /** YYYY-MM or YYYY-MM-DD, with 0000 for an unknown year. */
    @Override
    public String toString() {
        String head = "%04d-%02d".formatted(year, month);
        return day == 0 ? head : head + "-%02d".formatted(day);
    }
}
