package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A unit accepted a hazard it was handed, refused it, or the level above decided; {@code disputed}: a decision is outstanding. */
public record HandOverAnswered(
        UUID id,
        String number,
        AreaKey area,
        UUID fromUnitId,
        UUID unitId,
        boolean accepted,
        boolean disputed,
        Instant at) {}
