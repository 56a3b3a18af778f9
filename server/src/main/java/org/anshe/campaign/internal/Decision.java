package org.anshe.campaign.internal;

/** What a person decided about a finding. Only what is accepted enters a campaign. */
public enum Decision {
    PENDING,
    ACCEPTED,
    REJECTED
}
