package org.anshe.shared;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often one address may do something. Kept in memory, by each server for itself. */
public final class AddressRate {

    private static final int LARGEST = 50_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int burst;
    private final Duration refill;
    private final ProblemType refusal;

    /**
     * @param burst how often at once
     * @param refill after how long it may once more
     * @param refusal what an address is told that asks too often; its {@code retryAt} says when it may again
     */
    public AddressRate(Clock clock, int burst, Duration refill, ProblemType refusal) {
        this.clock = clock;
        this.burst = burst;
        this.refill = refill;
        this.refusal = refusal;
    }

    /** Counts one; refuses an address that has used up what it may. */
    public void take(String address) {
        if (buckets.size() >= LARGEST) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() == burst);
        }
        if (!buckets.computeIfAbsent(address, any -> newBucket()).tryConsume(1)) {
            throw new ProblemException(
                    refusal, "retryAt", clock.instant().plus(refill).toString());
        }
    }

    /** The one that was taken did not count after all. */
    public void giveBack(String address) {
        Bucket bucket = buckets.get(address);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(1, refill)
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
