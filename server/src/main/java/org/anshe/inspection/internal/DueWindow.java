package org.anshe.inspection.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.OfficeTime;

/**
 * When a task may be done and when it is due. Due is the end of the last day of the window; a last day that is not
 * worked moves to the next working day. It is near when a quarter of the time is left, and at
 * least a day.
 */
record DueWindow(LocalDate first, LocalDate last, Instant nearAt, Instant dueAt) {

    static DueWindow of(LocalDate first, LocalDate last, WorkingCalendar calendar) {
        return due(first, last, calendar.onOrAfter(last));
    }

    /** The same window with a later due day. */
    DueWindow movedTo(LocalDate dueDay) {
        return due(first, last, dueDay);
    }

    private static DueWindow due(LocalDate first, LocalDate last, LocalDate dueDay) {
        Instant begin = first.atStartOfDay(OfficeTime.ZONE).toInstant();
        Instant due = WorkingCalendar.endOf(dueDay);
        Duration quarter = Duration.between(begin, due).dividedBy(4);
        Duration ahead = quarter.compareTo(Duration.ofDays(1)) < 0 ? Duration.ofDays(1) : quarter;
        Instant near = due.minus(ahead);
        return new DueWindow(first, last, near.isBefore(begin) ? begin : near, due);
    }
}
