package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A rectification was not accepted. */
public record RectificationReturned(
        UUID id, String number, AreaKey area, @Nullable UUID unitId, String reason, Instant at) {}
