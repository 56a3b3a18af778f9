package org.anshe.campaign.internal;

/** Whether a day or only its month is printed; a month counts with its first or last day. */
public enum DatePrecision {
    DAY,
    MONTH
}
