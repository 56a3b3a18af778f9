package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A hazard was put right at once, on the spot; somebody else still has to look. */
public record HazardFixedOnSpot(UUID id, String number, AreaKey area, Instant at) {}
