package org.anshe.campaign.internal.measures;

/** What happened to a measure. */
public enum MeasureAction {
    DRAFTED,
    ISSUED,
    REVISION_BEGUN,
    REVISED,
    REVISION_DROPPED,
    ABOLISHED,
    WITHDRAWN
}
