package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A closed hazard was looked at again and still is in order (回头看). */
public record HazardLookedBack(UUID id, String number, AreaKey area, Instant at) {}
