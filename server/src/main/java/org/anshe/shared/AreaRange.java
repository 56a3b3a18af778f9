package org.anshe.shared;

/** A contiguous range of area keys, both ends included. */
public record AreaRange(long first, long last) {

    /** Every area there is: the scope of a whole installation. */
    public static final AreaRange EVERYWHERE = new AreaRange(1_000_000_000_000_000_000L, Long.MAX_VALUE);

    public AreaRange {
        if (first > last) {
            throw new IllegalArgumentException("A range runs upward: " + first + " to " + last);
        }
    }

    public boolean contains(AreaKey key) {
        return key.value() >= first && key.value() <= last;
    }

    public boolean contains(AreaRange other) {
        return other.first >= first && other.last <= last;
    }
}
