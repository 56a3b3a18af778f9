package org.anshe.hazard.internal.policy;

import java.util.Locale;

/** What somebody is waited for. One clock runs at a time. */
public enum HazardClock {
    CONFIRM,
    ASSIGN,
    RECTIFY,
    REINSPECT,
    /** A closed hazard is to be looked at again (回头看). */
    LOOK_BACK;

    /** As stored and as the kind of its deadline: {@code look-back}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static HazardClock of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
