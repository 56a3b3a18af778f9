package org.anshe.inspection.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from {@code start} to {@code end}, both included. */
record Period(LocalDate start, LocalDate end) {

    /** The last day of a plan without end. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A period runs forward: " + start + " to " + end);
        }
    }

    long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** Whether at least half of the days are left when this day has just begun. */
    boolean hasHalfLeft(LocalDate day) {
        return new Period(day, end).days() * 2 >= days();
    }
}
