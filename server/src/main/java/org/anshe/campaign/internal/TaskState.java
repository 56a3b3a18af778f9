package org.anshe.campaign.internal;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    DONE,
    WITHDRAWN
}
