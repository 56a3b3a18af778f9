package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A rung of the escalation ladder was reached; {@code proposed}: a person has yet to confirm it. */
public record HazardEscalated(
        UUID id,
        String number,
        AreaKey area,
        @Nullable UUID unitId,
        UUID escalationId,
        String rung,
        boolean proposed,
        Instant at) {}
