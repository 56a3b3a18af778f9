package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/**
 * A unit gave a hazard back to be assigned anew.
 *
 * @param unitId the unit that gave it back
 */
public record HazardHandedBack(UUID id, String number, AreaKey area, UUID unitId, String reason, Instant at) {}
