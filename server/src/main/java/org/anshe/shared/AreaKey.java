package org.anshe.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The 19-digit key of an area, built from its path: official code (province 2, city 2, district 2, street 3, community
 * 3 digits), then the grid levels (2, 2, 3). A subtree is one contiguous range of keys. In JSON it is a string, because
 * it exceeds what a JavaScript number holds exactly.
 */
public record AreaKey(long value) implements Comparable<AreaKey> {

    static final int DIGITS = 19;
    private static final long SMALLEST = 1_000_000_000_000_000_000L;

    public AreaKey {
        if (value < SMALLEST) {
            throw new IllegalArgumentException("An area key has 19 digits and does not begin with 0: " + value);
        }
    }

    /** Reads 19 digits, or the leading digits of an official code, which are filled up with zeros. */
    @JsonCreator
    public static AreaKey parse(String text) {
        if (!text.matches("[1-9][0-9]{1,18}")) {
            throw new IllegalArgumentException("Not an area key: " + text);
        }
        return new AreaKey(Long.parseLong(text + "0".repeat(DIGITS - text.length())));
    }

    /** The lowest level whose digits are not all zero below its parent. */
    public AreaLevel level() {
        AreaLevel[] levels = AreaLevel.values();
        for (int i = levels.length - 1; i > 0; i--) {
            if (value % levels[i - 1].span() != 0) {
                return levels[i];
            }
        }
        return AreaLevel.PROVINCE;
    }

    /** All keys of this area and what lies below it. */
    public AreaRange range() {
        return new AreaRange(value, value + level().span() - 1);
    }

    /** The area of the given level this one lies in; itself when it is of that level or above. */
    public AreaKey at(AreaLevel level) {
        return new AreaKey(value - value % level.span());
    }

    /** The area directly above, absent for a province. */
    public Optional<AreaKey> parent() {
        int level = level().ordinal();
        return level == 0 ? Optional.empty() : Optional.of(at(AreaLevel.values()[level - 1]));
    }

    /**
     * The area of this number and level below; levels between the two are left out (000).
     *
     * @param number 1 to what the digits of the level hold
     */
    public AreaKey below(AreaLevel level, int number) {
        if (level.compareTo(level()) <= 0 || number < 1 || number > level.largestNumber()) {
            throw new IllegalArgumentException("No " + level + " " + number + " below " + value);
        }
        return new AreaKey(value + number * level.span());
    }

    public boolean contains(AreaKey other) {
        return range().contains(other);
    }

    @Override
    public int compareTo(AreaKey other) {
        return Long.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
