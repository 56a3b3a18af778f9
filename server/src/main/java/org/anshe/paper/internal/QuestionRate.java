package org.anshe.paper.internal;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anshe.paper.PaperProblem;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Component;

/** How often one address may ask about papers. Kept in memory, by each server for itself. */
@Component
public class QuestionRate {

    static final int BURST = 30;
    static final Duration REFILL = Duration.ofSeconds(4);
    private static final int LARGEST = 50_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;

    QuestionRate(Clock clock) {
        this.clock = clock;
    }

    public void take(String address) {
        if (buckets.size() >= LARGEST) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() == BURST);
        }
        if (!buckets.computeIfAbsent(address, any -> newBucket()).tryConsume(1)) {
            throw new ProblemException(
                    PaperProblem.TOO_MANY_QUESTIONS,
                    "retryAt",
                    clock.instant().plus(REFILL).toString());
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
