package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A hazard went from one unit to another; clock and history stay. */
public record HazardHandedOver(
        UUID id, String number, AreaKey area, UUID fromUnitId, UUID unitId, Instant dueAt, Instant at) {}
