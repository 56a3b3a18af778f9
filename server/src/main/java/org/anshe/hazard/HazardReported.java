package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * A hazard was taken into the loop.
 *
 * @param reporterId null when the system reported
 */
public record HazardReported(
        UUID id,
        String number,
        AreaKey area,
        HazardGrade grade,
        HazardSource source,
        @Nullable UUID sourceId,
        @Nullable UUID objectId,
        @Nullable UUID reporterId,
        boolean fixedOnSpot,
        Instant at) {}
