package org.anshe.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The system's time, but for the moments in which the demonstration street is being built. */
public final class DemonstrationClock extends Clock {

    private volatile @Nullable Instant held;

    /** Stands at this moment from now on. */
    void hold(Instant moment) {
        held = moment;
    }

    /** Goes with the system's time again. */
    void release() {
        held = null;
    }

    @Override
    public Instant instant() {
        Instant moment = held;
        return moment != null ? moment : Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
