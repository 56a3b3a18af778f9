package org.anshe.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that falls the same way each time: one seed makes the whole street. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    Duration hours(double low, double high) {
        return Duration.ofMinutes((long) ((low + random.nextDouble() * (high - low)) * 60));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** An index of the weights, in proportion to them. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        for (int i = 0; ; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
    }

    /** An identifier of version 7 that carries the given moment. */
    UUID id(long millis) {
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
