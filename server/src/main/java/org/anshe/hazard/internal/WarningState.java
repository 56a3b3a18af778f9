package org.anshe.hazard.internal;

/** How far an early warning has come. */
public enum WarningState {
    /** The rule was met; a person decides. */
    PROPOSED,
    WARNED,
    /** The unit has said what it does at once. */
    ANSWERED,
    LIFTED,
    /** No warning was given, with the reason. */
    DISMISSED
}
