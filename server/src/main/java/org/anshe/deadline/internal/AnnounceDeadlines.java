package org.anshe.deadline.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anshe.deadline.DeadlineBreached;
import org.anshe.deadline.DeadlineNear;
import org.anshe.deadline.DeadlinesAnnounced;
import org.anshe.deadline.DeadlinesAnnounced.Announced;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one scheduler of deadlines: wakes what is near or past and announces it once. */
@Service
public class AnnounceDeadlines {

    private static final int BATCH = 500;

    private final DeadlineRepository deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile boolean quiet;

    AnnounceDeadlines(DeadlineRepository deadlines, ApplicationEventPublisher events, Clock clock) {
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /** While somebody enters what happened in the past, nothing of it is announced as if it were today. */
    public void quiet(boolean yes) {
        quiet = yes;
    }

    /** Announces one batch. What is past is announced as breached even when nobody was awake while it was near. */
    @Scheduled(fixedDelay = 5_000)
    @Transactional
    public void announce() {
        if (quiet) {
            return;
        }
        Instant now = clock.instant();
        List<DeadlineRepository.Awake> awake = deadlines.takeAwake(now, BATCH);
        Map<String, List<Announced>> bySubject = new TreeMap<>();
        for (DeadlineRepository.Awake deadline : awake) {
            boolean breached = now.isAfter(deadline.dueAt());
            bySubject
                    .computeIfAbsent(deadline.key().subject(), any -> new ArrayList<>())
                    .add(new Announced(deadline.key(), deadline.area(), deadline.dueAt(), breached));
            if (breached) {
                deadlines.sleep(deadline.key(), null);
                events.publishEvent(new DeadlineBreached(deadline.key(), deadline.area(), deadline.dueAt()));
            } else {
                deadlines.sleep(deadline.key(), deadline.dueAt().plusMillis(1));
                events.publishEvent(new DeadlineNear(deadline.key(), deadline.area(), deadline.dueAt()));
            }
        }
        bySubject.forEach((subject, all) -> events.publishEvent(new DeadlinesAnnounced(subject, all)));
    }
}
