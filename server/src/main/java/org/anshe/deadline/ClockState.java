package org.anshe.deadline;

import java.time.Instant;

/** How a running deadline stands. */
public enum ClockState {
    IN_TIME,
    NEAR,
    BREACHED,
    /** Stands still by a rule, and neither comes near nor breaches while it does. */
    PAUSED;

    /** At {@code nearAt} it is near; it is breached after {@code dueAt}, whose last moment still counts. */
    public static ClockState at(Instant now, Instant nearAt, Instant dueAt) {
        if (now.isAfter(dueAt)) {
            return BREACHED;
        }
        return now.isBefore(nearAt) ? IN_TIME : NEAR;
    }
}
