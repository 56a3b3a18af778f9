package org.anshe.hazard;

/** Where a hazard stands in the closed loop, as stored and shown. */
public enum HazardStatus {
    REPORTED,
    CONFIRMED,
    REJECTED,
    DUPLICATE,
    ASSIGNED,
    FIXED_ON_SPOT,
    SUBMITTED,
    HANDED_BACK,
    HANDED_OVER,
    RETURNED,
    CLOSED,
    LOOKED_BACK,
    REOPENED;

    /** Whether somebody still has to do something about it. */
    public boolean open() {
        return switch (this) {
            case REJECTED, DUPLICATE, CLOSED, LOOKED_BACK -> false;
            case REPORTED,
                    CONFIRMED,
                    ASSIGNED,
                    FIXED_ON_SPOT,
                    SUBMITTED,
                    HANDED_BACK,
                    HANDED_OVER,
                    RETURNED,
                    REOPENED -> true;
        };
    }
}
