package org.anshe.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.anshe.notification.internal.DeliveryRepository.Claimed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Hands due messages to their channels. No network call lies inside a transaction. Several processes may do this over
 * one database: what one has claimed no other touches while its lease runs.
 */
@Service
class DeliverOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverOutbox.class);

    /** At once by one route; each needs a connection for a moment, and the pool is small. */
    private static final int BATCH = 6;

    private static final int DIGESTS = 200;

    private final DeliveryRepository deliveries;
    private final TargetRepository targets;
    private final ComposeMessage compose;
    private final MailChannel mail;
    private final WebhookChannel webhooks;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Map<Route, Boolean> running = new ConcurrentHashMap<>();

    DeliverOutbox(
            DeliveryRepository deliveries,
            TargetRepository targets,
            ComposeMessage compose,
            MailChannel mail,
            WebhookChannel webhooks,
            NotificationSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.targets = targets;
        this.compose = compose;
        this.mail = mail;
        this.webhooks = webhooks;
        this.settings = settings;
        this.clock = clock;
    }

    /** A slow receiver holds up its own route alone. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 3_000)
    void look() {
        if (!settings.background()) {
            return;
        }
        prepare();
        for (Route route : deliveries.routesWithWork(clock.instant())) {
            if (running.putIfAbsent(route, true) == null) {
                Thread.startVirtualThread(() -> {
                    try {
                        deliver(route);
                    } catch (RuntimeException e) {
                        LOG.error("Delivering by {} failed", route, e);
                    } finally {
                        running.remove(route);
                    }
                });
            }
        }
    }

    /** Settles what stopped processes left, and makes digests of what was gathered. */
    void prepare() {
        Instant now = clock.instant();
        deliveries.recover(now);
        while (deliveries.gather(now, DIGESTS) == DIGESTS) {
            LOG.debug("More digests are due");
        }
    }

    /** Everything due by this route, as far as its rate allows. */
    int deliver(Route route) {
        Target target =
                route.target() == null ? null : targets.find(route.target()).orElse(null);
        boolean open = route.target() == null ? mail.isOn() : target != null && target.enabled();
        if (!open) {
            return 0;
        }
        int rate = target == null ? settings.mail().perMinute() : target.perMinute();
        int count = 0;
        List<Claimed> claimed = claim(route, rate);
        while (!claimed.isEmpty()) {
            try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
                claimed.forEach(one -> workers.execute(() -> handOver(one, target)));
            }
            count += claimed.size();
            claimed = claim(route, rate);
        }
        return count;
    }

    List<Claimed> claim(Route route, int rate) {
        return deliveries.claim(
                route, rate, BATCH, clock.instant(), settings.outbox().lease());
    }

    void handOver(Claimed claimed, @Nullable Target target) {
        try {
            Optional<Message> message = compose.compose(claimed);
            if (message.isEmpty()) {
                deliveries.finish(claimed, DeliveryState.DROPPED, null, clock.instant(), null);
            } else if (deliveries.beginSending(
                    claimed, clock.instant(), settings.outbox().lease())) {
                settle(claimed, send(message.get(), target));
            }
        } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
            // The lease brings it back, or makes it uncertain when it was being sent.
            LOG.error("Delivery {} was left to its lease", claimed.id(), e);
        }
    }

    private Outcome send(Message message, @Nullable Target target) {
        try {
            if (target == null) {
                return mail.send(message);
            }
            Outcome outcome = webhooks.send(message, target);
            // Who drops repeats may have it twice.
            return outcome instanceof Outcome.Unknown unknown && target.dropsRepeats()
                    ? new Outcome.NotSent(unknown.error())
                    : outcome;
        } catch (RuntimeException e) {
            LOG.error("Sending {} failed unexpectedly", message.id(), e);
            return new Outcome.Unknown(Outcome.describe(e));
        }
    }

    private void settle(Claimed claimed, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Sent sent -> deliveries.finish(claimed, DeliveryState.SENT, null, now, null);
            case Outcome.NotSent not
            when claimed.attempt() < settings.outbox().tries() ->
                deliveries.finish(claimed, DeliveryState.WAITING, not.error(), now, now.plus(pause(claimed.attempt())));
            case Outcome.NotSent not -> deliveries.finish(claimed, DeliveryState.FAILED, not.error(), now, null);
            case Outcome.Rejected rejected ->
                deliveries.finish(claimed, DeliveryState.FAILED, rejected.error(), now, null);
            case Outcome.Unknown unknown ->
                deliveries.finish(claimed, DeliveryState.UNCERTAIN, unknown.error(), now, null);
        }
    }

    /** Doubles with each attempt; spread by a fifth to either side, so that what failed together is not tried together. */
    Duration pause(int attempt) {
        Duration longest = settings.outbox().longestPause();
        Duration doubled = settings.outbox().firstPause().multipliedBy(1L << Math.min(attempt - 1, 20));
        long millis = Math.min(doubled.toMillis(), longest.toMillis());
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
