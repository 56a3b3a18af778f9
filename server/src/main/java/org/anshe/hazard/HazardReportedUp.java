package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;

/** A hazard was reported to the level above. */
public record HazardReportedUp(UUID id, String number, AreaKey area, AreaLevel level, Instant at) {}
