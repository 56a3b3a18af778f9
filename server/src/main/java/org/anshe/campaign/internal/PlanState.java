package org.anshe.campaign.internal;

/** Where a plan document stands: read and under review, or settled one way or the other. */
public enum PlanState {
    READ,
    CONFIRMED,
    DISCARDED
}
