package org.anshe.hazard.internal;

import java.util.Locale;

/** What somebody is waited for. One clock runs at a time. */
public enum HazardClock {
    CONFIRM,
    ASSIGN,
    RECTIFY,
    REINSPECT;

    /** As stored and as the kind of its deadline. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HazardClock of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
