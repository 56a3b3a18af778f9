package org.anshe.campaign.internal.measures;

import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;

/** The lists measures stand in. */
public interface MeasureLists {

    /** Refuses a list the caller does not see, one that is closed, and one of an area the measure does not lie in. */
    void require(Caller caller, UUID list, AreaKey area);
}
