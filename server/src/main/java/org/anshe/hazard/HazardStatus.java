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
    REOPENED
}
