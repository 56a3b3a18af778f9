package org.anshe.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.anshe.report.ReportProblem;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.ProblemException;

/** A span of office days, both ends included. */
public record ReportPeriod(LocalDate from, LocalDate to) {

    /** Office time. */
    public static final ZoneId ZONE = OfficeTime.ZONE;

    private static final Period LONGEST = Period.ofYears(10);

    public ReportPeriod {
        if (to.isBefore(from) || to.isAfter(from.plus(LONGEST))) {
            throw new ProblemException(ReportProblem.BAD_PERIOD);
        }
    }

    public Instant start() {
        return from.atStartOfDay(ZONE).toInstant();
    }

    /** The first moment after the period. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The period of the same length directly before: of whole months when this is one of whole months. */
    public ReportPeriod previous() {
        LocalDate before = from.minusDays(1);
        if (wholeMonths()) {
            return new ReportPeriod(from.minusMonths(months()), before);
        }
        return new ReportPeriod(before.minusDays(ChronoUnit.DAYS.between(from, to)), before);
    }

    /** The period of the same length directly after. */
    ReportPeriod next() {
        LocalDate after = to.plusDays(1);
        return new ReportPeriod(
                after,
                wholeMonths()
                        ? after.plusMonths(months()).minusDays(1)
                        : after.plusDays(ChronoUnit.DAYS.between(from, to)));
    }

    /** The same days a year earlier; the end of a month stays the end of that month. */
    public ReportPeriod yearBefore() {
        LocalDate end = to.minusYears(1);
        return new ReportPeriod(from.minusYears(1), endsMonth(to) ? end.withDayOfMonth(end.lengthOfMonth()) : end);
    }

    /** The twelve months that end with the last month of this period. */
    ReportPeriod yearUpTo() {
        LocalDate last = to.withDayOfMonth(to.lengthOfMonth());
        return new ReportPeriod(last.withDayOfMonth(1).minusMonths(11), last);
    }

    boolean wholeMonths() {
        return from.getDayOfMonth() == 1 && endsMonth(to);
    }

    long months() {
        return ChronoUnit.MONTHS.between(from, to.plusDays(1));
    }

    private static boolean endsMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
