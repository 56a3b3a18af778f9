package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** The unit says that the hazard is put right. */
public record RectificationSubmitted(
        UUID id,
        String number,
        AreaKey area,
        @Nullable UUID unitId,
        @Nullable UUID submitterId,
        Instant at) {}
