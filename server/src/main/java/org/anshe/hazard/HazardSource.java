package org.anshe.hazard;

/** How a hazard came to be known. */
public enum HazardSource {
    CHECK,
    PATROL,
    SELF_CHECK,
    RESIDENT,
    CAMPAIGN,
    SUPERIOR
}
