package org.anshe.hazard.internal.policy;

/** Where a limit comes from; a policy puts the three in order. */
public enum LimitSource {
    /** Set for this one hazard. */
    HAZARD,
    /** By what kind of hazard it is. */
    CATEGORY,
    /** For everything else. */
    DEFAULT
}
