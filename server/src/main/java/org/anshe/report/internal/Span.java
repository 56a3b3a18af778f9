package org.anshe.report.internal;

import java.time.Instant;
import java.time.LocalDate;

/** A period looked at from a moment: what happened after the moment is not seen. */
public record Span(ReportPeriod period, Instant asOf) {

    Instant start() {
        return period.start();
    }

    /** The end of the period, or the moment when that is earlier. */
    Instant end() {
        return period.end().isBefore(asOf) ? period.end() : asOf;
    }

    /** The day in which {@link #end()} lies: a date before it is over. */
    LocalDate endDay() {
        return LocalDate.ofInstant(end(), ReportPeriod.ZONE);
    }

    boolean begun() {
        return start().isBefore(asOf);
    }

    boolean holdsToday() {
        return begun() && asOf.isBefore(period.end());
    }

    public Span of(ReportPeriod other) {
        return new Span(other, asOf);
    }
}
