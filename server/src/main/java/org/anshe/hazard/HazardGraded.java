package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** People judged an open hazard to be of another grade. */
public record HazardGraded(
        UUID id, String number, AreaKey area, @Nullable UUID unitId, HazardGrade grade, Instant at) {}
