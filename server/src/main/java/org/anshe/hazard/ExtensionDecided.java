package org.anshe.hazard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A later deadline was granted, or refused when {@code until} is null. */
public record ExtensionDecided(
        UUID id,
        String number,
        AreaKey area,
        @Nullable UUID unitId,
        @Nullable LocalDate until,
        Instant at) {}
