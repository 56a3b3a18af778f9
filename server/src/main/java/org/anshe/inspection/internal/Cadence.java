package org.anshe.inspection.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** How often an object is checked. Periods are those of the calendar: ISO weeks, months, quarters, halves, years. */
public enum Cadence {
    DAY("P1D"),
    WEEK("P1W"),
    MONTH("P1M"),
    QUARTER("P3M"),
    HALF_YEAR("P6M"),
    YEAR("P1Y"),
    /** One task an object over the whole life of the plan. */
    ONCE("ONCE");

    private final String code;

    Cadence(String code) {
        this.code = code;
    }

    @JsonCreator
    public static Cadence of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a frequency: " + code));
    }

    @JsonValue
    public String code() {
        return code;
    }

    /**
     * The period a day lies in.
     *
     * @param whole first and last day of a plan, the period of {@link #ONCE}
     */
    Period periodOf(LocalDate day, Period whole) {
        return switch (this) {
            case DAY -> new Period(day, day);
            case WEEK ->
                new Period(
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case MONTH -> months(day, 1);
            case QUARTER -> months(day, 3);
            case HALF_YEAR -> months(day, 6);
            case YEAR -> months(day, 12);
            case ONCE -> whole;
        };
    }

    private static Period months(LocalDate day, int length) {
        int first = (day.getMonthValue() - 1) / length * length + 1;
        LocalDate start = LocalDate.of(day.getYear(), Month.of(first), 1);
        return new Period(start, start.plusMonths(length).minusDays(1));
    }
}
