package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * A unit was charged with putting a hazard right.
 *
 * @param unitId the unit charged
 */
public record HazardAssigned(
        UUID id,
        String number,
        AreaKey area,
        UUID unitId,
        @Nullable UUID responsibleId,
        Instant dueAt,
        Instant at) {}
