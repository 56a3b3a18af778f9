package org.anshe.hazard.internal.policy;

import java.time.LocalDate;
import org.anshe.shared.AreaKey;

/** Which policy counts where and when. */
public interface PoliciesInForce {

    /** The policy of the smallest area that holds this one, of those the latest in force on the day. */
    ClockPolicy at(AreaKey area, LocalDate day);
}
