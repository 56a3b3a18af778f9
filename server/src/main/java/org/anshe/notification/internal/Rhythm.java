package org.anshe.notification.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.anshe.shared.OfficeTime;

/** How often a person wants e-mail. */
public enum Rhythm {
    AT_ONCE,
    HOURLY,
    DAILY;

    /** When the message that gathers what happens now goes out, before quiet hours are asked. */
    Instant next(Instant now, LocalTime dailyAt) {
        ZonedDateTime here = now.atZone(OfficeTime.ZONE);
        return switch (this) {
            case AT_ONCE -> now;
            case HOURLY -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            case DAILY -> {
                ZonedDateTime today = here.with(dailyAt);
                yield (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
            }
        };
    }
}
