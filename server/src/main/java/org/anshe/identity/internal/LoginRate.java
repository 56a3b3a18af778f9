package org.anshe.identity.internal;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.ProblemException;

/**
 * Slows down guessing from one address over many accounts: only failed log-ins count, so that a whole office behind one
 * address logs in undisturbed. Kept in memory, by each server for itself.
 */
public final class LoginRate {

    static final int BURST = 30;
    static final Duration REFILL = Duration.ofSeconds(10);
    private static final int LARGEST = 50_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginRate(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt as failed before it is made; refuses an address that has failed too often lately. */
    public void take(String address) {
        if (buckets.size() >= LARGEST) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() == BURST);
        }
        if (!buckets.computeIfAbsent(address, any -> newBucket()).tryConsume(1)) {
            throw new ProblemException(
                    IdentityProblem.TOO_MANY_ATTEMPTS,
                    "retryAt",
                    clock.instant().plus(REFILL).toString());
        }
    }

    /** The attempt did not fail after all. */
    public void giveBack(String address) {
        Bucket bucket = buckets.get(address);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(BURST)
                        .refillGreedy(1, REFILL)
                        .build())
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
