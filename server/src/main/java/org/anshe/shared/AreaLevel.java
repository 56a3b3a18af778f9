package org.anshe.shared;

/** The levels of the area tree with the number of leading digits of an {@link AreaKey} each one uses. */
public enum AreaLevel {
    PROVINCE(2),
    CITY(4),
    DISTRICT(6),
    STREET(9),
    COMMUNITY(12),
    GRID_1(14),
    GRID_2(16),
    GRID_3(19);

    private final int digits;

    AreaLevel(int digits) {
        this.digits = digits;
    }

    /** How many leading digits of a key name an area of this level. */
    public int digits() {
        return digits;
    }

    /** The largest number an area of this level can have below its parent: 99 or 999. */
    public int largestNumber() {
        int width = ordinal() == 0 ? digits : digits - values()[ordinal() - 1].digits;
        return width == 3 ? 999 : 99;
    }

    /** How many keys one area of this level spans: 10 to the power of the digits below it. */
    public long span() {
        long span = 1;
        for (int i = digits; i < AreaKey.DIGITS; i++) {
            span *= 10;
        }
        return span;
    }
}
