package org.anshe.notification.internal;

/** Where a message stands. */
public enum DeliveryState {
    /** Held back for the next digest. */
    GATHERING,
    /** Went out as part of a digest. */
    DIGESTED,
    WAITING,
    /** A process has taken it and not begun to send. */
    CLAIMED,
    /** Written down before the network is asked: from here on it may have gone out. */
    SENDING,
    SENT,
    /** Not needed any more: read in the inbox meanwhile, or nobody to send it to. */
    DROPPED,
    FAILED,
    /** A process stopped or a connection broke while it was being sent; a person decides whether to send it again. */
    UNCERTAIN
}
