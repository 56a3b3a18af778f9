package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.HazardStatus;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/** A row of the list, as the table has it; names of areas, units and objects are added by {@link ListHazards}. */
record ListedHazard(
        UUID id,
        String number,
        String description,
        String domain,
        HazardGrade grade,
        HazardSource source,
        HazardStatus state,
        AreaKey area,
        @Nullable UUID unitId,
        @Nullable UUID objectId,
        @Nullable String place,
        String reporterName,
        Instant reportedAt,
        @Nullable RunningClock clock,
        Set<Pending> pending,
        AreaLevel handledBy,
        @Nullable Instant dueAt,
        boolean fixedOnSpot,
        int version) {}
