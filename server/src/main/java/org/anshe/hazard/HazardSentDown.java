package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;

/** A hazard that was reported up was sent back to the level below. */
public record HazardSentDown(UUID id, String number, AreaKey area, AreaLevel level, Instant at) {}
