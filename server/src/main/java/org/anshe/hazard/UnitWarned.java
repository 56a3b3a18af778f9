package org.anshe.hazard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A unit was warned and is to say which emergency measures it takes. */
public record UnitWarned(
        UUID id,
        UUID unitId,
        AreaKey area,
        String kind,
        @Nullable LocalDate answerBy,
        Instant at) {}
