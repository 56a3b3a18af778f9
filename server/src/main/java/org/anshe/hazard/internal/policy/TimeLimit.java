package org.anshe.hazard.internal.policy;

/**
 * A stretch of time as rules state it. Days are counted after the day on which it begins and end with their last
 * moment; 0 working days end with the day itself, or with the next one that is worked. Hours end to the minute.
 */
public record TimeLimit(int count, Unit of) {

    /** How it is counted. */
    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS,
        HOURS
    }

    static final int MOST = 3_650;

    boolean plausible() {
        return count >= 0 && count <= MOST && (of != Unit.HOURS || count > 0);
    }
}
