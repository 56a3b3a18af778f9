package org.anshe.notification.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.anshe.shared.OfficeTime;

/** A span of each day in the office's time; its first moment is quiet, its last is not. It may run over midnight. */
public record QuietHours(LocalTime from, LocalTime until) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("Quiet hours that begin when they end are never or always");
        }
    }

    /** The moment itself, or the end of the quiet hours it lies in. */
    Instant after(Instant moment) {
        ZonedDateTime here = moment.atZone(OfficeTime.ZONE);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = from.isAfter(until);
        boolean quiet = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return moment;
        }
        boolean endsTomorrow = overMidnight && !time.isBefore(from);
        return here.toLocalDate()
                .plusDays(endsTomorrow ? 1 : 0)
                .atTime(until)
                .atZone(OfficeTime.ZONE)
                .toInstant();
    }
}
