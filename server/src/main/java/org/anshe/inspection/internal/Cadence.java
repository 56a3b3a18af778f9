package org.anshe.inspection.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import org.anshe.deadline.DutyPeriod;

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
        if (this == ONCE) {
            return whole;
        }
        DutyPeriod period = DutyPeriod.containing(day, java.time.Period.parse(code));
        return new Period(period.start(), period.end());
    }
}
