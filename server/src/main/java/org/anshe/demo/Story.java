package org.anshe.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.anshe.shared.OfficeTime;

/** What happens in one community, in the order of its time. Each event may tell of later ones. */
final class Story {

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::sequence));
    private final DemonstrationClock clock;
    private final Instant end;
    private long sequence;
    private Instant now;

    Story(DemonstrationClock clock, Instant begin, Instant end) {
        this.clock = clock;
        this.now = begin;
        this.end = end;
    }

    private record Event(Instant at, long sequence, Runnable act) {}

    Instant now() {
        return now;
    }

    Instant end() {
        return end;
    }

    /** What would happen after the end of the story does not happen. */
    void at(Instant moment, Runnable act) {
        if (moment.isBefore(end)) {
            events.add(new Event(moment.isBefore(now) ? now : moment, sequence++, act));
        }
    }

    /** At this moment, or when the office opens next. */
    void atWork(Instant moment, Runnable act) {
        at(inOfficeHours(moment), act);
    }

    void after(Duration delay, Runnable act) {
        atWork(now.plus(delay), act);
    }

    void play() {
        try {
            for (Event event = events.poll(); event != null; event = events.poll()) {
                now = event.at();
                clock.hold(now);
                event.act().run();
            }
        } finally {
            clock.release();
        }
    }

    /** Nobody works at night: the moment itself, or the next morning at half past eight. */
    private static Instant inOfficeHours(Instant moment) {
        var local = moment.atZone(OfficeTime.ZONE);
        if (local.getHour() >= 8 && local.getHour() < 18) {
            return moment;
        }
        LocalDate day =
                local.getHour() < 8 ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(8, 30).atZone(OfficeTime.ZONE).toInstant();
    }
}
