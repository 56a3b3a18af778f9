package org.anshe.hazard.internal;

/** What may be under way beside the loop. */
public enum Pending {
    /** An extension was asked for and is not decided. */
    EXTENSION,
    /** Another unit was handed it and has not answered. */
    HAND_OVER,
    /** Units refuse it to each other; the level above says whose it is. */
    DISPUTE,
    /** It was reported up, and the level above has not answered. */
    REPORT_UP,
    /** A rung of the ladder waits to be confirmed. */
    ESCALATION,
    /** A major hazard is not reported to the authority yet. */
    MAJOR_REPORT,
    /** It is under listed supervision. */
    LISTING
}
