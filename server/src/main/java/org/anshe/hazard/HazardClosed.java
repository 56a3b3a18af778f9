package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * An independent person closed a hazard (销号).
 *
 * @param inTime whether it was put right before its deadline
 */
public record HazardClosed(
        UUID id,
        String number,
        AreaKey area,
        @Nullable UUID unitId,
        @Nullable UUID objectId,
        HazardSource source,
        @Nullable UUID sourceId,
        boolean inTime,
        Instant at) {}
