package org.anshe.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.anshe.shared.OfficeTime;

/** Working days of the office: Monday to Friday but for holidays, and the make-up days that are worked instead. */
public interface WorkingCalendar {

    boolean isWorkingDay(LocalDate day);

    /** The n-th working day after the day, which itself does not count. */
    LocalDate plusWorkingDays(LocalDate day, int days);

    /** The day itself when it is worked, else the next one that is. */
    LocalDate onOrAfter(LocalDate day);

    /** The last moment of a day in the office's time zone. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(OfficeTime.ZONE).toInstant().minusMillis(1);
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(OfficeTime.ZONE).toLocalDate();
    }
}
