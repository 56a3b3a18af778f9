package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A unit met a rule of early warning; a person decides whether it is warned. */
public record WarningProposed(UUID id, UUID unitId, AreaKey area, String kind, int hazards, Instant at) {}
