package org.anshe.campaign.internal.measures;

/** Where a measure stands. A measure in force may have a revision in the making. */
public enum MeasureState {
    DRAFT,
    IN_FORCE,
    ABOLISHED,
    /** Given up before it was ever issued. */
    WITHDRAWN
}
