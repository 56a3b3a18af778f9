package org.anshe.campaign.internal;

/** Where a campaign stands. */
public enum CampaignState {
    DRAFT,
    RUNNING,
    CLOSED
}
