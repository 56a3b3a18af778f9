package org.anshe.campaign.internal;

/** What a plan can say. */
public enum FindingKind {
    OUTLINE,
    STAGE,
    RESPONSIBILITY,
    DEADLINE,
    RECURRENCE,
    TARGET
}
