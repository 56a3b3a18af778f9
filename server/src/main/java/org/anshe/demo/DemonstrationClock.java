package org.anshe.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The system's time, but for the threads that are building the demonstration street: each of them holds the moment its
 * own part of the story has come to.
 */
public final class DemonstrationClock extends Clock {

    private static final ThreadLocal<Instant> HELD = new ThreadLocal<>();

    /** Stands at this moment for the running thread. */
    void hold(Instant moment) {
        HELD.set(moment);
    }

    /** Goes with the system's time again. */
    void release() {
        HELD.remove();
    }

    @Override
    public Instant instant() {
        Instant moment = HELD.get();
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
