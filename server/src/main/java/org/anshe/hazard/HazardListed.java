package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** Listed supervision of a hazard took a step, named as in its address: {@code publish-listing}. */
public record HazardListed(
        UUID id, String number, AreaKey area, @Nullable UUID unitId, String step, Instant at) {}
