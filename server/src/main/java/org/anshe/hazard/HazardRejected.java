package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A report was judged to be no hazard. */
public record HazardRejected(
        UUID id,
        String number,
        AreaKey area,
        String reason,
        @Nullable UUID reporterId,
        Instant at) {}
